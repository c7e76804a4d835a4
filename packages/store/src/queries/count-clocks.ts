import type { Tx } from '../store.js';

/** How many clocks of each rule records have had, the running one among them, by record and rule with a space between. */
export async function countClocks(tx: Tx, recordIds: readonly string[]): Promise<Map<string, number>> {
  const found = await tx.query<{ record_id: string; rule: string; n: number }>({
    name: 'count clocks',
    text: `select record_id, rule, count(*)::integer as n from clock where record_id = any ($1::uuid[]) group by record_id, rule`,
    values: [[...new Set(recordIds)]],
  });
  return new Map(found.rows.map(({ record_id, rule, n }) => [`${record_id} ${rule}`, n]));
}
