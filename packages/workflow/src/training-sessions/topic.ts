import type { Context, Fault } from '../model.js';
import { qualityKeepers, qualityReaders } from '../registers/readers.js';
import { registerTopic } from '../registers/register-topic.js';
import type { EntryPayload, EntryStanding } from '../registers/shape.js';

/** For whom training is given. */
export const trainingAudiences = [
  ...([
    'frontline-workers',
    'managers',
    'panel-members',
    'schools-and-colleges',
    'health',
    'police',
  ] as const),
  ...(['licensed-trades', 'carers', 'parents', 'children', 'volunteers', 'public'] as const),
] as const;
/** One of these. */
export type TrainingAudience = (typeof trainingAudiences)[number];

/** Trades that are trained to see harm where they work. */
export const trainedTrades = [
  ...([
    'taxis-and-private-hire',
    'hotels-and-guest-houses',
    'licensed-premises',
    'takeaways',
    'transport',
  ] as const),
  ...(['security', 'retail', 'leisure', 'lettings'] as const),
] as const;
/** One of these. */
export type TrainedTrade = (typeof trainedTrades)[number];

/** How many came from where; an agency on the books by its id besides its name. */
export interface Attended {
  from: string;
  agencyId?: string;
  n: number;
}

/** One session of training that was given. */
export interface TrainingSessionStanding extends EntryStanding {
  title: string;
  on: string;
  audience: TrainingAudience | '';
  trade: TrainedTrade | null;
  place: string | null;
  attended: Attended[];
}

export interface RecordSessionPayload extends EntryPayload {
  title: string;
  on: string;
  audience: TrainingAudience;
  trade?: TrainedTrade;
  place?: string;
  attended: Attended[];
  /** Who gave it. */
  givenBy: string;
  about?: string;
}

/** Where the training was given, or for which trade, is said; nobody comes from the same agency twice. */
function sessionFaults({ payload, facts }: Context<TrainingSessionStanding, RecordSessionPayload>): Fault[] {
  const { trade, place, attended } = payload;
  if (attended === undefined) return [];
  const from = attended.map((one) => one.from.trim().toLowerCase());
  const twice = from.flatMap((one, index) => (from.indexOf(one) < index ? [index] : []));
  const isOnBooks = (id: string) => facts.related.some((one) => one.kind === 'agency' && one.id === id);
  const unknown = attended.flatMap(({ agencyId }, index) =>
    agencyId && !isOnBooks(agencyId) ? [index] : [],
  );
  return [
    ...(trade || place
      ? []
      : [
          {
            pointer: '/place',
            code: 'where',
            detail: 'Say at which place it was given, or for which trade.',
          },
        ]),
    ...twice.map((index) => ({
      ...{ pointer: `/attended/${index}/from`, code: 'twice' },
      detail: 'They are counted twice: add their numbers up.',
    })),
    ...unknown.map((index) => ({
      ...{ pointer: `/attended/${index}/agencyId`, code: 'noAgency' },
      detail: 'Choose an agency on the books.',
    })),
  ];
}

/** The topic of the training log: what was given for whom, how many came from where, at which place or for which trade. */
export const trainingSessions = registerTopic({
  name: 'training-sessions',
  kind: 'trainingSession',
  running: 'recorded',
  begin: {
    ...{ verb: 'record-session', writes: 'session-recorded' },
    keeps: ['title', 'on', 'audience', 'trade', 'place', 'attended'],
  },
  notes: {},
  ends: { 'withdraw-session': { to: 'withdrawn', writes: 'session-withdrawn', keeps: [] } },
  keepers: [...qualityKeepers, ...(['manager', 'member', 'licensing-officer', 'police-desk'] as const)],
  words: 'those who keep the registers of quality, a manager, a panel member, licensing or the police desk',
  readers: [...qualityReaders, 'worker', 'licensing-officer', 'police-desk'],
  namesNobody: ['title', 'about', 'reason'],
  blank: { title: '', on: '', audience: '', trade: null, place: null, attended: [] },
  title: ({ title }: TrainingSessionStanding) => title,
  faults: sessionFaults,
});
