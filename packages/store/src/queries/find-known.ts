import type { Tx } from '../store.js';

/**
 * Those of the named items of which this reader may know that they are on an agenda: what he or she sees, and of a
 * sitting that he or she observes those that are open. One whose existence is closed to the reader is not among them.
 */
export async function findKnown(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await tx.query<{ id: string }>({
    name: 'known items',
    text: `select id from record where id = any ($1::uuid[]) union select id from items_observed($1::uuid[]) item (id)`,
    values: [ids],
  });
  return new Set(found.rows.map(({ id }) => id));
}
