import { challengeAnswers, challengeEndings, challengeThemes } from '../challenges/standing.js';
import type { StoredRecord } from '../model.js';
import { type NoticeStanding, noticeKinds } from '../notices/standing.js';
import { type ServiceEpisodeStanding, serviceOutcomes } from '../service-episodes/standing.js';
import type { Chance } from './chance.js';
import type { Partnership } from './people.js';
import type { Maker } from './valid-payload.js';

/** Any case, mostly one that is open. */
function aCaseOf(world: Partnership, chance: Chance): StoredRecord {
  const cases = world.all('childCase');
  const open = cases.filter((one) => (one.state as { work: string }).work !== 'closed');
  return chance.of(open.length > 0 && chance.happens(0.9) ? open : cases);
}

/** A question to a made-up clinic about a made-up child. */
export function aRequest(caseId: string, agencyId: string, over: object = {}): object {
  return {
    caseId,
    agencyId,
    question: 'When was the child last seen at the clinic? (made up)',
    powers: ['children-act-2004-10'],
    purpose: 'To assess the risk (made up)',
    ...over,
  };
}

/** A challenge to a made-up grade. */
export function aChallenge(caseId: string, over: object = {}): object {
  return { caseId, about: 'grade', words: 'The grade is too low (made up)', wanted: 'Look again', ...over };
}

/** What a made-up notice is sent with, whatever its kind asks for. */
export const aSending = {
  to: 'The competent authority (made up)',
  reference: 'NRM-MADE-UP-1',
  firstResponder: 'local-authority',
  guardianService: 'referred',
} as const;

/** A made-up service to a made-up child. */
export function aService(caseId: string, agencyId: string, over: object = {}): object {
  return {
    caseId,
    agencyId,
    service: 'Weekly talking (made up)',
    purpose: 'Somebody to trust (made up)',
    childWords: 'I would go if it is not at school (made up)',
    ...over,
  };
}

const startedAt = (record: StoredRecord | null) =>
  (record?.standing as ServiceEpisodeStanding | undefined)?.startedAt;
const kindOf = (record: StoredRecord | null) => (record?.standing as NoticeStanding | undefined)?.kind;

/** The payloads of what hangs on a case: requests for information, challenges, notices and services. */
export const onCasePayloads: Record<string, Maker> = {
  'information-requests/request-information': ({ world, chance }) =>
    aRequest(aCaseOf(world, chance).id, world.people.nurse.agencyId as string),
  'information-requests/answer-information': ({ chance }) => ({
    outcome: chance.of(['given', 'given-in-part', 'refused']),
    answer: 'Seen in May (made up)',
    reason: 'The rest is not held (made up)',
    decider: 'Dr Made-up',
  }),
  'information-requests/chase-answer': () => ({ words: 'It is needed for the plan (made up)' }),
  'information-requests/withdraw-request': () => ({ reason: 'Known from elsewhere (made up)' }),
  'information-requests/feed-back': () => ({ words: 'It went into the plan (made up)' }),
  'challenges/raise-challenge': ({ world, chance }) =>
    aChallenge(aCaseOf(world, chance).id, { about: chance.of(challengeThemes) }),
  'challenges/answer-challenge': ({ chance }) => ({
    outcome: chance.of(challengeAnswers),
    words: 'We looked again (made up)',
  }),
  'challenges/escalate-challenge': () => ({ words: 'It does not meet the risk (made up)' }),
  'challenges/resolve-challenge': ({ chance }) => ({
    how: chance.of(challengeEndings),
    words: 'Settled (made up)',
  }),
  'challenges/withdraw-challenge': () => ({ reason: 'Overtaken (made up)' }),
  'notices/record-notice': ({ world, chance, choice }) => ({
    caseId: aCaseOf(world, chance).id,
    kind: chance.of([...noticeKinds, 'nrm', 'nrm', 'nrm']),
    need: choice ?? chance.of(['needed', 'not-needed']),
    reasons: 'Made-up reasons',
  }),
  'notices/decide-notice': ({ choice }) => ({ need: choice ?? 'needed', reasons: 'Made-up reasons' }),
  'notices/send-notice': () => ({ ...aSending }),
  'notices/answer-notice': ({ choice, record }) => ({
    answer: choice ?? (kindOf(record) === 'nrm' ? 'reasonable-grounds-positive' : 'outcome'),
    words: 'Made-up words',
  }),
  'service-episodes/refer-service': ({ world, chance }) =>
    aService(aCaseOf(world, chance).id, world.people.nurse.agencyId as string),
  'service-episodes/accept-service': () => ({ words: 'From Monday (made up)' }),
  'service-episodes/decline-service': () => ({ reason: 'Nobody is free (made up)' }),
  'service-episodes/start-service': () => ({ words: 'The first visit (made up)' }),
  'service-episodes/end-service': ({ chance, record }) => ({
    outcome: startedAt(record) ? chance.of(serviceOutcomes.slice(0, -1)) : 'not-begun',
    reason: 'Made-up reasons',
    childWords: 'She listened (made up)',
  }),
  'service-episodes/carry-service': ({ world, chance }) => ({ caseId: aCaseOf(world, chance).id }),
};
