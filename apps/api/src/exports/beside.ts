import { findExportWritten, findRecordsAsTheyWere, reading, type Store } from '@mase/store';
import type { StoredRecord } from '@mase/workflow';
import type { ExportPage, ExportRun } from './export-pages.js';

/** Records that those of a page are about, and what is written of both. */
export interface Beside<T extends StoredRecord> {
  records: Map<string, T>;
  written: ExportPage['written'];
}

/**
 * The records of these ids that both readers of an export read whole, as they were at its position, and what both read of
 * what had been written on them and on those of a page by then.
 */
export async function readBeside<T extends StoredRecord>(
  store: Store,
  { requester, approver, position }: ExportRun,
  page: readonly StoredRecord[],
  of: readonly (string | null)[],
): Promise<Beside<T>> {
  const ids = [...new Set(of.filter((id): id is string => id !== null))];
  const approved = await reading(store, approver, async (tx) => {
    const found = await findRecordsAsTheyWere(tx, position, ids);
    const written = await findExportWritten(tx, position, [...page, ...found]);
    return { ids: new Set(found.map(({ id }) => id)), rows: new Set(written.map(({ id }) => id)) };
  });
  return reading(store, requester, async (tx) => {
    const both = await findRecordsAsTheyWere(
      tx,
      position,
      ids.filter((id) => approved.ids.has(id)),
    );
    const written = await findExportWritten(tx, position, [...page, ...both]);
    return {
      records: new Map(both.map((one) => [one.id, one as T])),
      written: written.filter(({ id }) => approved.rows.has(id)),
    };
  });
}

/** The records of these ids, as they were at the position of an export, that both of its readers read whole. */
export async function readByBoth<T extends StoredRecord>(
  store: Store,
  { requester, approver, position }: ExportRun,
  of: readonly (string | null)[],
): Promise<Map<string, T>> {
  const ids = [...new Set(of.filter((id): id is string => id !== null))];
  if (ids.length === 0) return new Map();
  const approved = await reading(store, approver, (tx) => findRecordsAsTheyWere(tx, position, ids));
  const among = approved.map(({ id }) => id);
  const both = await reading(store, requester, (tx) => findRecordsAsTheyWere(tx, position, among));
  return new Map(both.map((one) => [one.id, one as T]));
}
