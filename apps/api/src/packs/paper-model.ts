import {
  type DocumentHead,
  type DocumentTemplate,
  renderDocx,
  renderHtml,
  renderPdf,
  type Templates,
} from '@mase/documents';
import type { CopyParts, EarlierCopy, IssuedCopy } from '@mase/store';
import { reportsIn } from './pack-intelligence.js';
import type { PackContent } from './pack-model.js';
import { paperDigest, shortDigest } from './paper-digest.js';
import { contentOf, keptParts, type PaperAsked, tellsChanges, templateOf } from './paper-forms.js';
import { paperTitle } from './paper-head.js';
import { partsOf } from './paper-parts.js';
import { fieldsOf, type Papers } from './papers.js';
import { whatChanged } from './what-changed.js';

/** A document ready to print: its template and its model. */
export interface Paper {
  template: DocumentTemplate<object>;
  model: { head: DocumentHead };
}

/** What a paper would hold now: its digest, what each part holds, the template that prints it, and reports of intelligence in it. */
export interface Held {
  digest: string;
  parts: CopyParts;
  template: string;
  reports: string[];
}

const templateFor = (templates: Templates, { kind }: PaperAsked) =>
  templates[templateOf(kind)] as unknown as DocumentTemplate<object>;

/** What a copy would hold now; throws 409 where there is nothing for this reader. */
export function heldBy(papers: Papers, asked: PaperAsked, templates: Templates): Held {
  const content = contentOf(papers, asked);
  const { mark } = templateFor(templates, asked);
  return {
    digest: paperDigest(paperTitle(papers, asked.kind), content, mark),
    parts: keptParts(papers, asked, content),
    template: mark,
    reports: reportsIn(papers, content),
  };
}

/** The document of a numbered copy, ready to print. */
export function paperOf(papers: Papers, asked: PaperAsked, copy: IssuedCopy, templates: Templates): Paper {
  const head = headOf(papers, asked, copy);
  const content = contentOf(papers, asked);
  const template = templateFor(templates, asked);
  if (!tellsChanges(asked.kind, content)) return { template, model: { head, ...content } };
  const changes = whatChanged(papers, {
    previous: asked.kind === 'supplement' ? (asked.before as EarlierCopy) : copy.previous,
    // A supplement holds a few sheets: what each part holds is asked of the whole pack.
    parts: partsOf(papers, wholeOf(papers, asked, content)),
    issuedAt: copy.issuedAt,
  });
  return { template, model: { head, ...content, changes } as Paper['model'] };
}

function wholeOf(papers: Papers, { kind }: PaperAsked, content: object): PackContent {
  return (kind === 'pack' ? content : contentOf(papers, { kind: 'pack' })) as PackContent;
}

/** `of` is the number of recipients of the papers last issued, or of copies so far; never less than the number itself. */
function headOf(papers: Papers, { kind }: PaperAsked, copy: IssuedCopy): DocumentHead {
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

/** In which form a paper leaves. */
export const paperFormats = ['pdf', 'html', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** Media types by form. */
export const mediaTypes: { [format in PaperFormat]: string } = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The document as a PDF/UA file, one self-contained HTML file or a Word file: the same words in each. */
export async function renderPaper({ template, model }: Paper, format: PaperFormat): Promise<Buffer | string> {
  if (format === 'pdf') return renderPdf(template, model);
  return format === 'docx' ? renderDocx(template, model) : renderHtml(template, model);
}
