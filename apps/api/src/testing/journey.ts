import {
  aClosure,
  aDecision,
  aDiscussion,
  aListing,
  anAction,
  anAllocation,
  anAssessment,
  aQuorum,
  aReferral,
  aSharing,
  aSittingOn,
  aTriage,
} from '@mase/workflow/testing';
import type { TestApi } from './test-api.js';

/** What a journey has come by: ids by the name under which it keeps them. */
export interface Known {
  [name: string]: string;
}

/** What every step can reach: people and agencies by key, and what earlier steps kept. */
export interface Along {
  people: Known;
  agencies: Known;
  known: Known;
}

/** One command of the journey: who gives it, on what, with which body, and what it leaves under which name. */
export interface JourneyStep {
  command: string;
  who: string;
  on?: string;
  body: (along: Along) => object;
  /** Keeps the id of the record that the command made. */
  as?: string;
  /** Keeps more, once it is accepted. */
  keep?: (along: Along, answer: { id: string; entry: string }, api: TestApi) => Promise<void> | void;
  /** A body of the right shape that the workflow refuses, where asking again would be accepted. */
  refusedBody?: (along: Along) => object;
  /** `atEnd`: it may be asked again and again while the case is open, and is refused once it is closed. */
  refused?: 'again' | 'atEnd' | 'never';
}

const reason = () => ({ reason: 'A made-up reason' });
const nothing = () => ({});
const nobody = '01890000-0000-7000-8000-000000000000';

const intake: JourneyStep[] = [
  { command: 'child-cases/record-referral', who: 'referrer', as: 'case', body: () => aReferral(), refusedBody: () => aReferral({ child: {} }) },
  { command: 'child-cases/raise-immediate-danger', who: 'triage', on: 'case', body: () => ({ what: 'A made-up threat' }), refused: 'atEnd' },
  { command: 'child-cases/acknowledge-danger', who: 'duty', on: 'case', body: () => ({ doing: 'A made-up officer is on the way' }) },
  { command: 'child-cases/record-safety-action', who: 'triage', on: 'case', body: () => ({ who: 'Aunt', what: 'Collects the child', when: 'Today' }), refused: 'atEnd' },
  { command: 'child-cases/decide-triage', who: 'triage', on: 'case', body: () => aTriage('risk-assessment', { teamId: 'north' }) },
  { command: 'child-cases/record-strategy-discussion', who: 'manager', on: 'case', body: () => aDiscussion(), refused: 'atEnd' },
  { command: 'child-cases/allocate-worker', who: 'manager', on: 'case', body: ({ people }) => anAllocation(people.worker as string) },
  { command: 'child-cases/record-view', who: 'worker', on: 'case', body: () => ({ of: 'child', words: 'Made-up words', how: 'On a walk' }), refused: 'atEnd' },
  {
    command: 'child-cases/assess-risk',
    who: 'worker',
    on: 'case',
    body: () => anAssessment('low'),
    keep: ({ known }, { entry }) => void Object.assign(known, { assessment: entry }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/confirm-grade',
    who: 'manager',
    on: 'case',
    body: ({ known }) => ({ assessmentId: known.assessment, grade: 'low' }),
  },
];

const action = (as: string, owner: string, part: 'safety' | 'disruption' = 'safety'): JourneyStep => ({
  command: 'plan-actions/add-action',
  who: 'worker',
  as,
  body: ({ known, people }) => anAction(known.case as string, people[owner] as string, { part }),
  refusedBody: ({ known }) => anAction(known.case as string, nobody),
});

const plan: JourneyStep[] = [
  action('kept', 'worker'),
  action('declined', 'charity-worker'),
  { command: 'plan-actions/accept-action', who: 'worker', on: 'kept', body: nothing },
  { command: 'plan-actions/decline-action', who: 'charity-worker', on: 'declined', body: reason },
  { command: 'plan-actions/end-action', who: 'manager', on: 'declined', body: () => ({ how: 'not-done', evidence: 'Declined' }) },
  { command: 'child-cases/agree-plan', who: 'manager', on: 'case', body: () => ({ kind: 'full' }), refused: 'atEnd' },
  { command: 'child-cases/share-plan', who: 'worker', on: 'case', body: () => aSharing(), refused: 'atEnd' },
  { command: 'child-cases/list-for-panel', who: 'coordinator', on: 'case', body: () => aListing({ noStrategyReason: undefined } as never) },
  { command: 'child-cases/withdraw-listing', who: 'coordinator', on: 'case', body: reason },
  { command: 'child-cases/list-for-panel', who: 'coordinator', on: 'case', body: () => aListing({ noStrategyReason: undefined } as never) },
  { command: 'child-cases/defer-listing', who: 'coordinator', on: 'case', body: () => ({ ...reason(), until: '2026-11-10' }), refused: 'atEnd' },
];

const schedule = (as: string): JourneyStep => ({
  command: 'sittings/schedule-sitting',
  who: 'coordinator',
  as,
  body: ({ people }) => aSittingOn('2026-11-26T13:00:00.000Z', people.chair as string),
  refusedBody: ({ people }) => aSittingOn('2026-11-26T13:00:00.000Z', people.worker as string),
});

const panel: JourneyStep[] = [
  schedule('sitting'),
  { command: 'sittings/open-agenda', who: 'coordinator', on: 'sitting', body: nothing },
  {
    command: 'sittings/add-item',
    who: 'coordinator',
    on: 'sitting',
    body: ({ known }) => ({ caseId: known.case, section: 'child-review', asked: 'Does the plan suffice?', minutes: 10 }),
    keep: async ({ known }, _answer, api) => {
      const seen = await api.ask('coordinator', 'GET', `/api/v1/sittings/${known.sitting}`);
      Object.assign(known, { item: seen.json().items[0].id });
    },
  },
  {
    command: 'sittings/order-items',
    who: 'coordinator',
    on: 'sitting',
    body: ({ known }) => ({ order: [known.item] }),
    refusedBody: () => ({ order: [nobody] }),
  },
  {
    command: 'sittings/issue-papers',
    who: 'coordinator',
    on: 'sitting',
    body: ({ people }) => ({ recipients: [people['member-police']] }),
    refusedBody: () => ({ recipients: [nobody] }),
  },
  {
    command: 'sittings/record-attendance',
    who: 'coordinator',
    on: 'sitting',
    body: () => aQuorum(),
    refusedBody: () => ({ attendance: [{ ...aQuorum().attendance[0], as: 'observer' }] }),
  },
  { command: 'sittings/start-sitting', who: 'chair', on: 'sitting', body: nothing },
  { command: 'agenda-items/open-item', who: 'chair', on: 'item', body: nothing },
  {
    command: 'agenda-items/record-panel-decision',
    who: 'coordinator',
    on: 'item',
    body: ({ people }) => ({ ...aDecision(), nextReview: '2027-02-01', actions: [{ what: 'A made-up visit', ownerId: people.worker, part: 'disruption' }] }),
  },
  { command: 'sittings/end-sitting', who: 'chair', on: 'sitting', body: nothing },
  {
    command: 'sittings/change-minutes',
    who: 'coordinator',
    on: 'sitting',
    body: ({ known }) => ({ sections: [{ heading: 'Item', text: 'Made up', itemId: known.item }] }),
    refusedBody: () => ({ sections: [{ heading: 'Item', text: 'Made up' }] }),
  },
  { command: 'sittings/agree-minutes', who: 'chair', on: 'sitting', body: nothing },
  schedule('cancelled'),
  { command: 'sittings/cancel-sitting', who: 'coordinator', on: 'cancelled', body: reason },
];

const again: JourneyStep[] = [
  { command: 'plan-actions/end-action', who: 'worker', on: 'kept', body: () => ({ how: 'done', evidence: 'Met twice' }) },
  {
    ...(intake[8] as JourneyStep),
    body: () => anAssessment('none'),
  },
  {
    ...(intake[9] as JourneyStep),
    body: ({ known }) => ({ assessmentId: known.assessment, grade: 'none' }),
  },
  { command: 'child-cases/propose-closure', who: 'worker', on: 'case', body: () => aClosure({ reason: 'not-found' }) },
  { command: 'child-cases/refuse-closure', who: 'manager', on: 'case', body: reason },
  { command: 'child-cases/withdraw-listing', who: 'coordinator', on: 'case', body: reason },
  { command: 'child-cases/propose-closure', who: 'worker', on: 'case', body: () => aClosure({ reason: 'not-found' }) },
  { command: 'child-cases/approve-closure', who: 'manager', on: 'case', body: () => ({ reasons: 'Agreed' }) },
];

const child = (as: string): JourneyStep => ({
  command: 'children/record-child',
  who: 'coordinator',
  as,
  body: () => ({ firstName: 'Alex', lastName: 'Example', birthDate: '2012-05-06', localId: as, from: 'return' }),
  refused: 'never',
});
const episode = (of: string, start: string, proposes?: string): JourneyStep => ({
  command: 'missing-episodes/record-episode',
  who: 'coordinator',
  as: `${of}${start}`,
  body: ({ known }) => ({ childId: known[of], kind: 'missing', start, end: start, from: 'return' }),
  refusedBody: () => ({ childId: nobody, kind: 'missing', start, from: 'return' }),
  keep: async ({ known }, _answer, api) => {
    if (!proposes) return;
    const seen = await api.ask('triage', 'GET', '/api/v1/referral-proposals');
    Object.assign(known, { [proposes]: seen.json().items.find((one: { childId: string }) => one.childId === known[of]).id });
  },
});

const missing: JourneyStep[] = [
  child('first'),
  {
    command: 'children/record-status',
    who: 'coordinator',
    on: 'first',
    body: () => ({ legalStatus: 'C2', placement: 'U1', since: '2026-01-01' }),
    refused: 'never',
  },
  episode('first', '2026-09-01'),
  episode('first', '2026-10-01', 'proposal'),
  { command: 'referral-proposals/accept-proposal', who: 'triage', on: 'proposal', body: () => ({ seenOrSaid: 'Made-up words', immediateDanger: false }) },
  child('second'),
  episode('second', '2026-09-02'),
  episode('second', '2026-10-02', 'otherProposal'),
  { command: 'referral-proposals/decline-proposal', who: 'triage-officer', on: 'otherProposal', body: reason },
];

const books: JourneyStep[] = [
  {
    command: 'agencies/add-agency',
    who: 'admin',
    as: 'agency',
    body: () => ({ name: 'Made-up school', kind: 'education', teams: [{ id: 'form', name: 'Form tutors' }] }),
    refusedBody: () => ({ name: 'Twice', kind: 'education', teams: [{ id: 'a', name: 'A' }, { id: 'a', name: 'B' }] }),
  },
  {
    command: 'users/add-user',
    who: 'admin',
    as: 'user',
    body: ({ known }) => ({ name: 'New Person', email: 'new@fernshire.example.org', agencyId: known.agency, teamId: 'form', roles: ['worker'] }),
    refusedBody: () => ({ name: 'New Person', email: 'newer@fernshire.example.org', agencyId: nobody, roles: ['worker'] }),
  },
  {
    command: 'users/change-role',
    who: 'admin',
    on: 'user',
    body: () => ({ roles: ['referrer'], ...reason() }),
    refusedBody: () => ({ roles: ['administrator', 'worker'], ...reason() }),
  },
  { command: 'users/end-access', who: 'admin', on: 'user', body: reason },
];

const afterwards: JourneyStep[] = [
  { command: 'child-cases/relist', who: 'triage', on: 'case', body: reason },
  {
    command: 'child-cases/correct-record',
    who: 'manager',
    on: 'case',
    body: ({ known }) => ({ rowId: known.row, reason: 'A slip', corrected: { seenOrSaid: 'Made-up words, put right' } }),
    refusedBody: () => ({ rowId: nobody, reason: 'A slip', corrected: { seenOrSaid: 'Made-up words, put right' } }),
  },
];

/** The journey of one made-up child from referral to closing, with everything else that a command is given for. */
export const journey: readonly JourneyStep[] = [...books, ...missing, ...intake, ...plan, ...panel, ...again];

/** What is asked of the case once it is closed. */
export const afterClosing: readonly JourneyStep[] = afterwards;
