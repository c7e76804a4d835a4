import type { RealApi } from './real-api.js';
import { assessment, daysAgo } from './small-world.js';

/** What the tests of the panel's pages start from. */
export interface PanelWorld {
  /** Two cases on the panel's list, with agreed plans and open actions. */
  listed: [string, string];
  /** A third on the list, for an agenda still to come. */
  spare: string;
  /** In planning: an action with gaps, nothing agreed. */
  planning: string;
  /** A closure is proposed and waits for its approval. */
  closing: string;
  closed: string;
  /** Actions: one offered to the health member, one accepted. */
  offered: string;
  accepted: string;
  /** A child whose missing episodes raised a proposal, and the proposal. */
  child: string;
  proposal: string;
}

/** A day so many days from now, as YYYY-MM-DD. */
export function dayAhead(days: number): string {
  return daysAgo(-days).slice(0, 10);
}

/** A case with a confirmed low or medium grade, taken on by the team of the north. */
export async function gradedCase(
  api: RealApi,
  child: object,
  grade: 'low' | 'medium',
  strategy = true,
): Promise<string> {
  const id = await api.give('referrer', 'child-cases/record-referral', {
    seenOrSaid: 'An adult she does not know writes to her at night and offers money.',
    immediateDanger: false,
    child,
    source: 'school',
    concern: 'online',
    happened: daysAgo(30),
  });
  await api.give(
    'triage',
    'child-cases/decide-triage',
    {
      outcome: 'risk-assessment',
      reasons: 'Contact by an unknown adult, repeated.',
      policeView: 'given',
      policeViewText: 'Nothing held on the account so far.',
      teamId: 'north',
      happened: daysAgo(29),
    },
    id,
  );
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    { workerId: api.ids.worker, happened: daysAgo(28) },
    id,
  );
  if (strategy)
    await api.give(
      'manager',
      'child-cases/record-strategy-discussion',
      {
        outcome: 'no-section-47',
        how: 'telephone',
        agencies: ['social-care', 'police'],
        summary: 'The threshold is not met today; the plan goes on.',
        noCrimeReason: 'No offence is known yet',
        happened: daysAgo(25),
      },
      id,
    );
  await api.give(
    'worker',
    'child-cases/record-view',
    { of: 'child', words: 'I want it to stop.', how: 'On a walk, alone', happened: daysAgo(24) },
    id,
  );
  await api.give('worker', 'child-cases/assess-risk', await assessment(api, id, grade, 20), id);
  const seen = await api.ask<{ standing: { proposed: { assessmentId: string } } }>(
    'manager',
    'GET',
    `/api/v1/child-cases/${id}`,
  );
  await api.give(
    'manager',
    'child-cases/confirm-grade',
    { assessmentId: seen.body.standing.proposed.assessmentId, grade, happened: daysAgo(18) },
    id,
  );
  return id;
}

async function action(
  api: RealApi,
  caseId: string,
  what: string,
  ownerId: string,
  whole = true,
): Promise<string> {
  const rest = whole
    ? {
        due: dayAhead(10),
        outcome: 'No contact at night for four weeks',
        measure: 'The worker asks each week',
        contingency: 'The manager calls a meeting',
        coverId: api.ids.workerTwo,
      }
    : {};
  return api.give('worker', 'plan-actions/add-action', {
    caseId,
    part: 'safety',
    kind: 'family',
    what,
    ownerId,
    ...rest,
  });
}

/** A case on the panel's list, with an agreed plan; gives it and its action. */
export async function listedCase(api: RealApi, firstName: string, what: string): Promise<[string, string]> {
  const id = await gradedCase(api, { firstName, lastName: 'Synthetic', birthDate: '2012-03-04' }, 'medium');
  const added = await action(api, id, what, api.ids.memberHealth);
  await api.give('manager', 'child-cases/agree-plan', { kind: 'full' }, id);
  await api.give(
    'worker',
    'child-cases/list-for-panel',
    { basis: 'professional-concern', asked: `Is the plan for ${firstName} enough, and who else should act?` },
    id,
  );
  return [id, added];
}

async function proposedReferral(api: RealApi): Promise<[string, string]> {
  const child = await api.give('coordinator', 'children/record-child', {
    firstName: 'Linden',
    lastName: 'Invented',
    birthDate: '2012-06-01',
    sex: 'male',
    from: 'A return',
  });
  for (const days of [90, 40])
    await api.give('coordinator', 'missing-episodes/record-episode', {
      childId: child,
      kind: 'missing',
      start: daysAgo(days).slice(0, 10),
      end: daysAgo(days - 1).slice(0, 10),
      from: 'A return',
    });
  const { body } = await api.ask<{ items: { id: string; childId: string }[] }>(
    'triage',
    'GET',
    '/api/v1/referral-proposals',
  );
  return [child, body.items.find((one) => one.childId === child)?.id ?? ''];
}

/** Fills a partnership with what the panel, the plan partners and the coordinator work on. */
export async function panelWorld(api: RealApi): Promise<PanelWorld> {
  const [first, offered] = await listedCase(api, 'Juniper', 'School nurse meets her each week');
  const [second, accepted] = await listedCase(api, 'Rowan', 'Health check and a named nurse');
  const [spare] = await listedCase(api, 'Sorrel', 'A youth worker asks how she is');
  await api.give('memberHealth', 'plan-actions/accept-action', {}, accepted);
  const planning = await gradedCase(
    api,
    { firstName: 'Ash', lastName: 'Example', birthDate: '2013-09-01' },
    'medium',
    false,
  );
  await action(api, planning, 'Grandmother keeps the phone at night', api.ids.worker, false);
  const closing = await gradedCase(
    api,
    { firstName: 'Willow', lastName: 'Example', birthDate: '2012-01-01' },
    'low',
  );
  await api.give(
    'worker',
    'child-cases/propose-closure',
    {
      reason: 'reduced-and-sustained',
      analysis: 'The contact has ended and she says so.',
      harmAddressed: 'The account is closed and reported.',
      watcher: 'Bracken Academy',
      nextCheck: dayAhead(30),
    },
    closing,
  );
  const closed = await api.give('referrer', 'child-cases/record-referral', {
    seenOrSaid: 'A rumour that nobody could name.',
    immediateDanger: false,
    child: { firstName: 'Hazel', lastName: 'Example' },
  });
  await api.give(
    'triage',
    'child-cases/decide-triage',
    {
      outcome: 'no-further-action',
      reasons: 'Nothing was found.',
      policeView: 'given',
      policeViewText: 'Nothing held.',
      referrerTold: 'By telephone',
    },
    closed,
  );
  const [child, proposal] = await proposedReferral(api);
  return { listed: [first, second], spare, planning, closing, closed, offered, accepted, child, proposal };
}
