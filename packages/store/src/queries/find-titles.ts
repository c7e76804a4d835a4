import type { Tx } from '../store.js';

/** The titles of records, as far as the reader sees them; nothing for the others. */
export async function findTitles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx.query<{ id: string; title: string }>({
    name: 'titles',
    text: 'select id, title from record where id = any ($1::uuid[])',
    values: [[...new Set(ids)]],
  });
  return new Map(found.rows.map(({ id, title }) => [id, title]));
}
