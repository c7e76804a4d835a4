import type { DocumentHead, Recorded } from './document-head.js';
import type { SheetFact } from './strand-sheet.js';

/** One thing that happened in a case, by when it happened. */
export interface JourneyEntry {
  /** "Monday 16 November 2026", or of a pseudonymised journey "Day 12". */
  happened: string;
  what: string;
  by: Recorded;
  /** When it was recorded, where that was another day; null otherwise. */
  recorded: string | null;
  /** What was written, each line a label and its words. */
  lines: SheetFact[];
}

/** The journey of one child through one case, for one reader. */
export interface JourneyModel {
  head: DocumentHead;
  /** How the child is called here: the chosen name, or "Child 1" where names are left out. */
  name: string;
  /** The case's reference; null where it is left out. */
  reference: Recorded;
  /** What is to be heeded before anybody is written to or called; null where there is none. */
  caution: string | null;
  /** Where the case stands: labels with their words. */
  facts: SheetFact[];
  /** The child in his or her own words: what he or she likes, is good at, whom he or she trusts. */
  aboutMe: SheetFact[];
  /** Oldest first. */
  entries: JourneyEntry[];
  /** What was done to take names out, and what that cannot do; empty where names stand. */
  pseudonymised: string[];
  /** Each sentence says one thing that is left out of this copy, and why. */
  withheld: string[];
}
