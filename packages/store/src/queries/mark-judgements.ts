import type { MarkForChairPayload } from '@mase/workflow';
import { clockReading } from '../access.js';
import { change } from '../change.js';
import type { Store } from '../store.js';
import { byOneWorker } from './by-one-worker.js';
import { findProfile } from './find-profile.js';

/** A case with a judgement that is listed to the chair, who does not read the case by it yet. */
interface Judged {
  partnership_id: string;
  record_id: string;
  at: string;
}

/**
 * Marks the cases whose listed judgements are older than the mark by which the chair reads them, at most `limit`: each by an
 * ordinary command by the system, once. A judgement recorded since marks its case itself, so that a worker asks for these
 * when it starts and until none is left. One worker at a time; answers how many were marked.
 */
export async function markJudgements(worker: Store, app: Store, limit = 500): Promise<number> {
  let marked = 0;
  const waiting = { name: 'mark judgements', waiting: 'judged_for_chair', limit };
  await byOneWorker<Judged>(worker, waiting, async ({ partnership_id, record_id, at }) => {
    const payload: MarkForChairPayload = { judgedAt: at };
    const outcome = await change(app, {
      name: 'child-cases/mark-for-chair',
      recordId: record_id,
      payload,
      actor: {
        ...{ kind: 'clock', userId: null, name: 'Judgements for the chair' },
        ...{ agencyId: null, teamId: null, roles: [] },
      },
      reading: clockReading(partnership_id),
      profile: await findProfile(worker.pool, partnership_id, worker.clock()),
      ifMatch: 'any',
    });
    if (outcome.outcome === 'accepted') marked += 1;
  });
  return marked;
}
