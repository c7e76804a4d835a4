import { aReferral } from '@mase/workflow/testing';
import { type JourneyStep, nobody, reason } from './journey-step.js';

const request = (as: string, agency: string, who = 'worker'): JourneyStep => ({
  command: 'information-requests/request-information',
  who,
  as,
  body: ({ known, agencies }) => ({
    caseId: known.case,
    agencyId: agencies[agency],
    question: 'When was the child last seen? (made up)',
    powers: ['children-act-2004-10'],
    purpose: 'To assess the risk (made up)',
  }),
  refusedBody: ({ known, agencies }) => ({
    caseId: known.case,
    agencyId: agencies.charity,
    question: 'When was the child last seen? (made up)',
    powers: ['crime-and-disorder-1998-115'],
    purpose: 'To assess the risk (made up)',
  }),
});
const requests = (verb: string, of: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command: `information-requests/${verb}`, who: 'worker', on: of, body, ...more }) as JourneyStep;

const challenge = (as: string): JourneyStep => ({
  command: 'challenges/raise-challenge',
  who: 'referrer',
  as,
  body: ({ known }) => ({
    caseId: known.case,
    about: 'delay',
    words: 'Nobody has called (made up)',
    wanted: 'A call today (made up)',
  }),
  refusedBody: () => ({ caseId: nobody, about: 'delay', words: 'Made up', wanted: 'Made up' }),
});
const challenges = (
  verb: string,
  who: string,
  of: string,
  body: JourneyStep['body'],
  more: Partial<JourneyStep> = {},
) => ({ command: `challenges/${verb}`, who, on: of, body, ...more }) as JourneyStep;

const settling = { how: 'agreed', words: 'Settled (made up)' };

const notice = (as: string, kind: string): JourneyStep => ({
  command: 'notices/record-notice',
  who: 'worker',
  as,
  body: ({ known }) => ({ caseId: known.case, kind, need: 'needed', reasons: 'Made-up reasons' }),
  refused: 'never',
});
const notices = (verb: string, of: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command: `notices/${verb}`, who: 'worker', on: of, body, ...more }) as JourneyStep;

const service = (as: string): JourneyStep => ({
  command: 'service-episodes/refer-service',
  who: 'worker',
  as,
  keep: async ({ known }, { id }, api) => {
    const { childId } = (await api.ask('worker', 'GET', `/api/v1/service-episodes/${id}`)).json();
    Object.assign(known, { childOfCase: childId });
  },
  body: ({ known, agencies }) => ({
    caseId: known.case,
    agencyId: agencies.charity,
    service: 'Weekly talking (made up)',
    purpose: 'Somebody to trust (made up)',
  }),
  refusedBody: ({ known }) => ({
    caseId: known.case,
    agencyId: nobody,
    service: 'Made up',
    purpose: 'Made up',
  }),
});
const services = (verb: string, of: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command: `service-episodes/${verb}`, who: 'worker', on: of, body, ...more }) as JourneyStep;

/** What hangs on a case besides its plan: agencies that are asked, challenges, statutory notices, services. */
export const onCase: JourneyStep[] = [
  request('asked', 'police'),
  requests('chase-answer', 'asked', () => ({ words: 'Please (made up)' }), { refused: 'never' }),
  requests('answer-information', 'asked', () => ({ outcome: 'given', answer: 'In May (made up)' }), {
    who: 'member-police',
  }),
  requests('feed-back', 'asked', () => ({ words: 'It went into the plan (made up)' }), { refused: 'never' }),
  request('unasked', 'police'),
  requests('withdraw-request', 'unasked', reason),
  challenge('challenge'),
  challenges('answer-challenge', 'worker', 'challenge', () => ({ outcome: 'not-upheld', words: 'Made up' })),
  challenges('escalate-challenge', 'referrer', 'challenge', () => ({ words: 'Not met (made up)' }), {
    refusedBody: () => ({}),
  }),
  challenges('resolve-challenge', 'chair', 'challenge', () => settling),
  challenge('withdrawnChallenge'),
  challenges('withdraw-challenge', 'referrer', 'withdrawnChallenge', reason),
  {
    command: 'child-cases/set-contact-caution',
    who: 'manager',
    on: 'case',
    body: () => ({
      party: 'other',
      who: 'A made-up neighbour',
      whatNot: 'No letters through that door',
      why: 'He opens them (made up)',
      until: '2027-01-10',
    }),
    keep: ({ known }, { entry }) => void Object.assign(known, { caution: entry }),
    refused: 'never',
  },
  {
    command: 'child-cases/release-contact-caution',
    who: 'manager',
    on: 'case',
    body: ({ known }) => ({ cautionId: known.caution, reason: 'He has moved (made up)' }),
  },
  notice('notice', 'lado'),
  notices('decide-notice', 'notice', () => ({ need: 'not-needed', reasons: 'Made up' })),
  notices('decide-notice', 'notice', () => ({ need: 'needed', reasons: 'Made up' })),
  notices('send-notice', 'notice', () => ({ to: 'The designated officer (made up)' })),
  notices('answer-notice', 'notice', () => ({ answer: 'outcome', words: 'Made up' })),
  service('service'),
  services('accept-service', 'service', () => ({ words: 'Made up' })),
  services('start-service', 'service', () => ({ words: 'Made up' })),
  services('end-service', 'service', () => ({ outcome: 'completed', reason: 'Made up' })),
  service('declinedService'),
  services('decline-service', 'declinedService', reason),
  service('carriedService'),
  {
    command: 'child-cases/record-referral',
    who: 'triage',
    as: 'caseBeside',
    body: ({ known }) => aReferral({ childId: known.childOfCase as string }),
    refused: 'never',
  },
  services('carry-service', 'carriedService', ({ known }) => ({ caseId: known.caseBeside }), {
    who: 'coordinator',
  }),
];
