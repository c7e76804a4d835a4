import { type RecordKind, type StoredRecord, shownOf } from '@mase/workflow';
import type { HistoryEntry } from '../ledger/history-entry.js';
import { sealedPosition } from '../measures/scorecard-figures.js';
import type { Tx } from '../store.js';
import { type RawWritten, writtenColumns, writtenRow } from '../stored-record.js';
import type { DatedRow } from './find-case.js';

/** A sealed position of the ledger: how many entries stand before it, and when it was sealed. */
export interface SealedPosition {
  size: number;
  at: string;
}

/** The last sealed position at an instant or before it; null where nothing had been sealed by then. */
export async function findSealedBefore(tx: Tx, instant: string): Promise<SealedPosition | null> {
  const found = await sealedPosition(tx, instant);
  return found && found.entries !== null ? { size: found.entries, at: found.at } : null;
}

/**
 * Records as the books had them at a sealed position, from their history, as far as the reader reads their histories
 * now. One that was not on the books then is not among them, nor one whose entries a disposal has destroyed.
 */
export async function findRecordsAsTheyWere(
  tx: Tx,
  position: SealedPosition,
  ids: readonly string[],
): Promise<StoredRecord[]> {
  const found = await tx.query<{ entry: string; at: string }>({
    name: 'records as they were',
    text: `select h.entry, h.at from versions_at($1::uuid[], $2) v
      join history h on h.record_id = v.record_id and h.version = v.version
      where h.entry is not null order by h.record_id`,
    values: [ids, position.size],
  });
  return found.rows.map(({ entry, at }) => {
    const { record, state, standing } = JSON.parse(entry) as HistoryEntry;
    return {
      id: record.id,
      kind: record.kind,
      ...shownOf(record.version, standing),
      state,
      at,
      parentId: record.parentId,
      subjectId: record.subjectId,
    };
  });
}

/** What had been written on a record by a sealed position, newest first, as far as the reader may see it now. */
export async function findWrittenAsItWas(
  tx: Tx,
  position: SealedPosition,
  { id, kind }: Pick<StoredRecord, 'id' | 'kind'>,
): Promise<DatedRow[]> {
  const found = await tx.query<RawWritten>({
    name: 'written as it was',
    text: `select ${writtenColumns} from written
      where record_id = $1 and version <= (select version from versions_at(array[$1::uuid], $2)) order by at desc, id desc`,
    values: [id, position.size],
  });
  return found.rows.map((row) => ({ ...writtenRow(row, kind), at: row.at, authorId: row.author_id }));
}

/** One page of ids of records of a kind that the reader sees now, after an id. */
export async function findIdsOfKind(
  tx: Tx,
  asked: { kind: RecordKind; after: string | null; limit: number },
): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'ids of kind',
    text: `select r.id from record r where r.partnership_id = (select app_partnership()) and r.kind = $1
      and ($2::uuid is null or r.id > $2) order by r.id limit $3`,
    values: [asked.kind, asked.after, asked.limit],
  });
  return found.rows.map((row) => row.id);
}

/**
 * One page of ids of records, of a kind or of every kind, on which a clock was overdue at an instant and whose history
 * the reader reads now, after an id. Asked of the clocks that were overdue then, however many records there are. That a
 * clock runs no more may be accepted shortly before a seal and stand after it: such a record is among them too, and what
 * its history says decides.
 */
export async function findIdsOverdueAt(
  tx: Tx,
  asked: { at: string; kind: RecordKind | null; after: string | null; limit: number },
): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'ids overdue at',
    text: 'select id from overdue_at($1, $2, $3, $4) id order by id',
    values: [asked.at, asked.kind, asked.after, asked.limit],
  });
  return found.rows.map((row) => row.id);
}
