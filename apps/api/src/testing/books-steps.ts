import { aReferral } from '@mase/workflow/testing';
import { cover } from './cover-steps.js';
import { incidentSteps } from './incident-steps.js';
import { type JourneyStep, nobody, reason } from './journey-step.js';

const aunt = { name: 'Made-up aunt', relation: 'Aunt', asParent: 'no', livesWith: 'yes' };

const child = (as: string): JourneyStep => ({
  command: 'children/record-child',
  who: 'coordinator',
  as,
  body: () => ({
    firstName: 'Alex',
    lastName: 'Example',
    birthDate: '2012-05-06',
    localId: as,
    from: 'return',
  }),
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
    Object.assign(known, {
      [proposes]: seen.json().items.find((one: { childId: string }) => one.childId === known[of]).id,
    });
  },
});

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
const absences: JourneyStep[] = [
  { ...report, as: 'report' },
  { ...report, as: 'secondReport' },
  missed('record-search', 'report', () => ({ policeLevel: 'high', words: 'A made-up sighting' }), {
    refusedBody: () => ({}),
  }),
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
  child('third'),
  {
    ...report,
    as: 'again',
    body: (along) => ({ ...report.body(along), childId: along.known.third }),
  },
];

/** Children of a return, their missing episodes, and the proposals that these raise. */
export const missing: JourneyStep[] = [
  child('first'),
  {
    command: 'children/record-status',
    who: 'coordinator',
    on: 'first',
    body: () => ({ legalStatus: 'C2', placement: 'U1', since: '2026-01-01' }),
    refused: 'never',
  },
  {
    command: 'children/record-social-care-referral',
    who: 'coordinator',
    on: 'first',
    body: () => ({ referred: '2026-01-01', assessments: [], from: 'a return' }),
    refusedBody: () => ({ referred: '2026-01-02', closed: '2026-01-01', assessments: [], from: 'a return' }),
  },
  {
    command: 'children/record-about-me',
    who: 'coordinator',
    on: 'first',
    body: () => ({ likes: 'Drawing (made up)', trustedAdult: 'An aunt (made up)' }),
    refusedBody: () => ({}),
    keep: async ({ known }, _answer, api) => {
      const seen = (await api.view('coordinator', 'children', known.first as string)) as unknown as {
        written: { id: string; kind: string }[];
      };
      const row = seen.written.find(({ kind }) => kind === 'about-me');
      Object.assign(known, { aboutMe: row?.id });
    },
  },
  {
    command: 'children/withdraw-entry',
    who: 'coordinator',
    on: 'first',
    body: ({ known }) => ({ rowId: known.aboutMe, reason: 'Two files were open' }),
    refusedBody: () => ({ rowId: nobody, reason: 'Two files were open' }),
  },
  {
    command: 'children/record-breach-decision',
    who: 'governance',
    on: 'first',
    body: ({ known }) => ({ rowId: known.aboutMe, finding: 'breach', reported: 'no', reasons: 'Made up' }),
    refusedBody: () => ({ rowId: nobody, finding: 'breach', reported: 'no', reasons: 'Made up' }),
  },
  {
    command: 'children/record-carer',
    who: 'coordinator',
    on: 'first',
    body: () => ({ ...aunt, mayContact: 'yes' }),
    refusedBody: () => ({ ...aunt, mayContact: 'no' }),
    keep: async ({ known }, _answer, api) => {
      const seen = await api.ask('coordinator', 'GET', `/api/v1/children/${known.first}`);
      Object.assign(known, { carer: seen.json().about.carers[0].id });
    },
  },
  {
    command: 'children/change-carer',
    who: 'coordinator',
    on: 'first',
    body: ({ known }) => ({ ...aunt, carerId: known.carer, mayContact: 'no', safeHow: 'Made-up reasons' }),
    refusedBody: () => ({ ...aunt, carerId: nobody, mayContact: 'yes' }),
  },
  {
    command: 'children/end-carer',
    who: 'coordinator',
    on: 'first',
    body: ({ known }) => ({ carerId: known.carer, reason: 'Made-up reasons' }),
    refusedBody: () => ({ carerId: nobody, reason: 'Made-up reasons' }),
  },
  {
    command: 'children/record-status-line',
    who: 'coordinator',
    on: 'first',
    body: () => ({ status: 'child-in-need', since: '2026-01-01', next: '2026-12-01' }),
    refusedBody: () => ({ status: 'child-in-need', since: '2026-02-01', until: '2026-01-01' }),
  },
  ...incidentSteps,
  episode('first', '2026-09-01'),
  episode('first', '2026-10-01', 'proposal'),
  {
    command: 'referral-proposals/accept-proposal',
    who: 'triage',
    on: 'proposal',
    body: () => ({ seenOrSaid: 'Made-up words', immediateDanger: false }),
  },
  child('second'),
  episode('second', '2026-09-02'),
  episode('second', '2026-10-02', 'otherProposal'),
  {
    command: 'referral-proposals/decline-proposal',
    who: 'triage-officer',
    on: 'otherProposal',
    body: reason,
  },
  {
    command: 'missing-episodes/record-episode',
    who: 'coordinator',
    as: 'absence',
    body: ({ known }) => ({ childId: known.second, kind: 'away', start: '2026-10-20', from: 'a carer' }),
    refusedBody: () => ({ childId: nobody, kind: 'away', start: '2026-10-20', from: 'a carer' }),
  },
  {
    command: 'missing-episodes/record-return',
    who: 'coordinator',
    on: 'absence',
    body: () => ({ end: '2026-10-21', from: 'a carer' }),
  },
  ...absences,
  child('same'),
  {
    command: 'children/merge-children',
    who: 'coordinator',
    on: 'first',
    body: ({ known }) => ({ childId: known.same, reasons: 'One birth date' }),
  },
  {
    command: 'children/decide-merge',
    who: 'triage',
    on: 'first',
    body: ({ known }) => ({ decision: 'approve', childId: known.same }),
  },
  {
    command: 'children/unmerge-children',
    who: 'coordinator',
    on: 'first',
    body: ({ known }) => ({ childId: known.same, reasons: 'Two cousins' }),
  },
  {
    command: 'children/decide-merge',
    who: 'senior',
    on: 'first',
    body: ({ known }) => ({ decision: 'refuse', childId: known.same, reasons: 'One school as well' }),
  },
  {
    command: 'children/record-child',
    who: 'triage',
    as: 'unnamed',
    body: () => ({ description: 'A girl of about fourteen at the hotel', from: 'a made-up porter' }),
    refused: 'never',
  },
  {
    command: 'children/identify',
    who: 'triage',
    on: 'unnamed',
    body: () => ({ as: 'named', how: 'The porter', child: { chosenName: 'Robin' } }),
  },
  {
    command: 'children/withdraw-identification',
    who: 'triage',
    on: 'unnamed',
    body: reason,
  },
  {
    command: 'child-cases/record-referral',
    who: 'triage',
    as: 'mistaken',
    body: () => aReferral({ child: { firstName: 'Robyn', lastName: 'Mistaken' } }),
    refused: 'never',
    keep: async ({ known }, { id }, api) => {
      const seen = (await api.view('triage', 'child-cases', id)) as unknown as { childId: string };
      Object.assign(known, { childOfMistaken: seen.childId });
    },
  },
  {
    command: 'children/move-case',
    who: 'triage',
    on: 'childOfMistaken',
    body: ({ known }) => ({ caseId: known.mistaken, childId: known.unnamed, reason: 'Two files were open' }),
  },
];

/** An agency and an account, from their beginning to the end of access. */
export const books: JourneyStep[] = [
  {
    command: 'agencies/add-agency',
    who: 'admin',
    as: 'agency',
    body: () => ({ name: 'Made-up school', kind: 'education', teams: [{ id: 'form', name: 'Form tutors' }] }),
    refusedBody: () => ({
      name: 'Twice',
      kind: 'education',
      teams: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
    }),
  },
  {
    command: 'users/add-user',
    who: 'admin',
    as: 'user',
    body: ({ known }) => ({
      name: 'New Person',
      email: 'new@fernshire.example.org',
      agencyId: known.agency,
      teamId: 'form',
      roles: ['worker'],
    }),
    refusedBody: () => ({
      name: 'New Person',
      email: 'newer@fernshire.example.org',
      agencyId: nobody,
      roles: ['worker'],
    }),
  },
  {
    command: 'users/change-role',
    who: 'admin',
    on: 'user',
    body: () => ({ roles: ['referrer'], ...reason() }),
    refusedBody: () => ({ roles: ['administrator', 'worker'], ...reason() }),
  },
  ...cover,
  { command: 'users/end-access', who: 'admin', on: 'user', body: reason },
];
