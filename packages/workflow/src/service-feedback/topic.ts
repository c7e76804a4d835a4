import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { qualityKeepers, qualityReaders } from '../registers/readers.js';
import { registerTopic } from '../registers/register-topic.js';
import type { EntryPayload, EntryStanding } from '../registers/shape.js';

/** Whose words about the service they are; nobody is named. */
export const feedbackGivers = ['child', 'parent-or-carer', 'other-family'] as const;
/** One of these. */
export type FeedbackGiver = (typeof feedbackGivers)[number];

/** What of the service they are about. */
export const feedbackThemes = [
  ...([
    'being-listened-to',
    'being-believed',
    'feeling-safer',
    'knowing-what-happens',
    'having-a-say',
  ] as const),
  ...([
    'the-same-worker',
    'time-and-place',
    'respect-for-who-i-am',
    'privacy',
    'help-that-fits',
    'waiting',
  ] as const),
] as const;
/** One of these. */
export type FeedbackTheme = (typeof feedbackThemes)[number];

/** What they say of it. */
export const feedbackSays = ['good', 'mixed', 'not-good'] as const;
/** One of these. */
export type FeedbackSays = (typeof feedbackSays)[number];

/** How it reached the service. */
export const feedbackWays = [
  'conversation',
  'survey',
  'group',
  'letter',
  'advocate',
  'complaint',
  'compliment',
] as const;
/** One of these. */
export type FeedbackWay = (typeof feedbackWays)[number];

/** What a child or a parent said of the service: by theme, of nobody in particular, and joined with no case. */
export interface ServiceFeedbackStanding extends EntryStanding {
  giver: FeedbackGiver | '';
  theme: FeedbackTheme | '';
  says: FeedbackSays | '';
  way: FeedbackWay | '';
  /** The month in which it was said, as YYYY-MM: the day could tell who. */
  month: string;
  /** The day on which they were last told what was done; null before that. */
  on: string | null;
}

export interface RecordServiceFeedbackPayload extends EntryPayload {
  giver: FeedbackGiver;
  theme: FeedbackTheme;
  says: FeedbackSays;
  way: FeedbackWay;
  month: string;
  /** Their own words, as far as they tell of nobody. */
  words?: string;
}
export interface AnswerFeedbackPayload extends EntryPayload {
  /** What was done about it: you said, we did. */
  did: string;
  on: string;
}

/** The topic of feedback on the service by children and parents. */
export const serviceFeedback = registerTopic({
  name: 'service-feedback',
  kind: 'serviceFeedback',
  running: 'recorded',
  begin: {
    ...{ verb: 'record-service-feedback', writes: 'feedback-recorded' },
    keeps: ['giver', 'theme', 'says', 'way', 'month'],
  },
  notes: { 'answer-feedback': { writes: 'feedback-answered', keeps: ['on'] } },
  ends: { 'withdraw-feedback': { to: 'withdrawn', writes: 'feedback-withdrawn', keeps: [] } },
  keepers: [...qualityKeepers, ...(['manager', 'worker', 'advocate', 'interviewer'] as const)],
  words: 'those who keep the registers of quality, a manager, a worker, an advocate or an interviewer',
  readers: [...qualityReaders, 'worker', 'advocate', 'interviewer'],
  namesNobody: ['words', 'did', 'reason'],
  blank: { giver: '', theme: '', says: '', way: '', month: '', on: null },
  title: ({ theme, giver, month }: ServiceFeedbackStanding) => `${giver}, ${theme}, ${month}`,
  faults: ({
    payload,
    profile,
    at,
  }: Context<ServiceFeedbackStanding, RecordServiceFeedbackPayload>): Fault[] =>
    payload.month > localDate(at, profile.timeZone).slice(0, 7)
      ? [{ pointer: '/month', code: 'future', detail: 'The month lies ahead.' }]
      : [],
});
