import { matchIdentifiers, openStore } from '@mase/store';
import {
  aDissemination,
  aGrading,
  anIntelligenceReport,
  aRequirement,
  someAsked,
  someFigures,
  somePopulation,
  someReturned,
} from '@mase/workflow/testing';
import { type JourneyStep, reason } from './journey-step.js';
import type { TestApi } from './test-api.js';

/** Compares the identifiers that records were given, as the worker does. */
export async function matchNow(api: TestApi): Promise<number> {
  const worker = await openStore(api.database.connections.worker, { clock: () => api.time.now });
  try {
    return await matchIdentifiers(worker, api.store);
  } finally {
    await worker.close();
  }
}

const report = (as: string, keep?: JourneyStep['keep']): JourneyStep => ({
  command: 'intelligence/submit-intelligence',
  who: 'worker',
  as,
  body: ({ known }) => anIntelligenceReport({ caseId: known.case, childInDanger: true }),
  refusedBody: () => anIntelligenceReport({ identifiers: [{ kind: 'phone', text: '12' }] }),
  ...(keep ? { keep } : {}),
});
const desk = (
  verb: string,
  of: string,
  body: JourneyStep['body'],
  more: Partial<JourneyStep> = {},
): JourneyStep => ({
  command: `intelligence/${verb}`,
  who: 'intelligence',
  on: of,
  body,
  ...more,
});
const requirement = (as: string): JourneyStep => ({
  command: 'intelligence-requirements/raise-requirement',
  who: 'intelligence',
  as,
  body: ({ agencies }) => aRequirement(agencies.health as string, '2027-02-01'),
  refusedBody: ({ agencies }) => aRequirement(agencies.health as string, '2001-01-01'),
});

const reviewBy = '2027-02-01';

/** Reports of intelligence from submission to what came of them, a match between two, and what is asked of agencies. */
export const intelligenceSteps: JourneyStep[] = [
  report('report'),
  desk('add-to-report', 'report', () => ({ words: 'The car was grey (made up)' }), {
    who: 'worker',
    refused: 'never',
  }),
  desk('evaluate', 'report', () => aGrading(reviewBy, { handling: 'C', conditions: ['A1'] }), {
    refusedBody: () => aGrading('2001-01-01'),
  }),
  desk('name-records', 'report', () => ({ identifiers: [{ kind: 'phone', text: '07700 900123' }] }), {
    refusedBody: () => ({}),
  }),
  desk('record-source-risk', 'report', () => ({ level: 'low', risk: 'Made up', safeguard: 'Made up' }), {
    refused: 'never',
  }),
  desk('sanitise', 'report', () => ({ safety: 'A vehicle is of concern (made up)' }), {
    refusedBody: () => ({}),
  }),
  desk('disseminate', 'report', ({ agencies }) => aDissemination(agencies.health as string), {
    refusedBody: ({ agencies }) => aDissemination(agencies.health as string, { parts: ['sheet'] }),
  }),
  desk('refer-source', 'report', reason, { refused: 'never' }),
  desk('tell-submitter', 'report', () => ({ words: 'Thank you (made up)' }), { refused: 'never' }),
  desk('review-report', 'report', () => ({ outcome: 'keep', reviewBy, words: 'Made up' }), {
    refusedBody: () => ({ outcome: 'keep', words: 'Made up' }),
  }),
  report('reportTwo', async ({ known }, _answer, api) => {
    await matchNow(api);
    const matches = await api.ask('intelligence', 'GET', '/api/v1/identifier-matches');
    known.match = matches.json().items[0].id;
  }),
  {
    command: 'identifier-matches/decide-match',
    who: 'intelligence',
    on: 'match',
    body: () => ({ decision: 'same-told', reasons: 'Made up', lead: 'Dara Duty' }),
  },
  desk('withdraw-report', 'report', reason),
  desk('reject', 'reportTwo', reason),
  requirement('requirement'),
  {
    command: 'intelligence-requirements/answer-requirement',
    who: 'member-health',
    on: 'requirement',
    body: () => ({ outcome: 'answered', answer: 'A grey one (made up)' }),
  },
  requirement('requirementTwo'),
  {
    command: 'intelligence-requirements/withdraw-requirement',
    who: 'intelligence',
    on: 'requirementTwo',
    body: reason,
  },
  {
    command: 'partner-figures/record-figures',
    who: 'coordinator',
    as: 'figures',
    body: ({ agencies }) => someFigures(agencies.health as string),
    refusedBody: ({ agencies }) => someFigures(agencies.health as string, { period: '2026-28' }),
  },
  { command: 'partner-figures/withdraw-figures', who: 'coordinator', on: 'figures', body: reason },
  {
    command: 'partner-figures/ask-figures',
    who: 'coordinator',
    as: 'askedFigures',
    body: ({ agencies, people }) =>
      someAsked(agencies.health as string, people['member-health'] as string, '2027-02-01'),
    refusedBody: ({ agencies, people }) =>
      someAsked(agencies.health as string, people['member-health'] as string, '2020-02-01'),
  },
  {
    command: 'partner-figures/chase-figures',
    who: 'coordinator',
    on: 'askedFigures',
    body: () => ({ words: 'The panel waits for them (made up)' }),
    refusedBody: () => ({ words: 'Made up', due: '2020-02-01' }),
  },
  {
    command: 'partner-figures/return-figures',
    who: 'member-health',
    on: 'askedFigures',
    body: () => someReturned(),
    refusedBody: () => someReturned({ figures: [{ label: 'Another', n: 9 }] }),
  },
  {
    command: 'population-tables/record-table',
    who: 'coordinator',
    as: 'population',
    body: () => somePopulation(),
    refusedBody: () => somePopulation({ year: 2100 }),
  },
  { command: 'population-tables/withdraw-table', who: 'coordinator', on: 'population', body: reason },
];
