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

/**
 * One page of ids of records of a kind that the reader sees now, after an id; with `overdueAt` none on which no clock was
 * overdue at that instant. That a clock runs no more may be accepted shortly before a seal and stand after it: such a record
 * is among them too, and what its history says decides.
 */
export async function findIdsOfKind(
  tx: Tx,
  asked: { kind: RecordKind; after: string | null; limit: number; overdueAt: string | null },
): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'ids of kind',
    text: `select r.id from record r where r.partnership_id = (select app_partnership()) and r.kind = $1
      and ($2::uuid is null or r.id > $2)
      and ($4::timestamptz is null or exists (select 1 from clock c where c.record_id = r.id and c.due < $4
        and (c.ended_by is null or exists (select 1 from history e
          where e.record_id = c.record_id and e.command_id = c.ended_by and e.at > $4 - interval '1 hour'))))
      order by r.id limit $3`,
    values: [asked.kind, asked.after, asked.limit, asked.overdueAt],
  });
  return found.rows.map((row) => row.id);
}
