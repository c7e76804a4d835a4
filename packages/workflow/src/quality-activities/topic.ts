import { qualityKeepers, qualityKeepersWords, qualityReaders } from '../registers/readers.js';
import { registerTopic } from '../registers/register-topic.js';
import type { EntryPayload, EntryStanding } from '../registers/shape.js';

/** What the calendar of a year holds. */
export const activityKinds = [
  ...(['case-audits', 'dip-sample', 'themed-audit', 'standards-review', 'partner-returns'] as const),
  ...([
    'feedback-survey',
    'training-needs',
    'policy-review',
    'annual-report',
    'peer-review',
    'other',
  ] as const),
] as const;
/** One of these. */
export type ActivityKind = (typeof activityKinds)[number];

/** Something of the year’s calendar that is due on a day. */
export interface QualityActivityStanding extends EntryStanding {
  title: string;
  activity: ActivityKind | '';
  /** The day on which it was carried out; null until then. */
  on: string | null;
}

export interface PlanActivityPayload extends EntryPayload {
  title: string;
  activity: ActivityKind;
  /** What is looked at, and how. */
  about: string;
  leadId: string;
  due: string;
}
export interface FinishActivityPayload extends EntryPayload {
  on: string;
  /** What came of it, and where it is reported. */
  outcome: string;
}

/** The topic of the quality calendar: what is due when in the year, led by whom, and when it was carried out. */
export const qualityActivities = registerTopic({
  name: 'quality-activities',
  kind: 'qualityActivity',
  running: 'comingUp',
  begin: { verb: 'plan-activity', writes: 'activity-planned', keeps: ['title', 'activity'] },
  notes: { 'change-lead': { writes: 'lead-changed', keeps: [] } },
  ends: {
    'finish-activity': { to: 'finished', writes: 'activity-finished', keeps: ['on'] },
    'drop-activity': {
      to: 'notCarriedOut',
      writes: 'activity-dropped',
      keeps: [],
      cancels: 'Not carried out',
    },
  },
  clock: 'quality-activity',
  keepers: qualityKeepers,
  words: qualityKeepersWords,
  readers: qualityReaders,
  namesNobody: ['title', 'about', 'outcome', 'reason'],
  blank: { title: '', activity: '', on: null },
  title: ({ title }: QualityActivityStanding) => title,
});
