import type { DocumentHead, SittingWords } from './document-head.js';

/** The minutes of one sitting, for one reader: the sections of their latest version as they were kept. */
export interface MinutesModel {
  head: DocumentHead;
  sitting: SittingWords;
  /** "Draft, version 2" or "Agreed on Thursday 10 December 2026". */
  status: string;
  sections: MinutedSection[];
  withheld: string[];
}

/** One section of minutes in the words that were kept; complete in itself, so that it can be filed alone. */
export interface MinutedSection {
  heading: string;
  /** "Item 4: review, case CE-2026-0001"; null for a section about no item. */
  about: string | null;
  /** One a line; empty where nothing was written, which the document says. */
  paragraphs: string[];
  /** Actions of the disruption part as the decision gave them; empty for whoever may not read them. */
  disruption: string[];
}
