import {
  phasesBeforeOwner,
  principalsOf,
  type SilentLack,
  silentLacks,
  type UserStanding,
} from '@mase/workflow';
import { type Finding, faultsOr } from './finding.js';
import type { OperatorClient } from './open-operator.js';

/** Whether every open case has an owner, a next step with a date, and a place in a list that somebody has. */
export async function silentFinding(client: OperatorClient): Promise<Finding> {
  const people = await client.query<{ partnership_id: string; id: string; standing: string }>(
    "select partnership_id, id, standing from record where kind = 'user' and phase = 'active'",
  );
  const live = new Map<string, Set<string>>();
  for (const { partnership_id: of, id, standing } of people.rows) {
    const { agencyId, teamId, roles, panels } = JSON.parse(standing) as UserStanding;
    const known = live.get(of) ?? new Set();
    for (const one of principalsOf({ userId: id, agencyId, teamId, roles, posts: [], panels }))
      known.add(one);
    live.set(of, known);
  }
  const partnerships = await client.query<{ id: string }>('select id from partnership order by id');
  const silent: string[] = [];
  for (const { id } of partnerships.rows) {
    const found = await client.query<{ reference: string; lacks: SilentLack[] }>(
      'select r.reference, s.lacks from silent_now($1, $2, $3) s join record r on r.id = s.record_id',
      [id, [...(live.get(id) ?? [])], phasesBeforeOwner],
    );
    for (const { reference, lacks } of found.rows)
      silent.push(`${reference} lacks ${lacks.map((one) => silentLacks[one]).join(', ')}`);
  }
  return faultsOr('open cases', silent, {
    well: 'each has an owner, a next step, and a place in a list that somebody has',
    todo: 'allocate each to somebody who works; where a place in a list is lacking, mase migrate --members-anew works the lists out again',
  });
}
