import type { ReachedStage } from '@mase/workflow';
import type { Store } from '../store.js';

/** A clock that has come to a stage of which nobody was reminded yet. */
export interface Due {
  id: string;
  record_id: string;
  /** When it was due, to the microsecond. */
  due: string;
  stage: string;
  to: ReachedStage['to'];
}

/** What `clock_call` notes of a stage. */
export const callOf = (stage: string) => `remind/${stage}`;

/**
 * The question which running clocks have reached which stage, the latest of each, and were not told of it. What was told
 * is looked up clock by clock: after days down the planner knows nothing yet of what is being told, and as a join it
 * would read all of that for each clock.
 */
export function reachedQuery(
  partnershipId: string,
  stages: readonly ReachedStage[],
  limit: number,
  after?: Pick<Due, 'id' | 'due'>,
) {
  return {
    text: `select c.id, c.record_id, c.due::text as due, s.n
      from clock c
      join unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[]) with ordinality
        s (rule, after, up_to, call, n) on s.rule = c.rule and c.due > s.after and c.due <= s.up_to
      where c.partnership_id = $1 and c.ended is null and c.due <= $6 and c.due >= $8
        and (c.due, c.id) > ($8, $9) and (select k.at from clock_call k where k.clock_id = c.id and k.command = s.call) is null
      order by c.due, c.id limit $7`,
    values: [
      partnershipId,
      stages.map(({ rule }) => rule),
      stages.map(({ dueAfter }) => dueAfter ?? '-infinity'),
      stages.map(({ dueUpTo }) => dueUpTo),
      stages.map(({ stage }) => callOf(stage)),
      stages
        .map(({ dueUpTo }) => dueUpTo)
        .sort()
        .at(-1),
      limit,
      after?.due ?? '-infinity',
      after?.id ?? '00000000-0000-0000-0000-000000000000',
    ],
  };
}

/** The clocks to remind of now, the longest due first, at most `limit`; those after a clock, where one is given. */
export async function findReached(
  worker: Store,
  partnershipId: string,
  stages: readonly ReachedStage[],
  limit: number,
  after?: Pick<Due, 'id' | 'due'>,
): Promise<Due[]> {
  const found = await worker.pool.query<Omit<Due, 'stage' | 'to'> & { n: number }>({
    name: 'clocks to remind of',
    ...reachedQuery(partnershipId, stages, limit, after),
  });
  return found.rows.map(({ n, ...clock }) => {
    const { stage, to } = stages[n - 1] as ReachedStage;
    return { ...clock, stage, to };
  });
}
