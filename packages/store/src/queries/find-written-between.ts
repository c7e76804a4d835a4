import type { Tx } from '../store.js';

/** Something that was written, as far as its words go: by whom, of which kind, and the body. */
export interface WrittenWords {
  kind: string;
  authorId: string | null;
  body: object;
}

/** What was recorded from one instant until before another, as far as the reader reads it; at most so many, the newest. */
export async function findWrittenBetween(
  tx: Tx,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<WrittenWords[]> {
  const { rows } = await tx.query<{ kind: string; author_id: string | null; body: string }>({
    name: 'written-between',
    text: `select kind, author_id, body from written where at >= $1 and at < $2
      order by at desc, id limit $3`,
    values: [from, until, limit],
  });
  return rows.map(({ kind, author_id, body }) => ({
    kind,
    authorId: author_id,
    body: JSON.parse(body) as object,
  }));
}
