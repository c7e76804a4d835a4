import type { RecordKind } from '@mase/workflow';
import type { Tx } from '../store.js';

/** A line of somebody's work: what waits, on which record, until when. */
export interface QueueItem {
  recordId: string;
  kind: RecordKind;
  due: string;
  step: string;
  title: string;
  reference: string | null;
  grade: string | null;
  phase: string;
  principal: string;
  /** The child whose record it is a part of; null where the reader does not see whose. */
  childId: string | null;
  /** The persons whose record it is a part of: whom the audit names. */
  persons: string[];
}

/** Where a page of the work queue begins: after this due time and record. */
export interface QueueCursor {
  due: string;
  recordId: string;
}

/** One page of what waits for these principals, soonest first, or all of it without a limit; keyset, so that page 50 costs what page 1 does. */
export async function findQueue(
  tx: Tx,
  asked: { principals: readonly string[]; after?: QueueCursor; limit: number | null },
): Promise<QueueItem[]> {
  const found = await tx.query<{ [column: string]: string | null } & { persons: string[] }>({
    name: 'queue',
    text: `select q.record_id, q.due, q.step, q.principal, r.kind, r.title, r.reference, r.grade, r.phase,
        r.persons::text[] as persons, (select c.id from record c where c.id = r.persons[1] and c.kind = 'child') as child_id
      from unnest($1::text[]) p (principal)
      cross join lateral (
        select * from queue_row q where q.principal = p.principal
          and ($2::timestamptz is null or (q.due, q.record_id) > ($2::timestamptz, $3::uuid))
        order by q.due, q.record_id limit $4) q
      join record r on r.id = q.record_id
      order by q.due, q.record_id limit $4`,
    values: [asked.principals, asked.after?.due ?? null, asked.after?.recordId ?? null, asked.limit],
  });
  return found.rows.map((row) => ({
    recordId: row.record_id as string,
    kind: row.kind as RecordKind,
    due: row.due as string,
    step: row.step as string,
    title: row.title as string,
    reference: row.reference ?? null,
    grade: row.grade ?? null,
    phase: row.phase as string,
    principal: row.principal as string,
    childId: row.child_id ?? null,
    persons: row.persons,
  }));
}
