import { type JourneyStep, nobody } from './journey-step.js';
import { recordedChild } from './recorded-child.js';

const report: Pick<JourneyStep, 'command' | 'who' | 'body' | 'refusedBody'> = {
  command: 'missing-episodes/report-missing',
  who: 'police-desk',
  body: ({ known }) => ({
    childId: known.second,
    kind: 'missing',
    since: '2026-11-01T20:00:00.000Z',
    missingFrom: 'care',
    reportedBy: 'Made-up home',
    policeLevel: 'medium',
    hostingPart: 'host',
    otherArea: 'Made-up borough',
  }),
  refusedBody: () => ({
    childId: nobody,
    kind: 'missing',
    since: '2026-11-01T20:00:00.000Z',
    missingFrom: 'care',
    reportedBy: 'Made-up home',
  }),
};
const missed = (verb: string, on: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command: `missing-episodes/${verb}`, who: 'police-desk', on, body, ...more }) as JourneyStep;
const heard = (verb: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({
    command: `return-interviews/${verb}`,
    who: 'coordinator',
    on: 'interview',
    body,
    ...more,
  }) as JourneyStep;

/** A child reported missing twice, the search, the return, and the interview after it. */
export const absences: JourneyStep[] = [
  { ...report, as: 'report' },
  { ...report, as: 'secondReport' },
  missed('record-search', 'report', () => ({ policeLevel: 'high', words: 'A made-up sighting' }), {
    refusedBody: () => ({}),
  }),
  missed('change-kind', 'report', () => ({
    kind: 'away',
    from: '2026-11-01T22:00:00.000Z',
    words: 'Found at a made-up friend’s, who keeps the child',
  })),
  missed('decide-report', 'secondReport', () => ({ decision: 'same', words: 'One absence (made up)' })),
  missed('tell-area', 'report', () => ({ told: 'Their duty team', words: 'By telephone (made up)' }), {
    refused: 'never',
  }),
  missed('record-return', 'report', () => ({ returned: '2026-11-02T07:30:00.000Z', from: 'Made-up home' })),
  missed(
    'record-prevention-interview',
    'report',
    () => ({ by: 'PC Made-up', seen: true, words: 'Made-up words' }),
    { refused: 'never' },
  ),
  missed('record-not-offered', 'report', () => ({ reason: 'no-interviewer-free', words: 'Made up' }), {
    who: 'coordinator',
  }),
  {
    command: 'return-interviews/offer-interview',
    who: 'coordinator',
    as: 'interview',
    body: ({ known }) => ({
      childId: known.second,
      episodeIds: [known.report],
      by: 'Made-up interviewer',
      agency: 'Made-up charity',
      independent: true,
    }),
    refusedBody: ({ known }) => ({
      childId: known.second,
      episodeIds: [known.report],
      by: 'Made-up interviewer',
      agency: 'Made-up charity',
      independent: false,
    }),
  },
  heard('close-offer', () => ({ outcome: 'declined', words: 'Not today (made up)' })),
  heard('record-interview', () => ({
    where: 'At school',
    seenAlone: true,
    findings: ['pull:friends'],
    words: 'Made-up words',
    ownRating: 2,
    ownWords: 'I was cold (made up)',
  })),
  recordedChild('third'),
  {
    ...report,
    as: 'again',
    body: (along) => ({ ...report.body(along), childId: along.known.third }),
  },
  {
    ...report,
    as: 'mistaken',
    body: (along) => ({ ...report.body(along), childId: along.known.third }),
  },
  missed('withdraw-episode', 'mistaken', () => ({ reason: 'Told of twice (made up)' })),
];
