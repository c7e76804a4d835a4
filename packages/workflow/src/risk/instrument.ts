import type { Grade } from '../profile/grade.js';
import type { Choice } from '../profile/profile.js';

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
}

/** A level of concern in a domain, on the common scale from 0 to 3. */
export interface Level {
  code: string;
  label: string;
  description: string;
  value: number;
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

/** What a domain asks for: a level beside its indicators, the indicators alone, or narrative alone. */
export const domainAsks = ['level', 'indicators', 'narrative'] as const;

/** A part of the child's life that the instrument looks at. */
export interface Domain {
  code: string;
  label: string;
  asks: (typeof domainAsks)[number];
  indicators: Indicator[];
  protective: Choice[];
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

/** One way to reach a grade; of all rules that hold, the highest grade is the suggestion. */
export type SuggestionRule = { code: string; label: string } & (
  | { kind: 'domains-at-level'; level: string; atLeast: number; grade: Grade }
  | { kind: 'indicators'; all: IndicatorCount[]; grade: Grade }
  | { kind: 'score'; bands: Band[] }
);

/** A risk assessment tool as data: dated, licensed, and the same for ever under its id and version. */
export interface Instrument {
  id: string;
  version: number;
  title: string;
  guidance: string;
  licence: string;
  purpose: 'screening' | 'assessment';
  kinds: string[];
  effectiveFrom: string;
  effectiveTo: string | null;
  windows: Window[];
  levels: Level[];
  domains: Domain[];
  suggestion: SuggestionRule[];
}
