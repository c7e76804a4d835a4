import type { DocumentHead, Recorded } from './document-head.js';
import type { SheetFact } from './strand-sheet.js';

/** One thing that happened in a case, by when it happened. */
export interface JourneyEntry {
  /** "Monday 16 November 2026", or without names "Day 12". */
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
  /** How the child is called. */
  name: string;
  /** The case's reference. */
  reference: string;
  /** What is to be heeded before anybody is written to or called; null where there is none. */
  caution: string | null;
  /** Where the case stands: labels with their words. */
  facts: SheetFact[];
  /** The child in his or her own words: what he or she likes, is good at, whom he or she trusts. */
  aboutMe: SheetFact[];
  /** Oldest first. */
  entries: JourneyEntry[];
  /** Each sentence says one thing that is left out of this copy, and why. */
  withheld: string[];
}
