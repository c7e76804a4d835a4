import type { Tx } from '../store.js';

/** How many reports of intelligence somebody submitted in the year before an instant, of those that this reader sees. */
export async function countSubmitted(
  tx: Tx,
  { by, before }: { by: string; before: string },
): Promise<number> {
  const found = await tx.query<{ count: number }>({
    name: 'count submitted',
    text: `select count(*)::int from record where kind = 'intelligence' and standing::json #>> '{submitted,by}' = $1
      and opened_at < $2 and opened_at > $2::timestamptz - interval '1 year'`,
    values: [by, before],
  });
  return found.rows[0]?.count ?? 0;
}
