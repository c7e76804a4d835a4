import type { Store } from '../store.js';
import { hashSecret } from './hash-secret.js';

/**
 * Counts a try under a key before it is made, so that many at once gain nothing; gives 0, or the seconds to wait where
 * there were more than `atMost` within so many minutes. One count serves every process of the api.
 */
export async function takeTry(
  store: Store,
  key: string,
  { atMost, minutes }: { atMost: number; minutes: number },
): Promise<number> {
  const taken = await store.pool.query<{ wait: number }>(
    'select take_try($1, $2, make_interval(mins => $3)) as wait',
    [hashSecret(key), atMost, minutes],
  );
  return taken.rows[0]?.wait ?? 0;
}

/** Gives a try back that succeeded; all of them where the key is of one person at one address. */
export async function giveTryBack(store: Store, key: string, all = false): Promise<void> {
  await store.pool.query('select give_try_back($1, $2)', [hashSecret(key), all]);
}
