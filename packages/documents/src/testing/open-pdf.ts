import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withoutSpace } from './without-space.js';

/** A tag of the document's structure with its children, as assistive software meets them. */
export interface PdfTag {
  role: string;
  children: PdfTag[];
}

/** A PDF as its reader's software sees it, for tests. */
export interface OpenedPdf {
  /** All text of each page, furniture included, without white space. */
  pages: string[];
  /** The text of the body alone, without page furniture and white space, in reading order. */
  body: string;
  /** How far right any text reaches, in points; an A4 page is 595 wide. */
  rightmost: number;
  bookmarks: Bookmark[];
  tags: PdfTag[];
  marked: boolean;
  title: string;
  /** The metadata stream as XML. */
  metadata: string;
  language: string;
}

/** A bookmark with those beneath it. */
export interface Bookmark {
  title: string;
  items: Bookmark[];
}

/** Opens a PDF and reads from it what a test may ask; rejects what is not a PDF. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const { info, metadata } = await pdf.getMetadata();
  const found = info as Record<string, unknown>;
  const pages: string[] = [];
  const tags: PdfTag[] = [];
  let body = '';
  let rightmost = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const texts = textsOf(content.items);
    rightmost = Math.max(rightmost, ...texts.map((text) => text.right));
    pages.push(withoutSpace(texts.map((text) => text.words).join('')));
    body += texts
      .filter((text) => !text.furniture)
      .map((text) => text.words)
      .join('');
    const tree = await page.getStructTree();
    if (tree) tags.push(tagOf(tree));
  }
  const opened: OpenedPdf = {
    pages,
    body: withoutSpace(body),
    rightmost,
    bookmarks: ((await pdf.getOutline()) ?? []).map(bookmarkOf),
    tags,
    marked: marksOf(await pdf.getMarkInfo()).get('Marked') === true,
    title: String(found['Title']),
    metadata: metadata?.getRaw() ?? '',
    language: String(found['Language']),
  };
  await task.destroy();
  return opened;
}

interface PlacedText {
  words: string;
  furniture: boolean;
  right: number;
}

function textsOf(items: readonly object[]): PlacedText[] {
  const open: boolean[] = [];
  const texts: PlacedText[] = [];
  for (const item of items) {
    if ('str' in item) {
      const { str, transform, width } = item as { str: string; transform: number[]; width: number };
      texts.push({ words: str, furniture: open.includes(true), right: (transform[4] ?? 0) + width });
    } else if ('type' in item && item.type === 'endMarkedContent') open.pop();
    else if ('tag' in item) open.push(item.tag === 'Artifact');
  }
  return texts;
}

// The published type says object; what comes is a Map.
function marksOf(info: object | null): Map<string, boolean> {
  return info instanceof Map ? info : new Map(Object.entries(info ?? {}));
}

function bookmarkOf(item: { title: string; items: unknown[] }): Bookmark {
  return { title: item.title, items: (item.items as Bookmark[]).map(bookmarkOf) };
}

function tagOf(node: { role: string; children: unknown[] }): PdfTag {
  const nested = node.children.filter(
    (child) => typeof child === 'object' && child !== null && 'role' in child,
  );
  return { role: node.role, children: (nested as PdfTag[]).map(tagOf) };
}
