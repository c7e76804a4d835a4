import { qualityKeepers, qualityKeepersWords, qualityReaders } from '../registers/readers.js';
import { registerTopic } from '../registers/register-topic.js';
import type { EntryPayload, EntryStanding } from '../registers/shape.js';

/** How far an agency meets a standard: not, in part, in full. */
export const standardRatings = ['red', 'amber', 'green'] as const;
/** A judgement as a person reads it. */
export const standardRatingWords: Readonly<Record<(typeof standardRatings)[number], string>> = {
  red: 'Red: not met',
  amber: 'Amber: met in part',
  green: 'Green: met',
};
/** One of these. */
export type StandardRating = (typeof standardRatings)[number];

/** One standard as one agency is held to it. */
export interface QualityStandardStanding extends EntryStanding {
  number: string;
  title: string;
  agencyId: string;
  agencyName: string;
  /** The last judgement and its day; null before the first. */
  rating: StandardRating | null;
  on: string | null;
}

export interface AddStandardPayload extends EntryPayload {
  /** As the partnership counts its standards: `4`, `4.2`. */
  number: string;
  title: string;
  /** What the standard asks for, and where it comes from. */
  asks: string;
  agencyId: string;
  leadId: string;
  /** The day by which it is judged first. */
  due: string;
}
export interface JudgeStandardPayload extends EntryPayload {
  rating: StandardRating;
  evidence: string;
  on: string;
  /** The day by which it is judged again. */
  due: string;
}
/** Who leads an entry from now on, until when, and why. */
export interface ChangeLeadPayload extends EntryPayload {
  leadId: string;
  due: string;
  reason: string;
}

/** The topic of standards: what an agency is held to, how it was judged and on what evidence; earlier judgements stay. */
export const qualityStandards = registerTopic({
  name: 'quality-standards',
  kind: 'qualityStandard',
  running: 'inUse',
  begin: { verb: 'add-standard', writes: 'standard-added', keeps: ['number', 'title', 'agencyId'] },
  notes: {
    'judge-standard': { writes: 'standard-judged', keeps: ['rating', 'on'] },
    'change-lead': { writes: 'lead-changed', keeps: [] },
  },
  ends: {
    'retire-standard': {
      to: 'retired',
      writes: 'standard-retired',
      keeps: [],
      cancels: 'Not in use any more',
    },
  },
  clock: 'standard-review',
  keepers: qualityKeepers,
  words: qualityKeepersWords,
  readers: qualityReaders,
  namesNobody: ['title', 'asks', 'evidence', 'reason'],
  blank: { number: '', title: '', agencyId: '', agencyName: '', rating: null, on: null },
  title: ({ number, title, agencyName }: QualityStandardStanding) => `${agencyName}: ${number} ${title}`,
});
