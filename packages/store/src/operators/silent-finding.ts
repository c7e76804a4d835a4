import { type Finding, faultsOr } from './finding.js';
import type { OperatorClient } from './open-operator.js';

/** Before it is taken on, a case is the team’s that looks at it: triage, or the intelligence desk. */
const beforeOwned = ['awaitingTriage', 'nominated', 'reported', 'screening'];

/** Whether every open case has an owner, a next step with a date, and a place in a list. */
export async function silentFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ reference: string; lacks: string }>(
    `select r.reference, concat_ws(', ',
        case when r.owner_id is null and r.team_id is null and r.phase <> all ($1) then 'an owner' end,
        case when r.next_step is null or r.next_due is null then 'a next step with a date' end,
        case when not exists (select 1 from queue_row q where q.record_id = r.id) then 'a place in a list' end) as lacks
     from record r where r.kind in ('childCase', 'personCase', 'locationCase')
       and r.phase not in ('closed', 'declined', 'disposed') order by r.id`,
    [[...beforeOwned]],
  );
  const silent = found.rows
    .filter((row) => row.lacks !== '')
    .map((row) => `${row.reference} lacks ${row.lacks}`);
  return faultsOr('open cases', silent, {
    well: `all ${found.rows.length} have an owner, a next step and a place in a list`,
    todo: 'allocate each to somebody; where a list is lacking, mase migrate --members-anew works the lists out again',
  });
}
