import { englandProfile } from '@mase/workflow';
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

const profileFile = (effectiveFrom: string): string =>
  JSON.stringify({ ...englandProfile, name: 'Made-up area', effectiveFrom, relistMonths: 9 });

const retire = (as: string): JourneyStep => ({
  command: 'instrument-changes/propose-change',
  who: 'admin',
  as,
  body: () => ({ change: 'retire', instrument: 'domain-levels', from: '2040-01-01', reason: 'Made up' }),
  refusedBody: () => ({ change: 'retire', instrument: 'nobody-1', from: '2040-01-01', reason: 'Made up' }),
});

const proposeProfile = (as: string): JourneyStep => ({
  command: 'profile-changes/propose-change',
  who: 'admin',
  as,
  body: () => ({ file: profileFile('2040-01-01'), reason: 'Made up' }),
  refusedBody: () => ({ file: profileFile('2020-01-01'), reason: 'Made up' }),
});

/** Changes of an area's rules that end in every way. */
const changes = (topic: string, change: (as: string) => JourneyStep): JourneyStep[] => [
  change(`refused ${topic}`),
  { command: `${topic}/refuse-change`, who: 'senior', on: `refused ${topic}`, body: reason },
  change(`withdrawn ${topic}`),
  { command: `${topic}/withdraw-change`, who: 'admin', on: `withdrawn ${topic}`, body: reason },
  change(topic),
  { command: `${topic}/approve-change`, who: 'senior', on: topic, body: nothing },
];

/** A legal hold from its beginning to its end, changes of the tools and of the profile, and disposals that end in every way. */
export const governance: JourneyStep[] = [
  ...changes('instrument-changes', retire),
  ...changes('profile-changes', proposeProfile),
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
