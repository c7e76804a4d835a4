import { createHash } from 'node:crypto';
import type { Store } from '../store.js';

/**
 * Does work that the system does of itself beside commands, as one worker at a time: takes what waits, at most `limit`,
 * and does each. Answers how many were done; none where another worker is at it.
 */
export async function byOneWorker<Waiting extends object>(
  worker: Store,
  { name, waiting, limit }: { name: string; waiting: string; limit: number },
  work: (one: Waiting) => Promise<void>,
): Promise<number> {
  const client = await worker.pool.connect();
  try {
    const mine = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtext($1)) as locked',
      [name],
    );
    if (!mine.rows[0]?.locked) return 0;
    try {
      const found = await client.query<Waiting>({
        name: `waiting: ${name}`,
        text: `select * from ${waiting}($1)`,
        values: [limit],
      });
      for (const one of found.rows) await work(one);
      return found.rows.length;
    } finally {
      await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
    }
  } finally {
    client.release();
  }
}

/** The id of what the system proposes about something: always the same for the same words, so that it is proposed once. */
export function proposalId(...about: string[]): string {
  const hex = createHash('sha256').update(about.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
