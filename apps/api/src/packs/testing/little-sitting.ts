import { openOwner } from '@mase/store/testing';
import { anAssessment } from '@mase/workflow/testing';
import type { TestApi } from '../../testing/test-api.js';

/** Words that stand in the disruption part alone: they must not reach anybody who may not read it. */
export const canary = 'CANARY-QUAYSIDE-CAR-WASH';

/** A sitting with three children on its agenda, as its parts are told apart in tests. */
export interface LittleSitting {
  id: string;
  cases: { robin: string; sam: string; alex: string };
  items: { robin: string; sam: string; alex: string };
}

const due = '2026-02-10';

/** Leads a child's case to a confirmed grade by real commands. */
export async function gradedCase(
  { give, founded }: TestApi,
  child: { firstName: string; lastName: string; chosenName?: string; birthDate?: string },
  grade: 'low' | 'medium' | 'high' = 'medium',
): Promise<string> {
  const seenOrSaid = 'An adult nobody knows waits after school (made up).';
  const { id } = await give('referrer', 'child-cases/record-referral', {
    seenOrSaid,
    immediateDanger: false,
    household: 'Mother and a brother',
    child,
  });
  const triage = {
    outcome: 'risk-assessment',
    reasons: 'Made up',
    policeView: 'given',
    policeViewText: 'Nothing known',
    teamId: 'north',
  };
  await give('triage', 'child-cases/decide-triage', triage, id);
  await give('manager', 'child-cases/allocate-worker', { workerId: founded.people.worker }, id);
  const { entry } = await give(
    'worker',
    'child-cases/assess-risk',
    anAssessment(grade, { kind: 'sexual', reasons: 'Messages from an adult (made up)' }),
    id,
  );
  await give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade }, id);
  return id;
}

/** An action of the plan with nothing missing. */
export function planAction(caseId: string, ownerId: string | undefined, over: object = {}): object {
  return {
    caseId,
    part: 'safety',
    kind: 'assertive-outreach',
    what: 'Meet at the youth club twice a week',
    ownerId,
    outcome: 'Somebody to call',
    due,
    measure: 'Calls answered',
    contingency: 'The deputy meets',
    ...over,
  };
}

/** Lists a graded case by a manager's reasons. */
export async function list({ give }: TestApi, id: string): Promise<void> {
  const reasons = { noStrategyReason: 'The threshold is not met', noPlanReason: 'It is being written' };
  await give(
    'manager',
    'child-cases/list-for-panel',
    { basis: 'professional-concern', asked: 'Does the plan suffice?', ...reasons },
    id,
  );
}

/** A sitting with its agenda open, chaired by the demonstration's chair. */
export async function openSitting(
  { give, founded }: TestApi,
  startsAt: string,
  endsAt: string,
): Promise<string> {
  const about = {
    panel: 'North locality panel',
    startsAt,
    endsAt,
    place: 'Room 2, Fernshire Civic Centre',
    chairId: founded.people.chair,
  };
  const { id } = await give('coordinator', 'sittings/schedule-sitting', about);
  await give('coordinator', 'sittings/open-agenda', {}, id);
  return id;
}

/** Puts a listed case on the agenda; gives the item's id. */
export async function addItem(
  { give, founded, database }: TestApi,
  sitting: string,
  caseId: string,
  over: object = {},
): Promise<string> {
  const item = {
    caseId,
    section: 'child-review',
    asked: 'Is this child safe now?',
    presenterId: founded.people.worker,
    ...over,
  };
  await give('coordinator', 'sittings/add-item', item, sitting);
  return openOwner(database.connections.owner, async (client) => {
    const found = await client.query<{ id: string }>(
      "select id from record where kind = 'agendaItem' and subject_id = $1 and parent_id = $2",
      [caseId, sitting],
    );
    return found.rows[0]?.id as string;
  });
}

/** Three children before a panel: one ordinary, one with a disruption part, one of whom little is recorded. */
export async function littleSitting(api: TestApi): Promise<LittleSitting> {
  const { give, founded } = api;
  const { people } = founded;
  const robin = await gradedCase(api, {
    firstName: 'Robin',
    lastName: 'Ordinary',
    chosenName: 'Robbie',
    birthDate: '2010-06-01',
  });
  await give(
    'worker',
    'child-cases/record-safety-action',
    { who: 'Aunt Maddie', what: 'Robbie is driven home from school', when: 'Every school day' },
    robin,
  );
  await give(
    'worker',
    'child-cases/record-view',
    { of: 'child', words: 'I want them to stop waiting for me.', how: 'told on a walk' },
    robin,
  );
  await give(
    'worker',
    'child-cases/record-view',
    { of: 'parent', how: 'Telephoned twice', whyNot: 'Nobody answered' },
    robin,
  );
  await give('worker', 'plan-actions/add-action', planAction(robin, people.interviewer));
  await give(
    'worker',
    'plan-actions/add-action',
    planAction(robin, people['member-health'], { what: 'Offer a clinic appointment with a nurse of choice' }),
  );
  await give('manager', 'child-cases/agree-plan', { kind: 'full' }, robin);
  const sam = await gradedCase(
    api,
    { firstName: 'Sam', lastName: 'Shielded', birthDate: '2009-03-09' },
    'high',
  );
  await give(
    'worker',
    'plan-actions/add-action',
    planAction(sam, people.worker, { what: 'Walk with Sam to the bus', due: '2026-01-12' }),
  );
  await give(
    'worker',
    'plan-actions/add-action',
    planAction(sam, people['member-police'], {
      part: 'disruption',
      kind: 'disruption',
      what: `Visit ${canary} unannounced`,
    }),
  );
  await give('manager', 'child-cases/agree-plan', { kind: 'interim' }, sam);
  const alex = await gradedCase(api, { firstName: 'Alex', lastName: 'Untold' }, 'low');
  for (const id of [robin, sam, alex]) await list(api, id);
  const id = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T11:00:00.000Z');
  const items = {
    robin: await addItem(api, id, robin),
    sam: await addItem(api, id, sam, { section: 'child-new', minutes: 12 }),
    alex: await addItem(api, id, alex, { section: 'child-step-down' }),
  };
  const recipients = ['chair', 'coordinator', 'member-police', 'member-health'].map((key) => people[key]);
  await give('coordinator', 'sittings/issue-papers', { recipients }, id);
  return { id, cases: { robin, sam, alex }, items };
}
