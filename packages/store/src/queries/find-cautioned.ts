import type { CautionParty, ChildCaseStanding } from '@mase/workflow';
import type { Tx } from '../store.js';

/** Whom the contact cautions of a child's cases stop, by the child's id. */
export type Cautioned = ReadonlyMap<string, readonly CautionParty[]>;

/**
 * Of which of these children contact cautions stand, and whom these stop: as far as the reader has a part in the case on
 * which one stands. What stands beside a name in every list.
 */
export async function findCautioned(
  tx: Tx,
  childIds: readonly (string | null | undefined)[],
): Promise<Cautioned> {
  const ids = [...new Set(childIds.filter((id): id is string => Boolean(id)))];
  if (ids.length === 0) return new Map();
  const found = await tx.query<{ parent_id: string; standing: string }>({
    name: 'find cautioned',
    text: `select r.parent_id, r.standing from record r
      where r.kind = 'childCase' and r.parent_id = any($1::uuid[]) and r.standing like '%"cautions":[{%'
        and exists (select 1 from case_reader c where c.record_id = r.id and c.class in ('safety', 'caution')
          and (c.until is null or c.until > (select app_now())))
      order by r.id`,
    values: [ids],
  });
  const cautioned = new Map<string, CautionParty[]>();
  for (const row of found.rows) {
    const { cautions = [] } = JSON.parse(row.standing) as ChildCaseStanding;
    const before = cautioned.get(row.parent_id) ?? [];
    cautioned.set(row.parent_id, [...new Set([...before, ...cautions.map(({ party }) => party)])]);
  }
  return cautioned;
}
