import { findRecordsById, type Tx } from '@mase/store';
import type { ExportPage } from './export-pages.js';

/** Under these names a sitting holds ids of its agenda items: in its order, its breaks, papers, attendance and minutes. */
const places = new Set(['order', 'before', 'itemIds', 'itemId']);

function idsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return places.has(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => idsIn(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => idsIn(one, key));
}

const isSitting = ({ kind }: { kind: string }) => kind === 'sitting';

/** The ids of all items that the sittings of a page name, in what they are and in what was written on them. */
export function itemsNamed({ records, written }: Pick<ExportPage, 'records' | 'written'>): string[] {
  const sittings = records.filter(isSitting).map(({ standing }) => standing);
  const rows = written.filter(({ record }) => isSitting(record)).map(({ body }) => body);
  return [...new Set(idsIn([...sittings, ...rows]))];
}

/** Those of the items that this reader sees. */
export async function itemsSeen(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  return new Set((await findRecordsById(tx, ids)).map(({ id }) => id));
}

/** A value without what stands in it of these items: their ids, and each line of a list that is of one of them. */
function without<T>(value: T, hidden: ReadonlySet<string>): T {
  const isOf = (one: unknown) =>
    hidden.has(one as string) ||
    (typeof one === 'object' && one !== null && Object.values(one).some((part) => hidden.has(part)));
  if (Array.isArray(value)) return value.filter((one) => !isOf(one)).map((one) => without(one, hidden)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, without(one, hidden)])) as T;
}

/** A page whose sittings tell nothing of items that either reader of the export does not see, in minutes neither. */
export function withoutItems(
  { records, written }: Pick<ExportPage, 'records' | 'written'>,
  hidden: ReadonlySet<string>,
): Pick<ExportPage, 'records' | 'written'> {
  if (hidden.size === 0) return { records, written };
  return {
    records: records.map((one) =>
      isSitting(one) ? { ...one, standing: without(one.standing, hidden) } : one,
    ),
    written: written.map((row) =>
      isSitting(row.record) ? { ...row, body: without(row.body, hidden) } : row,
    ),
  };
}
