import type { DocumentHead, Recorded, SittingWords } from './document-head.js';

/** One line of an agenda. */
export interface AgendaItem {
  number: number;
  title: string;
  /** The kind of item in words: new, review, step-down proposal, plan not working, missing and linked, turning 18 and so on. */
  kind: string;
  /** "10:05". */
  from: string;
  to: string;
  /** Minutes allotted. */
  minutes: number;
  presenter: Recorded;
  /** Those who come for this item only, in words. */
  attending: Recorded;
  /** What the panel is asked to do; null where nothing is recorded, which the document says. */
  asked: Recorded;
  /** The chair's reason for taking the item late; null for an item that came in time. */
  lateReason: string | null;
  /** Why it was taken off the agenda; null for an item that stands on it. */
  takenOff: string | null;
}

/** A part of the agenda, such as opening, children, persons of concern, locations, themes, closing. */
export interface AgendaSection {
  title: string;
  items: AgendaItem[];
}

/** The agenda of one sitting, for one reader. */
export interface AgendaModel {
  head: DocumentHead;
  sitting: SittingWords;
  agenda: AgendaSection[];
  /** Words when the items ask for more minutes than the sitting has; null when they fit. */
  overrun: string | null;
  /** Each sentence says one thing that is left out of this copy, and why. */
  withheld: string[];
}
