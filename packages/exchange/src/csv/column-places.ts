import { UnreadableFileError } from '../unreadable-file-error.js';
import type { CsvRecord } from './csv-records.js';
import type { Layout } from './layout.js';

/** Where each column stands in a file, and the names in the file's own order. */
export interface ColumnPlaces {
  names: string[];
  /** Whether the layout has the column, place by place. */
  known: boolean[];
  placeOf: ReadonlyMap<string, number>;
}

/** Whether a file has what a layout needs. */
const fits = (names: readonly string[], { columns, needed = columns }: Layout): boolean =>
  needed.every((column) => names.includes(column));

const known = (names: readonly string[], { columns }: Layout): number =>
  names.filter((name) => columns.includes(name)).length;

/** The neighbour that has more of these names than the layout has. */
const likelier = (names: readonly string[], layout: Layout, neighbours: readonly Layout[]) =>
  neighbours.find((other) => fits(names, other) && known(names, other) > known(names, layout));

/**
 * Finds a layout's columns in a file's first record, in any order and either case; those that it does not need may be
 * left out, and others are left to the rows.
 * @throws UnreadableFileError WRONG_COLUMNS naming those missing, unknown or given twice, and the file it looks like
 */
export function columnPlaces(
  file: string,
  { line, cells }: CsvRecord,
  layout: Layout,
  neighbours: readonly Layout[],
): ColumnPlaces {
  const names = cells.map((cell) => cell.trim().toUpperCase());
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const needed = known(names, layout) > 0 ? (layout.needed ?? layout.columns) : layout.columns;
  const missing = needed.filter((column) => !placeOf.has(column));
  const twice = layout.columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  const other = likelier(names, layout, neighbours);
  const mistaken = layout.needed !== undefined && other !== undefined;
  if (missing.length === 0 && twice.length === 0 && !mistaken) {
    return { names, placeOf, known: names.map((name) => layout.columns.includes(name)) };
  }

  const said = [`This is not a file "${layout.name}".`];
  if (missing.length > 0) said.push(`Missing: ${missing.join(', ')}.`);
  if (twice.length > 0) said.push(`Given twice: ${twice.join(', ')}.`);
  const unknown = names.filter((name) => name !== '' && !layout.columns.includes(name));
  const shown = (layout.confidential ? [] : unknown).slice(0, 20).map((name) => name.slice(0, 40));
  if (shown.length > 0) said.push(`Not known: ${shown.join(', ')}.`);
  if (other) said.push(`It looks like the file "${other.name}".`);
  else if (names.length === 1 && /[;\t|]/.test(names[0] ?? ''))
    said.push('Its columns are not separated by commas.');
  throw new UnreadableFileError('WRONG_COLUMNS', file, said.join(' '), line);
}
