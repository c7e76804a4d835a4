import type { Characteristic } from '../population-tables/groups.js';

/** The ids of all scorecards, by which the database counts them too. */
export const scorecardIds = [
  ...(['children', 'timeliness', 'plan', 'strands', 'panel', 'caseload', 'completeness', 'cohort'] as const),
  ...(['missing', 'incidents'] as const),
];
/** One scorecard. */
export type ScorecardId = (typeof scorecardIds)[number];

/** What the database counts: everything under this measure, or the parts named. */
export interface Counted {
  count: string;
  parts?: readonly string[];
  /** It adds up days and counts nobody: it tells nothing but with what it is divided by. */
  isDays?: true;
  /** Which outcomes of incidents: those parts that mean this in the area. */
  ofArea?: 'known' | 'final' | 'positive';
  /** What it is, in words that follow a number. */
  words: string;
}

/** How the parts of a measure are called. */
export type PartNames =
  | 'code'
  | 'triage'
  | 'grade'
  | 'sitting'
  | 'ethnicity'
  | 'legal-status'
  | 'status-line'
  | 'clock'
  | 'order'
  | 'field'
  | 'as-written'
  | 'absence'
  | 'incident'
  | 'outcome';

/** One measure of the registry: what it says, how it is counted, and whose it is. */
export interface Measure {
  /** Unique in its scorecard; kept once it was published. */
  id: string;
  name: string;
  definition: string;
  /** A number of records, a percentage of them, or an average of days or records. */
  unit: 'number' | 'percent' | 'average';
  numerator: Counted;
  denominator?: Counted;
  /** Whether a line is printed for each part, and how parts are called; the denominator is then that of the same part. */
  by?: PartNames;
  /** Each line is of the whole, not of its own part. */
  ofWhole?: true;
  /** Which parts come first, in this order; others follow by name. */
  order?: readonly string[];
  /** By what a table of the population counts the same parts: each line then has its relative risk. */
  against?: Characteristic;
  /** Whether it counts cases that are episodes by the profile of the area, and no others. */
  ofEpisodes?: true;
  /** Who answers for the figure. */
  owner: 'Coordinator' | 'Chair' | 'Head of service' | 'Police lead';
}

/** What the measures of one scorecard have in common. */
export interface ScorecardEntry {
  name: string;
  strand: 'child' | 'person and location' | 'panel' | 'all';
  /** What is counted, in words: the source query of every measure in it. */
  source: string;
  measures: readonly Measure[];
}
