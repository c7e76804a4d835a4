import type { OpenedPdf, PdfTag } from './open-pdf.js';

/**
 * What a PDF lacks that its readers' software goes by: PDF/UA-1 said and tagged, language, title and bookmarks; headings
 * in order; a header row in every table; lists made of items. Empty where nothing is wrong.
 */
export function pdfFaults(pdf: OpenedPdf): string[] {
  const tags = flat(pdf.tags);
  return [
    ...(pdf.metadata.includes('<pdfuaid:part>1</pdfuaid:part>') ? [] : ['does not say PDF/UA-1']),
    ...(pdf.marked ? [] : ['is not tagged']),
    ...(pdf.language === 'en-GB' ? [] : [`language ${pdf.language}`]),
    ...(pdf.title ? [] : ['has no title']),
    ...(pdf.bookmarks.length > 0 ? [] : ['has no bookmarks']),
    ...headingFaults(tags),
    ...tags.filter(({ role }) => role === 'Table').flatMap(tableFaults),
    ...tags
      .filter(({ role }) => role === 'L')
      .flatMap((list) =>
        list.children.every(({ role }) => role === 'LI') ? [] : ['a list of other than items'],
      ),
  ];
}

const flat = (tags: readonly PdfTag[]): PdfTag[] => tags.flatMap((tag) => [tag, ...flat(tag.children)]);

function headingFaults(tags: readonly PdfTag[]): string[] {
  const levels = tags.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role[1])] : []));
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return [
    ...(levels[0] === 1 ? [] : ['does not begin with a heading of level 1']),
    ...skips.map((level) => `a heading of level ${level} skips one`),
  ];
}

function tableFaults(table: PdfTag): string[] {
  const rows = flat(table.children).filter(({ role }) => role === 'TR');
  const heads = rows.map(({ children }) => children.filter(({ role }) => role === 'TH').length);
  const widths = new Set(rows.map(({ children }) => children.length));
  return [
    ...(rows.length > 1 ? [] : ['a table of no rows']),
    ...((heads[0] ?? 0) > 0 && heads[0] === rows[0]?.children.length ? [] : ['a table without a header row']),
    ...(widths.size === 1 ? [] : ['a table of uneven rows']),
  ];
}
