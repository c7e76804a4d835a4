import type { Leavers } from '../grace.js';
import type { IntelligenceGrade } from '../intelligence/grading.js';
import type { RecordRef } from '../model.js';
import type { FollowsEnds } from './end-news.js';
import type { LinkEnd, WrittenEnd } from './ends.js';
import type { LinkKind } from './kinds.js';

/** Where a link comes from. */
export const linkSources = [
  'intelligence',
  'incident',
  'measure',
  'casework',
  'own-observation',
  'told',
] as const;
/** One of these. */
export type LinkSource = (typeof linkSources)[number];

/** What a review of a link finds: it stands, or it is let fade. */
export const linkReviews = ['stands', 'fades'] as const;
/** One of these. */
export type LinkReview = (typeof linkReviews)[number];

/** What whoever works with a linked child does, once told of the link. */
export const linkAnswers = ['action-made', 'known-already', 'police-asked', 'nothing-follows'] as const;
/** One of these. */
export type LinkAnswer = (typeof linkAnswers)[number];
/** What each of them says, in words. */
export const linkAnswerWords: Readonly<Record<LinkAnswer, string>> = {
  'action-made': 'An action was made or changed',
  'known-already': 'It was known, and the plan deals with it',
  'police-asked': 'The police are asked about it first',
  'nothing-follows': 'Nothing follows from it for this child',
};

/** Who holds a child at one end of a link. */
export interface EndHolders {
  holders: string[];
  former: Leavers;
}

/**
 * Which two records a link was drawn from: a child’s part and that of a person or place in one incident, or a child’s
 * protection and the measure.
 */
export interface DrawnFrom {
  by: readonly [string, string];
  /** Whether the person or place has been accepted as one of concern: before that the police alone read of it. */
  accepted: boolean;
  /** Set once the measure has ended. */
  over?: true;
}

/** A link between two ends as it stands. What was said of it stands in rows of their own. */
export interface LinkStanding extends FollowsEnds {
  kind: LinkKind;
  /** In the order in which a link is written down: a child first, a record before an identifier. */
  from: LinkEnd;
  to: LinkEnd;
  /** Local dates between which it was known to hold. */
  firstOn: string;
  lastOn: string;
  source: LinkSource;
  /** The report, incident or other record it comes from; null where there is none on the books. */
  sourceRecord: RecordRef | null;
  /** Null until police have graded it: it is not printed as fact. */
  grade: IntelligenceGrade | null;
  /** Whether police said what the workers of a linked child are told of it. */
  told: boolean;
  reviewBy: string;
  recorded: { by: string | null; agencyId: string | null; at: string } | null;
  /** Of each child at an end, who holds his or her cases. */
  held: { [childId: string]: EndHolders };
  ended: { how: 'faded' | 'withdrawn'; at: string } | null;
  /** The record of the child at its end before that was joined with another; absent while it is where it began. */
  joinedFrom?: string | null;
  /** Absent of a link that somebody recorded. */
  drawn?: DrawnFrom;
}

export interface RecordLinkPayload {
  kind: LinkKind;
  from: WrittenEnd;
  to: WrittenEnd;
  firstOn: string;
  /** The last day known; the first where it is left out. */
  lastOn?: string;
  source: LinkSource;
  sourceRecord?: RecordRef;
  /** What was seen or said, and by whom. */
  words: string;
  /** Police alone grade. */
  grade?: IntelligenceGrade;
  /** What workers of a linked child are told, in words that show no source. */
  told?: string;
  reviewBy?: string;
}
export interface GradeLinkPayload {
  grade: IntelligenceGrade;
  told?: string;
  reviewBy: string;
  reasons: string;
}
export interface ReviewLinkPayload {
  outcome: LinkReview;
  /** A later day on which it was seen to hold. */
  lastOn?: string;
  reviewBy?: string;
  reasons: string;
}
export interface RenewLinkPayload {
  lastOn: string;
  reviewBy: string;
  reasons: string;
}
export interface AcknowledgeLinkPayload {
  doing: LinkAnswer;
  /** What is done, or why nothing is. */
  words: string;
}
/** A link before it is recorded. */
export const blankLink: LinkStanding = {
  clocks: [],
  kind: 'spends-time-with',
  from: { kind: 'child', id: '' },
  to: { kind: 'person', id: '' },
  firstOn: '',
  lastOn: '',
  source: 'told',
  sourceRecord: null,
  grade: null,
  told: false,
  reviewBy: '',
  recorded: null,
  held: {},
  ended: null,
};
