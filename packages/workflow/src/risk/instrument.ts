import type { Grade } from '../profile/grade.js';

/** Harm: a sign that exploitation is happening or has happened. Risk: a sign that it may. */
export const indicatorTypes = ['harm', 'risk'] as const;

/** Whether an indicator is a sign of harm or of risk. */
export type IndicatorType = (typeof indicatorTypes)[number];

/** The windows of time in which an indicator may count; lifetime counts however long ago it was. */
export const windowIds = ['lifetime', 'current', 'earlier'] as const;

/** One window of time in which an indicator may count. */
export type WindowId = (typeof windowIds)[number];

/** A window as an instrument draws it: "now or in the last six months". */
export interface Window {
  id: WindowId;
  label: string;
  /**
   * How many months the window reaches back from the day of the assessment; that day's date so many months ago is its
   * last day. Earlier begins where current ends. Without it the assessor alone says in which window a sign belongs,
   * and an earlier window beside a bounded current one has no end.
   */
  months?: number;
}

/** A level of concern in a domain, on the common scale from 0 to 3. */
export interface Level {
  code: string;
  label: string;
  description: string;
  value: number;
  /** Whether this level needs its source and its date. */
  needsEvidence?: boolean;
}

/** Something done to the child, or standing around the child, that may be known to be so or not. */
export interface Indicator {
  code: string;
  label: string;
  type: IndicatorType;
  /** The publisher's own grouping, for counts and for the highest tier present. */
  tier?: string;
  /** What a yes adds to the score in each window; both windows add up. */
  weights?: Partial<Record<WindowId, number>>;
}

/** Something that protects a child in one part of life, as an instrument names it. */
export interface ProtectiveFactor {
  id: string;
  label: string;
}

/** What a domain asks for: a level beside its indicators, the indicators alone, or narrative alone. */
export const domainAsks = ['level', 'indicators', 'narrative'] as const;

/** A part of the child's life that the instrument looks at. */
export interface Domain {
  code: string;
  label: string;
  asks: (typeof domainAsks)[number];
  /** What to look at, for whoever answers. */
  guidance?: string;
  indicators: Indicator[];
  protective: ProtectiveFactor[];
}

/** Which indicators a rule counts: all conditions together, yes answers only. */
export interface IndicatorCount {
  type?: IndicatorType;
  tier?: string;
  window?: WindowId;
  atLeast: number;
}

/** A band of a score, from this score up to the next band. */
export interface Band {
  code: string;
  label: string;
  from: number;
  grade: Grade;
}

/** What a score adds up: the weights of the indicators, the levels of the domains, or how many indicators are present. */
export const scoreSums = ['weights', 'levels', 'indicators'] as const;

/** One way to reach a grade; of all rules that hold, the highest grade is the suggestion. */
export type SuggestionRule = { code: string; label: string } & (
  | { kind: 'domains-at-level'; level: string; atLeast: number; grade: Grade }
  | { kind: 'highest-level'; levels: { level: string; grade: Grade }[] }
  | { kind: 'highest-tier'; tiers: { tier: string; window?: WindowId; grade: Grade }[] }
  | { kind: 'indicators'; all: IndicatorCount[]; grade: Grade }
  | { kind: 'score'; of?: (typeof scoreSums)[number]; bands: Band[] }
);

/** A screening says whether to assess, an assessment what grade; no instrument is for both. */
export const purposes = ['screening', 'assessment'] as const;

/** What an instrument is for. */
export type Purpose = (typeof purposes)[number];

/** A risk assessment tool as data: dated, licensed, and the same for ever under its id and version. */
export interface Instrument {
  id: string;
  version: number;
  title: string;
  guidance: string;
  licence: string;
  purpose: Purpose;
  /** The kinds of exploitation that it covers, by the codes of the product. */
  kinds: string[];
  /** The first and the last day on which it may be used; of several versions in force the newest is offered. */
  effectiveFrom: string;
  effectiveTo: string | null;
  windows: Window[];
  levels: Level[];
  domains: Domain[];
  suggestion: SuggestionRule[];
}
