import type { Tx } from '../store.js';

/** Those of the ids made for rows of files that opened a record before, whoever may see it now. */
export async function findOpenedBefore(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'opened before',
    text: 'select id from opened_before($1::uuid[]) as found (id)',
    values: [ids],
  });
  return found.rows.map(({ id }) => id);
}
