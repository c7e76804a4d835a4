import type { Profile } from '@mase/workflow';
import type { Store } from '../store.js';
import { changeBySystem } from './change-by-system.js';

/**
 * Ends the matches that nobody has decided and that rested on a link which was withdrawn, once no link is left by which
 * the same record holds the same identifier: each by an ordinary command of the system, since whoever withdraws a link
 * need not know of a match, and a match may be closed to him or her.
 */
export async function withdrawMatches(
  worker: Store,
  app: Store,
  { partnership_id, record_id }: { partnership_id: string; record_id: string },
  profile: Profile,
): Promise<void> {
  const left = await worker.pool.query<{ id: string }>({
    name: 'matches left by link',
    text: 'select * from matches_left_by_link($1)',
    values: [record_id],
  });
  for (const { id } of left.rows) {
    const command = { name: 'identifier-matches/withdraw-match', recordId: id, payload: {}, profile };
    // Refused where its owner has decided on it since it was found.
    const { outcome } = await changeBySystem(app, partnership_id, { ...command, by: 'Matching' });
    if (outcome !== 'accepted' && outcome !== 'refused') throw new Error(`A match was not ended: ${outcome}`);
  }
}
