import type { RecordKind, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawWritten, writtenColumns, writtenRow } from '../stored-record.js';
import type { SealedPosition } from './find-as-it-was.js';
import type { DatedRow } from './find-case.js';
import {
  type HistoryLine,
  historyLine,
  type LineRow,
  lineColumns,
  linesShown,
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

const which = ({ recordId }: Pick<ExportAsked, 'recordId'>) =>
  recordId === undefined
    ? 'r.kind = $1'
    : '(r.id = $1::uuid or r.parent_id = $1::uuid or r.subject_id = $1::uuid)';

/** One page of the ids of records that this reader reads whole now, in their order. */
export async function findExportIds(tx: Tx, asked: ExportAsked): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: `export ${asked.recordId === undefined ? 'kind' : 'record'}`,
    text: `select r.id from record r where r.partnership_id = (select app_partnership())
      and ${which(asked)} and ($2::uuid is null or r.id > $2) and ${readsWhole}
      order by r.id limit $3`,
    values: [asked.recordId ?? asked.kind, asked.after, asked.limit],
  });
  return found.rows.map(({ id }) => id);
}

/** How many records of a selection this reader reads whole now. */
export async function countExported(tx: Tx, asked: Pick<ExportAsked, 'kind' | 'recordId'>): Promise<number> {
  const found = await tx.query<{ n: number }>({
    name: `export count of ${asked.recordId === undefined ? 'kind' : 'record'}`,
    text: `select count(*)::integer as n from record r where r.partnership_id = (select app_partnership())
      and ${which(asked)} and ${readsWhole}`,
    values: [asked.recordId ?? asked.kind],
  });
  return found.rows[0]?.n ?? 0;
}

/** What had been written on some records by a sealed position, as far as this reader reads it now, in the order of its ids. */
export async function findExportWritten(
  tx: Tx,
  position: SealedPosition,
  records: readonly Pick<StoredRecord, 'id' | 'kind'>[],
): Promise<DatedRow[]> {
  const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
  const found = await tx.query<RawWritten>({
    name: 'export written',
    text: `select ${writtenColumns} from written w
      join (select v.record_id as of, v.version as until from versions_at($1::uuid[], $2) v) v
        on w.record_id = v.of and w.version <= v.until order by id`,
    values: [[...kinds.keys()], position.size],
  });
  return found.rows.map((row) => ({
    ...writtenRow(row, kinds.get(row.record_id) as RecordKind),
    at: row.at,
    authorId: row.author_id,
  }));
}

/** A line of a history, with whose it is. */
export type ExportedLine = HistoryLine & { recordId: string };

/** The histories of some records up to a sealed position, as far as this reader reads them now. */
export async function findExportHistory(
  tx: Tx,
  position: SealedPosition,
  ids: readonly string[],
): Promise<ExportedLine[]> {
  const found = await tx.query<LineRow & { record_id: string }>({
    name: 'export history',
    text: `select record_id, ${lineColumns} from history h
      join (select v.record_id as of, v.version as until from versions_at($1::uuid[], $2) v) v
        on h.record_id = v.of and h.version <= v.until
      where ${shownLines('$3', '$4', '$5')} order by record_id, version`,
    values: [ids, position.size, ...linesShown],
  });
  return found.rows.map((row) => ({ recordId: row.record_id, ...historyLine(row) }));
}

/** What the audit says of the download of an export: that it was begun, how far it is, and how it ended. */
export interface ExportOutcome {
  startedAt: string | null;
  /** How often it was begun from its first byte. */
  wholes: number;
  /** When it was begun or taken up last; what was said before that is of an earlier try. */
  triedAt: string | null;
  /** The words with which it was last said how far the last try is, and when. */
  progress: { said: string; at: string } | null;
  /** When the last try ended; null while it is at work, or was stopped without a word. */
  endedAt: string | null;
  /** The words with which the last end was written, of whichever try: rows, bytes, digest, whether it came to its end. */
  said: string | null;
}

const tries = ['exports/started', 'exports/resumed'];
/** Whether a try says that it sends the rest of a file from a byte on. */
const isRest = (reason: string | null) => /^from byte [1-9]/.test(reason ?? '');

/** Reads the outcome of an export from the lines that its requester’s download left in the audit since it was asked for. */
export async function findExportOutcome(
  tx: Tx,
  asked: { exportId: string; by: string; since: string },
): Promise<ExportOutcome> {
  const found = await tx.query<{ action: string; at: string; reason: string | null }>({
    name: 'export outcome',
    text: `select action, at, entry::json ->> 'reason' as reason from (
        (select id, action, at, entry from audit where user_id = $2 and at >= $3 and record_id = $1
          and action in ('exports/started', 'exports/resumed', 'exports/ended'))
        union all
        (select id, action, at, entry from audit where user_id = $2 and at >= $3 and record_id = $1
          and action = 'exports/rows' order by id desc limit 1)) lines
      order by id`,
    values: [asked.exportId, asked.by, asked.since],
  });
  const lines = found.rows;
  const tried = lines.findLastIndex(({ action }) => tries.includes(action));
  const ofTry = lines.slice(tried + 1);
  const progress = ofTry.findLast(({ action }) => action === 'exports/rows');
  const isEnd = ({ action }: { action: string }) => action === 'exports/ended';
  return {
    wholes: lines.filter(({ action, reason }) => tries.includes(action) && !isRest(reason)).length,
    startedAt: lines.find(({ action }) => action === 'exports/started')?.at ?? null,
    triedAt: lines[tried]?.at ?? null,
    progress: progress ? { said: progress.reason ?? '', at: progress.at } : null,
    endedAt: ofTry.findLast(isEnd)?.at ?? null,
    said: lines.findLast(isEnd)?.reason ?? null,
  };
}

/** Holds the only place from which an export is downloaded until the end of the transaction; others wait. */
export async function holdExport(tx: Tx, exportId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`mase export ${exportId}`]);
}
