import type { DocumentHead } from './document-head.js';

/** A table of the profile, ready to print; a number that is kept back says so. */
export interface ProblemTableWords {
  name: string;
  definition: string;
  lines: { label: string; n: string }[];
  /** The sum as its own line; null where the lines do not add up. */
  total: string | null;
}

/** A share of the profile: its percentage, and what it is of. */
export interface ProblemShareWords {
  name: string;
  definition: string;
  percent: string;
  of: string;
}

/** The yearly problem profile of an area: counts alone; for outside the partnership small numbers are kept back. */
export interface ProblemProfileModel {
  head: DocumentHead;
  /** The days that it is of, in words. */
  period: string;
  sections: { title: string; tables: ProblemTableWords[]; shares: ProblemShareWords[] }[];
  /** What these records do not hold, in sentences. */
  notHeld: string[];
  /** What holds for every figure, in sentences. */
  definitions: string[];
}
