import type { StoredRecord, WrittenRow } from '@mase/workflow';
import type { Tx } from '../store.js';
import {
  type RawRecord,
  type RawWritten,
  recordColumns,
  storedRecord,
  writtenColumns,
  writtenRow,
} from '../stored-record.js';

/** A case that triage has before it, or decided on the day, with what was written that triage goes by. */
export interface TriageCase {
  record: StoredRecord;
  rows: (WrittenRow & { at: string })[];
}

/** So many referrals stand on one screen; a partnership's day has a few dozen. */
const most = 200;

/**
 * What waits for triage, the longest waiting first, and what was decided between two instants: as far as the reader may
 * see it, in two statements. The rows are the referral, the checks, the views and the decision.
 */
export async function findTriageDay(
  tx: Tx,
  { from, until }: { from: string; until: string },
): Promise<TriageCase[]> {
  const found = await tx.query<RawRecord>({
    name: 'triage day',
    text: `(select ${recordColumns} from record where kind = 'childCase' and phase = 'awaitingTriage'
        order by opened_at, id limit ${most})
      union
      (select ${recordColumns} from record where kind = 'childCase' and id in (
        select record_id from written where partnership_id = (select app_partnership()) and kind = 'triage'
          and at >= $1 and at < $2 limit ${most}))`,
    values: [from, until],
  });
  const records = found.rows.map(storedRecord);
  const rows = await tx.query<RawWritten>({
    name: 'triage rows',
    text: `select ${writtenColumns} from written
      where record_id = any ($1::uuid[]) and kind in ('referral', 'check', 'view', 'triage') order by at, id`,
    values: [records.map(({ id }) => id)],
  });
  return records.map((record) => ({
    record,
    rows: rows.rows
      .filter((row) => row.record_id === record.id)
      .map((row) => ({ ...writtenRow(row, 'childCase'), at: row.at })),
  }));
}
