import { aReferral } from '@mase/workflow/testing';
import { absences } from './absence-steps.js';
import { incidentSteps } from './incident-steps.js';
import { type JourneyStep, nobody, reason } from './journey-step.js';
import { recordedChild } from './recorded-child.js';

const aunt = { name: 'Made-up aunt', relation: 'Aunt', asParent: 'no', livesWith: 'yes' };

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

/** Children of a return, their missing episodes, and the proposals that these raise. */
export const missing: JourneyStep[] = [
  recordedChild('first'),
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
  recordedChild('second'),
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
  recordedChild('same'),
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
