import type { Tx } from '../store.js';

/** Names of accounts and agencies by id, in one query; whoever is not on the books is left out. */
export async function findNames(
  tx: Tx,
  ids: Iterable<string | null | undefined>,
): Promise<{ [id: string]: string }> {
  const wanted = [...new Set([...ids].filter((id): id is string => Boolean(id)))];
  if (wanted.length === 0) return {};
  const found = await tx.query<{ id: string; title: string }>({
    name: 'names',
    text: 'select id, title from names_of($1) order by id',
    values: [wanted],
  });
  return Object.fromEntries(found.rows.map((row) => [row.id, row.title]));
}
