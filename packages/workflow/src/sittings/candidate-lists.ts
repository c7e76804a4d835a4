import type { Profile } from '../profile/profile.js';

/** The lists from which an agenda is built, in the order in which it hears them: victims, offenders, locations, themes. */
export const candidateLists = [
  'carried',
  'chairs-action',
  'high',
  'new',
  'review',
  'step-down',
  'plan-not-working',
  'missing',
  'out-of-area',
  'turning-18',
  'person',
  'order',
  'location',
  'cluster',
  'theme',
  'requirement',
  'escalation',
  'not-due',
] as const;
/** One of these. */
export type CandidateList = (typeof candidateLists)[number];

/** What each list is called. */
export const candidateListLabels: Record<CandidateList, string> = {
  carried: 'Carried over from the last sitting',
  'chairs-action': 'Chair’s actions to be minuted',
  high: 'Children graded high',
  new: 'Children: new',
  review: 'Children: review due',
  'step-down': 'Children: step down proposed',
  'plan-not-working': 'Children: the plan is not working',
  missing: 'Children: repeatedly missing',
  'out-of-area': 'Children: out of area, in and out',
  'turning-18': 'Children: turning 18 before the sitting after',
  person: 'Persons of concern: nominated or due',
  order: 'Orders and measures that run out',
  location: 'Locations',
  cluster: 'Clusters',
  theme: 'Themes',
  requirement: 'Intelligence requirements',
  escalation: 'Escalations and challenges',
  'not-due': 'Listed, and not due at this sitting',
};

/** Why somebody or something is a candidate: by which rule, in words, and since when or by when (an instant or a local date). */
export interface CandidateReason {
  list: CandidateList;
  words: string;
  since: string | null;
  due: string | null;
}

/** A clock that runs on a candidate. */
export interface CandidateClock {
  rule: string;
  start: string;
  due: string;
}

/** What is known of a candidate besides its record. */
export interface CandidateFacts {
  clocks: readonly CandidateClock[];
  /** What sittings decided on it, newest first, as many as the profile's reviews. */
  decided: readonly string[];
  /** Since when it waits after a sitting that did not reach it; null where none did. */
  returnedAt: string | null;
  /** Whether that sitting was cancelled. */
  isCancelled?: boolean;
}

/** For which sitting candidates are sought. */
export interface CandidateAsked {
  profile: Profile;
  /** When it starts, and when the sitting after it does: instants. */
  startsAt: string;
  nextStartsAt: string;
}

/** The clock rules by which a record that nobody listed comes up, and whether by the sitting's own day or at any time. */
export const candidateClocks: Readonly<Record<string, 'sitting' | 'next' | 'ever'>> = {
  'panel-review': 'sitting',
  'chairs-action': 'ever',
  'grade-confirmation': 'sitting',
  'repeat-missing-discussion': 'ever',
  'transfer-answer': 'ever',
  'eighteenth-birthday': 'next',
  'nomination-screening': 'sitting',
  'person-necessity': 'sitting',
  'order-expiry-warning': 'sitting',
  'measure-expiry': 'next',
  'cluster-meeting': 'ever',
  'requirement-answer': 'sitting',
  'challenge-answer': 'ever',
  'challenge-reply': 'ever',
};

const families: Readonly<Record<string, readonly string[]>> = {
  child: ['childCase'],
  person: ['personCase', 'disruptionMeasure'],
  location: ['locationCase'],
  theme: ['cluster', 'disruptionMeasure', 'intelligenceRequirement', 'challenge', 'theme'],
};
const formalSections = ['opening', 'previous-minutes', 'action-log', 'closing'];

/**
 * Whether a part of an agenda may hear what is of this kind: of the strands each its own, escalations and an area's own
 * parts whatever it is, and those that open and close a sitting nothing.
 */
export function sectionHears(section: string, kind: string): boolean {
  if (formalSections.includes(section)) return false;
  const [family = ''] = section.split('-');
  return families[family]?.includes(kind) ?? true;
}

/** The section of the profile's agenda under which a candidate of a list usually stands. */
export function sectionOfList(list: CandidateList, kind: string, heardBefore: boolean): string {
  if (kind === 'personCase') return 'person';
  if (kind === 'locationCase') return 'location';
  if (kind === 'cluster' || list === 'theme' || list === 'requirement') return 'theme';
  if (list === 'order') return 'person';
  if (list === 'escalation') return 'escalation';
  if (list === 'step-down') return 'child-step-down';
  return heardBefore ? 'child-review' : 'child-new';
}
