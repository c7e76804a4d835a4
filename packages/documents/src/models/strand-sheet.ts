import type { AgendaItem } from './agenda.js';
import type { PreviousDecision } from './child-sheet.js';
import type { Recorded } from './document-head.js';

/** What the panel needs to know about one person of concern or one place. */
export interface StrandSheet {
  item: AgendaItem;
  /** The case's reference, printed on the sheet so that no fragment loses its source. */
  reference: string;
  /** Why the panel hears it: basis and since when. */
  listed: Recorded;
  /** "High: an officer judged so; the rule comes to medium." */
  priority: Recorded;
  /** What the priority is made of, each "How serious: serious (adds 4)". */
  priorityFrom: string[];
  /** Where it stands, who owns it, what it is: labels with their words. */
  facts: SheetFact[];
  /** Why it is on the books; no finding of guilt, and never disclosure where the sheet names a child. */
  bases: SheetBasis[];
  links: SheetLink[];
  measures: SheetMeasure[];
  previousDecisions: PreviousDecision[];
  /** Each sentence says one thing that this reader's copy leaves out, and why. */
  withheld: string[];
}

/**
 * What the panel needs to know about several children who share something: what, since when and what was decided, with
 * the links that police have graded. Children stand in it by the names that this reader may know.
 */
export interface ClusterSheet
  extends Pick<
    StrandSheet,
    'item' | 'reference' | 'listed' | 'facts' | 'links' | 'previousDecisions' | 'withheld'
  > {}

/** A label with its words. */
export interface SheetFact {
  label: string;
  words: Recorded;
}

/** A reason to be on the books, and the day that it tells of. */
export interface SheetBasis {
  basis: string;
  on: string;
}

/** A link that police have graded, and with what; an ungraded one is never printed as fact. */
export interface SheetLink {
  /** The child, person, place or identifier at the other end, by the name that this reader may know. */
  other: string;
  how: string;
  /** "3 August 2026 to 1 November 2026". */
  between: string;
  /** The 3x5x2 grade as it is printed beside what it grades. */
  grade: string;
  /** What police let workers be told of it; null where nothing is to be told. */
  told: string | null;
}

/** A measure taken, in force or ended. */
export interface SheetMeasure {
  what: string;
  state: string;
  /** "From 3 August 2026 to 2 August 2027". */
  dates: Recorded;
  breaches: string | null;
}

/** One sanitised report, with the items that it bears on. */
export interface IntelligenceLine {
  reference: string;
  /** "Item 5" or "Items 4 and 6". */
  items: string;
  grade: string;
  /** How it may be handled, in words. */
  handling: string;
  words: string;
}
