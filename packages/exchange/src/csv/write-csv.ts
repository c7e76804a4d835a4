import { stringify } from 'csv-stringify/sync';
import { guardApostrophes } from './formula-text.js';

const ROWS_AT_ONCE = 500;

/**
 * Writes records as CSV text, column names first, in pieces of 500 rows: UTF-8 when encoded, CRLF, and every cell that
 * a spreadsheet would run as a formula made inert with an apostrophe, which the readers of this package take off again.
 */
export async function* writeCsv(
  columns: readonly string[],
  records: AsyncIterable<Readonly<Record<string, string | undefined>>>,
): AsyncGenerator<string> {
  let piece: (readonly string[])[] = [columns];
  for await (const record of records) {
    piece.push(columns.map((column) => record[column] ?? ''));
    if (piece.length < ROWS_AT_ONCE) continue;
    yield csvText(piece);
    piece = [];
  }
  if (piece.length > 0) yield csvText(piece);
}

function csvText(piece: (readonly string[])[]): string {
  return stringify(piece, {
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: guardApostrophes },
  });
}
