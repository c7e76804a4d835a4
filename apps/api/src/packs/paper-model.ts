import {
  type AgendaModel,
  type DocumentHead,
  type MinutesModel,
  type PanelPackModel,
  packageTemplates,
  renderHtml,
  renderPdf,
} from '@mase/documents';
import type { IssuedCopy } from '@mase/store';
import { agendaContent } from './agenda-model.js';
import { minutesContent } from './minutes-model.js';
import { packContent } from './pack-model.js';
import { paperDigest, shortDigest } from './paper-digest.js';
import { type PaperKind, paperTitle } from './paper-head.js';
import { fieldsOf, type Papers } from './papers.js';
import { whatChanged } from './what-changed.js';

/** The three documents with their models. */
export type Paper =
  | { kind: 'pack'; model: PanelPackModel }
  | { kind: 'agenda'; model: AgendaModel }
  | { kind: 'minutes'; model: MinutesModel };

const contents = { pack: packContent, agenda: agendaContent, minutes: minutesContent };

/** The digest of what a copy would hold now. */
export function digestOfPaper(papers: Papers, kind: PaperKind): string {
  return paperDigest(paperTitle(papers, kind), contents[kind](papers));
}

/** The document of a numbered copy, ready to print. */
export function paperOf(papers: Papers, kind: PaperKind, copy: IssuedCopy): Paper {
  const head = headOf(papers, kind, copy);
  if (kind === 'pack')
    return { kind, model: { head, ...packContent(papers), changes: whatChanged(papers, copy) } };
  if (kind === 'agenda') return { kind, model: { head, ...agendaContent(papers) } };
  return { kind, model: { head, ...minutesContent(papers) } };
}

/** `of` is the number of recipients of the papers last issued, or of copies so far; never less than the number itself. */
function headOf(papers: Papers, kind: PaperKind, copy: IssuedCopy): DocumentHead {
  const { recipient, role, agency, ...title } = paperTitle(papers, kind);
  const issued = fieldsOf<{ recipients: string[] }>(papers.written(papers.sitting.id, 'papers')[0]);
  return {
    ...title,
    copy: {
      number: copy.copyNumber,
      of: Math.max(issued.recipients?.length ?? copy.copies, copy.copyNumber),
      recipient,
      role,
      agency,
      issued: papers.moment(copy.issuedAt),
      version: copy.version,
      digest: shortDigest(copy.digest),
    },
  };
}

/** The document as a PDF/UA file. */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  if (paper.kind === 'pack') return renderPdf(packageTemplates.panelPack, paper.model);
  if (paper.kind === 'agenda') return renderPdf(packageTemplates.agenda, paper.model);
  return renderPdf(packageTemplates.minutes, paper.model);
}

/** The document as one self-contained HTML file with the same words. */
export function paperHtml(paper: Paper): string {
  if (paper.kind === 'pack') return renderHtml(packageTemplates.panelPack, paper.model);
  if (paper.kind === 'agenda') return renderHtml(packageTemplates.agenda, paper.model);
  return renderHtml(packageTemplates.minutes, paper.model);
}
