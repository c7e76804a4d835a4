import type { StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** Where a page of closed cases begins: after the case with this closing. */
export interface ClosedCursor {
  at: string;
  id: string;
}

/** A closed case with the child whose it is, as far as this reader may see them. */
export interface ClosedCase {
  record: StoredRecord;
  child: StoredRecord | null;
  closedAt: string;
  /** Whether it is the last of the child's cases, as far as this reader may see them. */
  isLast: boolean;
}

type Raw = RawRecord & { closed_at: string; child: RawRecord | null; others: boolean };

const columns = recordColumns
  .split(', ')
  .map((column) => `r.${column}`)
  .join(', ');

/** Cases that closed before a day, the longest closed first, with their children; by key, no offset. */
export async function findClosedCases(
  tx: Tx,
  asked: { before: string; after?: ClosedCursor | undefined; limit: number },
): Promise<ClosedCase[]> {
  const found = await tx.query<Raw>({
    name: 'closed cases',
    text: `select ${columns}, r.closed_at,
        (select row_to_json(c) from (select ${recordColumns} from record where id = r.parent_id) c) as child,
        exists (select 1 from record o where o.parent_id = r.parent_id and o.kind = 'childCase' and o.id <> r.id) as others
      from record r where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and r.closed_at < $1
        and ($2::timestamptz is null or (r.closed_at, r.id) > ($2::timestamptz, $3::uuid))
      order by r.closed_at, r.id limit $4`,
    values: [asked.before, asked.after?.at ?? null, asked.after?.id ?? null, asked.limit],
  });
  return found.rows.map((row) => ({
    record: storedRecord(row),
    child: row.child ? storedRecord(row.child) : null,
    closedAt: row.closed_at,
    isLast: !row.others,
  }));
}
