import { type JourneyStep, nobody, nothing, reason } from './journey-step.js';

const place = (as: string): JourneyStep => ({
  command: 'legal-holds/place-hold',
  who: 'governance',
  as,
  body: ({ known }) => ({
    scope: 'person',
    childId: known.second,
    reason: 'complaint',
    reviewBy: '2027-03-01',
    words: 'A made-up complaint',
  }),
  refusedBody: ({ known }) => ({
    scope: 'team',
    childId: known.second,
    reason: 'complaint',
    reviewBy: '2027-03-01',
    words: 'A made-up complaint',
  }),
});
const propose = (as: string): JourneyStep => ({
  command: 'disposals/propose-disposal',
  who: 'governance',
  as,
  body: ({ known }) => ({ record: { kind: 'child', id: known.second }, basis: 'recorded-in-error' }),
  refusedBody: () => ({ record: { kind: 'child', id: nobody }, basis: 'recorded-in-error' }),
});
const on = (verb: string, who: string, of: string, body: JourneyStep['body'] = nothing): JourneyStep => ({
  command: `disposals/${verb}`,
  who,
  on: of,
  body,
});

const retire = (as: string): JourneyStep => ({
  command: 'instrument-changes/propose-change',
  who: 'admin',
  as,
  body: () => ({ change: 'retire', instrument: 'domain-levels', from: '2040-01-01', reason: 'Made up' }),
  refusedBody: () => ({ change: 'retire', instrument: 'nobody-1', from: '2040-01-01', reason: 'Made up' }),
});

/** Changes of the instruments that end in every way. */
const instruments: JourneyStep[] = [
  retire('refusedChange'),
  { command: 'instrument-changes/refuse-change', who: 'senior', on: 'refusedChange', body: reason },
  retire('withdrawnChange'),
  { command: 'instrument-changes/withdraw-change', who: 'admin', on: 'withdrawnChange', body: reason },
  retire('change'),
  { command: 'instrument-changes/approve-change', who: 'senior', on: 'change', body: nothing },
];

/** A legal hold from its beginning to its end, changes of the instruments, and disposals that end in every way. */
export const governance: JourneyStep[] = [
  ...instruments,
  place('hold'),
  {
    command: 'legal-holds/review-hold',
    who: 'caldicott',
    on: 'hold',
    body: () => ({ reviewBy: '2027-05-01', words: 'It goes on' }),
    refusedBody: () => ({ reviewBy: '2020-05-01', words: 'It goes on' }),
  },
  {
    command: 'legal-holds/lift-hold',
    who: 'governance',
    on: 'hold',
    body: () => ({ words: 'It was settled' }),
  },
  propose('refusedDisposal'),
  on('refuse-disposal', 'caldicott', 'refusedDisposal', reason),
  propose('withdrawnDisposal'),
  on('withdraw-disposal', 'governance', 'withdrawnDisposal', reason),
  propose('disposal'),
  {
    ...on('approve-disposal', 'caldicott', 'disposal'),
    keep: (_along, _answer, api) => {
      api.time.now = new Date(Date.parse(api.time.now) + 15 * 86_400_000).toISOString();
    },
  },
  on('carry-out', 'governance', 'disposal'),
];
