import type { Store } from '@mase/store';
import { amongExported, findExportWritten, findRecordsById, reading } from '@mase/store';
import type { StoredRecord } from '@mase/workflow';
import type { ExportPage, ExportRun } from './export-pages.js';

/** Records that those of a page are about, and what is written of both. */
export interface Beside<T extends StoredRecord> {
  records: Map<string, T>;
  written: ExportPage['written'];
}

/** The records of these ids that both readers of an export read whole, and what both read of them and of those of a page. */
export async function readBeside<T extends StoredRecord>(
  store: Store,
  { requester, approver }: ExportRun,
  page: readonly StoredRecord[],
  of: readonly (string | null)[],
): Promise<Beside<T>> {
  const ids = [...new Set(of.filter((id): id is string => id !== null))];
  const found = await reading(store, requester, (tx) => findRecordsById(tx, ids));
  const approved = await reading(store, approver, async (tx) => ({
    ids: await amongExported(tx, ids),
    rows: new Set((await findExportWritten(tx, [...page, ...found])).map(({ id }) => id)),
  }));
  const both = found.filter(({ id }) => approved.ids.has(id));
  const written = await reading(store, requester, (tx) => findExportWritten(tx, [...page, ...both]));
  return {
    records: new Map(both.map((one) => [one.id, one as T])),
    written: written.filter(({ id }) => approved.rows.has(id)),
  };
}
