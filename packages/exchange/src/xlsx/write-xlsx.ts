import { zipPieces } from './zip-pieces.js';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const links = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 1 is text that stays text when somebody edits the cell (as if an apostrophe stood before it); 2 is a heading. */
const styles = `${head}<styleSheet xmlns="${sheets}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (...all: string[]) =>
  `${head}<Relationships xmlns="${links}">${all.join('')}</Relationships>`;

/** What XML cannot hold, and lone halves of a pair. */
const unspeakable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
/** The most that a cell of the format holds. */
const longest = 32_767;

const escaped: { [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xmlText = (text: string): string =>
  text
    .slice(0, longest)
    .replace(unspeakable, '\ufffd')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (one) => escaped[one] ?? one)
    .replaceAll('\r', '_x000D_');

/** Every cell is a text in its place: never a formula, whatever it begins with. */
const cell = (text: string, style: 1 | 2): string =>
  text === ''
    ? `<c s="${style}"/>`
    : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const row = (cells: readonly string[], style: 1 | 2): string =>
  `<row>${cells.map((text) => cell(text, style)).join('')}</row>`;

const ROWS_AT_ONCE = 200;

async function* sheet(
  columns: readonly string[],
  records: AsyncIterable<Readonly<Record<string, string | undefined>>>,
): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${sheets}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(columns.length, 1)}" width="22" customWidth="1"/></cols><sheetData>${row(columns, 2)}`;
  let piece: string[] = [];
  for await (const record of records) {
    piece.push(
      row(
        columns.map((column) => record[column] ?? ''),
        1,
      ),
    );
    if (piece.length < ROWS_AT_ONCE) continue;
    yield piece.join('');
    piece = [];
  }
  yield `${piece.join('')}</sheetData></worksheet>`;
}

/** The name of a sheet as the format takes it: 31 characters, none of `[]:*?/\`. */
const sheetName = (name: string): string => xmlText(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)) || 'List';

/**
 * Writes records as an Excel workbook of one sheet, column names first, in pieces: memory does not grow with the rows.
 * Every cell is text and stays text when it is edited, so that none is run as a formula; one that is longer than the
 * format holds (32,767 characters) is cut there.
 */
export function writeXlsx(
  name: string,
  columns: readonly string[],
  records: AsyncIterable<Readonly<Record<string, string | undefined>>>,
): AsyncGenerator<Buffer> {
  const workbook = `${head}<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets><sheet name="${sheetName(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const contents = `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`;
  return zipPieces([
    { name: '[Content_Types].xml', text: [contents] },
    { name: '_rels/.rels', text: [relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))] },
    { name: 'xl/workbook.xml', text: [workbook] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        relations(
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
          relation('rId2', 'styles', 'styles.xml'),
        ),
      ],
    },
    { name: 'xl/styles.xml', text: [styles] },
    { name: 'xl/worksheets/sheet1.xml', text: sheet(columns, records) },
  ]);
}
