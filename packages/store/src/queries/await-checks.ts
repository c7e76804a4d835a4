import { type AwaitNextCheckPayload, type RecordKind, topicOf } from '@mase/workflow';
import type { Store } from '../store.js';
import { byOneWorker } from './by-one-worker.js';
import { changeBySystem } from './change-by-system.js';
import { findProfile } from './find-profile.js';

/** A record on which a check was fixed that stands in nobody’s list. */
interface Unawaited {
  partnership_id: string;
  record_id: string;
  kind: RecordKind;
  next_check: string;
}

/**
 * Puts checks that were fixed before each had a clock into the list in which they would stand today, at most `limit`: each by
 * an ordinary command by the system, once. A check that is fixed now starts its clock by itself, so that a worker asks for
 * these when it starts and until none is left. One worker at a time; answers how many were put into a list.
 */
export async function awaitChecks(worker: Store, app: Store, limit = 500): Promise<number> {
  let put = 0;
  const waiting = { name: 'await checks', waiting: 'checks_fixed_before', limit };
  await byOneWorker<Unawaited>(worker, waiting, async ({ partnership_id, record_id, kind, next_check }) => {
    const payload: AwaitNextCheckPayload = { nextCheck: next_check };
    const { outcome } = await changeBySystem(app, partnership_id, {
      name: `${topicOf(kind).name}/await-next-check`,
      recordId: record_id,
      payload,
      profile: await findProfile(worker.pool, partnership_id, worker.clock()),
      by: 'Checks fixed before',
    });
    if (outcome === 'accepted') put += 1;
  });
  return put;
}
