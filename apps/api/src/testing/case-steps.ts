import {
  aChairsActionTaken,
  aContact,
  aDiscussion,
  aFeedback,
  aListing,
  anAction,
  anAllocation,
  anAssessment,
  aPlainPlan,
  aRating,
  aReferral,
  aScreening,
  aSharing,
  aSuspension,
  aTriage,
} from '@mase/workflow/testing';
import { type JourneyStep, nobody, nothing, reason } from './journey-step.js';

/** From the referral to the first confirmed grade. */
export const intake: JourneyStep[] = [
  {
    command: 'child-cases/record-referral',
    who: 'referrer',
    as: 'case',
    body: () => aReferral(),
    refusedBody: () => aReferral({ child: {} }),
  },
  {
    command: 'child-cases/raise-immediate-danger',
    who: 'triage',
    on: 'case',
    body: () => ({ what: 'A made-up threat' }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/acknowledge-danger',
    who: 'duty',
    on: 'case',
    body: () => ({ doing: 'A made-up officer is on the way' }),
  },
  {
    command: 'child-cases/record-safety-action',
    who: 'triage',
    on: 'case',
    body: () => ({ who: 'Aunt', what: 'Collects the child', when: 'Today' }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/record-check',
    who: 'triage',
    on: 'case',
    body: () => ({ agency: 'Made-up surgery', result: 'nothing-known' }),
    refusedBody: () => ({ agency: 'Made-up surgery', result: 'information' }),
  },
  {
    command: 'child-cases/decide-triage',
    who: 'triage',
    on: 'case',
    body: () => aTriage('risk-assessment', { teamId: 'north' }),
  },
  {
    command: 'child-cases/record-strategy-discussion',
    who: 'manager',
    on: 'case',
    body: () => aDiscussion({ outcome: 'section-47' }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/allocate-worker',
    who: 'manager',
    on: 'case',
    body: ({ people }) => anAllocation(people.worker as string),
  },
  {
    command: 'child-cases/record-section-47-outcome',
    who: 'manager',
    on: 'case',
    body: () => ({ outcome: 'conference', reasons: 'Made-up reasons' }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/record-conference',
    who: 'manager',
    on: 'case',
    body: () => ({ outcome: 'protection-plan', category: 'sexual-abuse', reasons: 'Made-up reasons' }),
    refusedBody: () => ({ outcome: 'protection-plan', reasons: 'Made-up reasons' }),
  },
  {
    command: 'child-cases/record-contact',
    who: 'worker',
    on: 'case',
    body: () => aContact(),
    refusedBody: () => ({ kind: 'visit', said: 'Made-up words' }),
  },
  {
    command: 'child-cases/extend-clock',
    who: 'manager',
    on: 'case',
    body: () => ({ rule: 'first-assessment', to: '2026-11-12', reason: 'A made-up report is awaited' }),
    refusedBody: () => ({ rule: 'first-assessment', to: '2027-11-18', reason: 'Made-up words' }),
  },
  {
    command: 'child-cases/suspend',
    who: 'manager',
    on: 'case',
    body: ({ people }) => aSuspension(people.worker as string),
    refusedBody: () => aSuspension(nobody),
  },
  {
    command: 'child-cases/check-suspension',
    who: 'worker',
    on: 'case',
    body: () => ({ found: 'Made-up words', checkBy: '2026-11-20' }),
    refusedBody: () => ({ found: 'Made-up words', checkBy: '2026-01-01' }),
  },
  {
    command: 'child-cases/resume',
    who: 'worker',
    on: 'case',
    body: () => ({ reason: 'released', words: 'Made-up words' }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/record-view',
    who: 'worker',
    on: 'case',
    body: () => ({ of: 'child', words: 'Made-up words', how: 'On a walk' }),
    keep: async ({ known }, { id }, api) => {
      const seen = await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`);
      const rows = seen.json().written as { id: string; kind: string }[];
      known.view = rows.find(({ kind }) => kind === 'view')?.id as string;
    },
    refused: 'atEnd',
  },
  {
    command: 'child-cases/record-screening',
    who: 'worker',
    on: 'case',
    body: () => ({ ...aScreening(), learningDisability: 'not-known' }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/record-finding',
    who: 'worker',
    on: 'case',
    body: () => ({ code: 'about/learning-disability', found: 'None (made up)', source: 'The school' }),
  },
  {
    command: 'child-cases/assess-risk',
    who: 'worker',
    on: 'case',
    body: () => anAssessment('low'),
    keep: ({ known }, { entry }) => void Object.assign(known, { assessment: entry }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/ask-blind-assessment',
    who: 'manager',
    on: 'case',
    body: ({ people }) => ({ assessorId: people['charity-worker'] }),
    refusedBody: () => ({ assessorId: nobody }),
  },
  {
    command: 'child-cases/assess-blind',
    who: 'charity-worker',
    on: 'case',
    body: () => anAssessment('low', { belowFloorReason: 'A made-up reason' }),
    refusedBody: () => anAssessment('low', { harm: [] }),
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

/** The plan with its actions, and the listing. */
export const plan: JourneyStep[] = [
  action('kept', 'worker'),
  action('declined', 'charity-worker'),
  { command: 'plan-actions/accept-action', who: 'worker', on: 'kept', body: nothing },
  {
    command: 'plan-actions/change-action',
    who: 'worker',
    on: 'kept',
    body: () => ({ reason: 'A made-up reason', outcome: 'Sleeps at home' }),
    refusedBody: () => ({ reason: 'A made-up reason' }),
  },
  { command: 'plan-actions/escalate-action', who: 'worker', on: 'kept', body: reason },
  {
    command: 'plan-actions/answer-escalation',
    who: 'worker',
    on: 'kept',
    body: () => ({ ...reason(), due: '2029-12-04' }),
    refusedBody: () => ({ ...reason(), due: '2001-01-01' }),
  },
  { command: 'plan-actions/decline-action', who: 'charity-worker', on: 'declined', body: reason },
  {
    command: 'plan-actions/end-action',
    who: 'manager',
    on: 'declined',
    body: () => ({ how: 'not-done', reason: 'Declined' }),
  },
  { command: 'child-cases/rate-outcomes', who: 'worker', on: 'case', body: () => aRating() },
  {
    command: 'child-cases/agree-plan',
    who: 'manager',
    on: 'case',
    body: () => ({ kind: 'full' }),
    refused: 'atEnd',
  },
  {
    command: 'child-cases/record-feedback',
    who: 'worker',
    on: 'case',
    body: () => aFeedback({ about: ['grade', 'plan'] }),
    refusedBody: () => aFeedback({ child: { told: true } }),
  },
  {
    command: 'child-cases/share-plan',
    who: 'worker',
    on: 'case',
    body: () => aSharing(),
    keep: async ({ known }, _done, api) => {
      const plan = await api.ask('worker', 'GET', `/api/v1/child-cases/${known.case}/plan`);
      Object.assign(known, { copy: plan.json().copies[0].id });
    },
    refused: 'atEnd',
  },
  { command: 'plan-copies/open-copy', who: 'worker', on: 'copy', body: nothing },
  {
    command: 'child-cases/write-plain-plan',
    who: 'worker',
    on: 'case',
    body: ({ known }) => aPlainPlan([known.kept as string]),
    refusedBody: () => aPlainPlan([nobody]),
    keep: async ({ known }, _done, api) => {
      const plan = await api.ask('worker', 'GET', `/api/v1/child-cases/${known.case}/plan`);
      const copies = plan.json().copies as { id: string; part: string }[];
      Object.assign(known, { plain: copies.find(({ part }) => part === 'plain')?.id });
    },
  },
  {
    command: 'plan-copies/record-receipt',
    who: 'worker',
    on: 'plain',
    body: () => ({ how: 'Read together (made up)' }),
  },
  {
    command: 'child-cases/list-for-panel',
    who: 'coordinator',
    on: 'case',
    body: () => aListing({ noStrategyReason: undefined } as never),
  },
  { command: 'child-cases/withdraw-listing', who: 'coordinator', on: 'case', body: reason },
  {
    command: 'child-cases/list-for-panel',
    who: 'coordinator',
    on: 'case',
    body: () => aListing({ noStrategyReason: undefined } as never),
  },
  {
    command: 'child-cases/take-chairs-action',
    who: 'chair',
    on: 'case',
    body: () => aChairsActionTaken('2026-08-01T08:00:00.000Z', { escalatedTo: 'The director (made up)' }),
    refusedBody: () => ({ ...aChairsActionTaken('2026-08-01T08:00:00.000Z'), consulted: [] }),
  },
  {
    command: 'child-cases/defer-listing',
    who: 'coordinator',
    on: 'case',
    body: () => ({ ...reason(), until: '2026-11-10' }),
    refused: 'atEnd',
  },
];
