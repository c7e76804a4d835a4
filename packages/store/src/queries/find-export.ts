import type { RecordKind, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import {
  type RawRecord,
  type RawWritten,
  recordColumns,
  storedRecord,
  writtenColumns,
  writtenRow,
} from '../stored-record.js';
import type { DatedRow } from './find-case.js';
import {
  type HistoryLine,
  historyLine,
  type LineRow,
  lineColumns,
  ownAndTold,
  shownLines,
} from './find-history.js';

/** Which records a page of an export holds: of a kind, or one record and what hangs on it; after an id, so many. */
export interface ExportAsked {
  kind?: RecordKind;
  recordId?: string;
  after: string | null;
  limit: number;
}

const readsWhole = `exists (select 1 from case_reader k where k.record_id = r.id and k.class = 'case'
      and (k.until is null or k.until > (select app_now())))`;

/** One page of the records that this reader reads whole, in the order of their ids. */
export async function findExportRecords(tx: Tx, asked: ExportAsked): Promise<StoredRecord[]> {
  const below = '(r.id = $1::uuid or r.parent_id = $1::uuid or r.subject_id = $1::uuid)';
  const which = asked.recordId === undefined ? 'r.kind = $1' : below;
  const found = await tx.query<RawRecord>({
    name: `export ${asked.recordId === undefined ? 'kind' : 'record'}`,
    text: `select ${recordColumns} from record r where r.partnership_id = (select app_partnership())
      and ${which} and ($2::uuid is null or r.id > $2) and ${readsWhole}
      order by r.id limit $3`,
    values: [asked.recordId ?? asked.kind, asked.after, asked.limit],
  });
  return found.rows.map(storedRecord);
}

/** Those of some records that this reader reads whole. */
export async function amongExported(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const found = await tx.query<{ id: string }>({
    name: 'among exported',
    text: `select r.id from record r where r.id = any ($1::uuid[]) and ${readsWhole}`,
    values: [ids],
  });
  return new Set(found.rows.map(({ id }) => id));
}

/** What this reader reads of what was written on some records, in the order of its ids. */
export async function findExportWritten(tx: Tx, records: readonly StoredRecord[]): Promise<DatedRow[]> {
  const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
  const found = await tx.query<RawWritten>({
    name: 'export written',
    text: `select ${writtenColumns} from written where record_id = any ($1::uuid[]) order by id`,
    values: [[...kinds.keys()]],
  });
  return found.rows.map((row) => ({
    ...writtenRow(row, kinds.get(row.record_id) as RecordKind),
    at: row.at,
    authorId: row.author_id,
  }));
}

/** A line of a history, with whose it is. */
export type ExportedLine = HistoryLine & { recordId: string };

/** The histories of some records, as far as this reader reads them. */
export async function findExportHistory(tx: Tx, ids: readonly string[]): Promise<ExportedLine[]> {
  const found = await tx.query<LineRow & { record_id: string }>({
    name: 'export history',
    text: `select record_id, ${lineColumns} from history h
      where record_id = any ($1::uuid[]) and ${shownLines('$2', '$3')} order by record_id, version`,
    values: [ids, ...ownAndTold],
  });
  return found.rows.map((row) => ({ recordId: row.record_id, ...historyLine(row) }));
}

/** What the audit says of the download of an export: that it was begun, and how it ended. */
export interface ExportOutcome {
  startedAt: string | null;
  endedAt: string | null;
  /** The words with which the end was written: rows, bytes, digest, whether it came to its end. */
  said: string | null;
}

/** Reads the outcome of an export from the lines that its requester’s download left in the audit since it was asked for. */
export async function findExportOutcome(
  tx: Tx,
  asked: { exportId: string; by: string; since: string },
): Promise<ExportOutcome> {
  const found = await tx.query<{ action: string; at: string; reason: string | null }>({
    name: 'export outcome',
    text: `select action, at, entry::json ->> 'reason' as reason from audit
      where user_id = $2 and at >= $3 and record_id = $1 and action in ('exports/started', 'exports/ended') order by id`,
    values: [asked.exportId, asked.by, asked.since],
  });
  // A download that was taken up again has an end for each time: the last one tells what left.
  const of = (action: string) => found.rows.filter((row) => row.action === action).at(-1);
  return {
    startedAt: of('exports/started')?.at ?? null,
    endedAt: of('exports/ended')?.at ?? null,
    said: of('exports/ended')?.reason ?? null,
  };
}

/** Holds the only place from which an export is downloaded until the end of the transaction; others wait. */
export async function holdExport(tx: Tx, exportId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`mase export ${exportId}`]);
}
