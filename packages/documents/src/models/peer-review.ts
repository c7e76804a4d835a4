import type { DocumentHead } from './document-head.js';
import type { JourneyEntry } from './journey.js';
import type { SheetFact } from './strand-sheet.js';

/** The journey of one child in a pack for reviewers, without names. */
export interface ReviewedChild {
  /** "Child 3": the same child is called so on every page of the pack. */
  name: string;
  /** "14 entries, from day 1 to day 212". */
  extent: string;
  facts: SheetFact[];
  aboutMe: SheetFact[];
  /** Oldest first, each by the number of its day. */
  entries: JourneyEntry[];
}

/** Journeys of chosen cases for reviewers from outside, without names. */
export interface PeerReviewModel {
  head: DocumentHead;
  /** Why it was asked for: which review. */
  purpose: string;
  /** What was done to take names out, and what that cannot do. */
  pseudonymised: string[];
  /** Each sentence says one thing that is left out of this copy, and why. */
  withheld: string[];
  children: ReviewedChild[];
}
