import { anAuditReturn } from '@mase/workflow/testing';
import { type JourneyStep, nobody, reason } from './journey-step.js';

const evidence = { reasons: 'Seen (made up)' };

const commission = (as: string): JourneyStep => ({
  command: 'case-audits/commission-audit',
  who: 'senior',
  as,
  body: ({ known, people }) => ({
    caseId: known.case,
    auditorId: people['charity-worker'],
    due: '2027-03-01',
    reason: 'Quarterly audit (made up)',
  }),
  refusedBody: ({ known, people }) => ({
    caseId: known.case,
    auditorId: people.worker,
    due: '2027-03-01',
    reason: 'Quarterly audit (made up)',
  }),
});
const audits = (verb: string, of: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command: `case-audits/${verb}`, who: 'senior', on: of, body, ...more }) as JourneyStep;

const add = (as: string): JourneyStep => ({
  command: 'audit-actions/add-action',
  who: 'senior',
  as,
  body: ({ known, people }) => ({
    auditId: known.audit,
    caseId: known.case,
    part: 'plan',
    what: 'Give every action a date (made up)',
    proofWanted: 'The plan with its dates (made up)',
    ownerId: people.worker,
    due: '2027-03-20',
  }),
  refusedBody: ({ known }) => ({
    auditId: known.audit,
    caseId: known.case,
    what: 'Give every action a date (made up)',
    proofWanted: 'The plan with its dates (made up)',
    ownerId: nobody,
    due: '2027-03-20',
  }),
});
const actions = (verb: string, of: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command: `audit-actions/${verb}`, who: 'senior', on: of, body, ...more }) as JourneyStep;

const draw = (as: string): JourneyStep => ({
  command: 'dip-samples/draw-sample',
  who: 'senior',
  as,
  body: () => ({
    ...{ title: 'Quarterly sample (made up)', purpose: 'Quarterly audit (made up)', basis: 'received' },
    ...{ from: '2026-10-01', to: '2026-11-02', size: 3, seed: 7 },
  }),
  refusedBody: () => ({
    ...{ title: 'Quarterly sample (made up)', purpose: 'Quarterly audit (made up)', basis: 'received' },
    ...{ from: '2019-10-01', to: '2019-11-02', size: 3, seed: 7 },
  }),
});
const samples = (verb: string, on: string, body: JourneyStep['body']): JourneyStep => ({
  command: `dip-samples/${verb}`,
  who: 'senior',
  on,
  body,
});

/** An audit that is withdrawn; one that is chased, returned and moderated; and what came of it, proven or not. */
export const auditSteps: JourneyStep[] = [
  draw('withdrawnSample'),
  samples('withdraw-sample', 'withdrawnSample', reason),
  draw('sample'),
  samples('conclude-sample', 'sample', () => ({ conclusions: 'Plans drift (made up)' })),
  commission('withdrawnAudit'),
  audits('withdraw-audit', 'withdrawnAudit', reason),
  commission('audit'),
  audits('chase-audit', 'audit', () => ({ words: 'Please (made up)', due: '2027-03-10' }), {
    refusedBody: () => ({ words: 'Please (made up)', due: '2020-01-01' }),
  }),
  audits('return-audit', 'audit', () => anAuditReturn(), { who: 'charity-worker' }),
  add('auditAction'),
  actions(
    'hand-over',
    'auditAction',
    ({ people }) => ({ ownerId: people.manager, due: '2027-03-25', reason: 'The manager’s (made up)' }),
    { refusedBody: () => ({ ownerId: nobody, due: '2027-03-25', reason: 'Made up' }) },
  ),
  actions('give-proof', 'auditAction', () => ({ proof: 'The plan has dates (made up)' }), { who: 'manager' }),
  actions('answer-proof', 'auditAction', () => ({ answer: 'accepted', words: 'Seen (made up)' })),
  add('undoneAction'),
  actions('end-action', 'undoneAction', () => ({ how: 'not-done', reason: 'Made-up reasons' })),
  audits('moderate-audit', 'audit', () => ({ outcome: 'agreed', ...evidence })),
];
