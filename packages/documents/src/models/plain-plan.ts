import type { DocumentHead } from './document-head.js';

/** One thing that will be done, in plain words. */
export interface PlainStep {
  what: string;
  who: string;
  /** "By Thursday 3 December 2026", or that no day is fixed yet. */
  when: string;
  know: string;
}

/** The safety part of a plan in plain words, for the child or for one carer. */
export interface PlainPlanModel {
  head: DocumentHead;
  /** "Dear Lex". */
  greeting: string;
  /** Short paragraphs before the steps. */
  opening: string[];
  /** The question above the steps. */
  stepsTitle: string;
  steps: PlainStep[];
  viewTitle: string;
  /** The reader’s own words; null where none were given. */
  view: string | null;
  /** Whom to call: the worker first, then who is there at any hour. */
  calls: { who: string; how: string }[];
  /** What the reader may always do, line by line. */
  rights: string[];
  closing: string;
}
