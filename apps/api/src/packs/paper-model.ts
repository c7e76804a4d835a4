import {
  type DocumentHead,
  type DocumentTemplate,
  renderDocx,
  renderHtml,
  renderPdf,
  type Templates,
} from '@mase/documents';
import type { CopyAsked, CopyParts, EarlierCopy, IssuedCopy } from '@mase/store';
import { keptParts as keptContent } from './issued-content.js';
import { reportsIn } from './pack-intelligence.js';
import { packContent } from './pack-model.js';
import { paperDigest, shortDigest } from './paper-digest.js';
import { contentOf, keptParts, type PaperAsked, tellsChanges, templateOf } from './paper-forms.js';
import { type PaperTitle, paperTitle } from './paper-head.js';
import { partsOf } from './paper-parts.js';
import { fieldsOf, type Papers } from './papers.js';
import { madeOfRecords } from './provenance.js';
import { whatChanged } from './what-changed.js';

/** A document ready to print: its template and its model. */
export interface Paper {
  template: DocumentTemplate<object>;
  model: { head: DocumentHead };
}

/** What a paper would hold now: what it says, its digest, what each part holds, the template that prints it, and reports of intelligence in it. */
export interface Held {
  title: PaperTitle;
  content: object;
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
  const title = paperTitle(papers, asked.kind);
  return {
    title,
    content,
    digest: paperDigest(title, content, mark),
    parts: keptParts(papers, asked, content),
    template: mark,
    reports: reportsIn(papers, content),
  };
}

/** What is kept of a copy that is numbered: its digests, and its content part by part. */
export function recordOf(
  papers: Papers,
  held: Held,
): Pick<CopyAsked, 'digest' | 'parts' | 'template' | 'reports' | 'held' | 'disruption'> {
  const { digest, parts, template, reports } = held;
  const disruption = [...papers.found.classes.values()].some((classes) => classes.includes('disruption'));
  return {
    digest,
    parts,
    template,
    reports,
    held: keptContent((ids) => madeOfRecords(papers, ids), held, papers.sitting.id),
    disruption,
  };
}

/** The document of a numbered copy, ready to print; what it holds as it was found out when it was numbered. */
export function paperOf(
  papers: Papers,
  asked: PaperAsked,
  copy: IssuedCopy,
  { held, templates }: { held: Held; templates: Templates },
): Paper {
  const head = headOf(papers, asked, copy);
  const content = asPrinted(papers, asked, copy, held);
  const template = templateFor(templates, asked);
  if (!tellsChanges(asked.kind, content)) return { template, model: { head, ...content } };
  const changes = whatChanged(papers, {
    previous: asked.kind === 'supplement' ? (asked.before as EarlierCopy) : copy.previous,
    // A supplement holds a few sheets: what each part holds is asked of the whole pack.
    parts: asked.kind === 'pack' ? held.parts : partsOf(papers, packContent(papers)),
    issuedAt: copy.issuedAt,
  });
  return { template, model: { head, ...content, changes } as Paper['model'] };
}

/** What it says; where it was numbered on another day, with how late each action was on that day. */
function asPrinted(papers: Papers, asked: PaperAsked, { issuedAt }: IssuedCopy, { content }: Held): object {
  const sameDay = papers.date(issuedAt) === papers.date(papers.about.now);
  return sameDay ? content : contentOf(papers, asked);
}

/** `of` is the number of recipients of the papers last issued, or of copies so far; never less than the number itself. */
function headOf(papers: Papers, { kind }: PaperAsked, copy: IssuedCopy): DocumentHead {
  const issued = fieldsOf<{ recipients: string[] }>(papers.written(papers.sitting.id, 'papers')[0]);
  const of = Math.max(issued.recipients?.length ?? copy.copies, copy.copyNumber);
  return headWith(paperTitle(papers, kind), copy, { of, issued: papers.moment(copy.issuedAt) });
}

/** The head of a numbered copy: of how many, and when it was issued in words. */
export function headWith(
  { recipient, role, agency, ...title }: PaperTitle,
  { copyNumber: number, version, digest }: Pick<IssuedCopy, 'copyNumber' | 'version' | 'digest'>,
  { of, issued }: { of: number; issued: string },
): DocumentHead {
  return {
    ...title,
    copy: { number, of, recipient, role, agency, issued, version, digest: shortDigest(digest) },
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
