import type { ActionGroup, ActionRow } from './action-group.js';
import type { DocumentHead, Recorded, SittingWords } from './document-head.js';

/** The minutes of one sitting, for one reader. */
export interface MinutesModel {
  head: DocumentHead;
  sitting: SittingWords;
  /** "Draft, version 2" or "Agreed on Thursday 10 December 2026". */
  status: string;
  attendance: Attendance;
  /** That the confidentiality and language statements were read out, or that it is not recorded. */
  statementsRead: Recorded;
  /** "One member withdrew from item 4." Never a name or a reason. */
  connections: string[];
  /** Actions of earlier sittings; "not done" apart from "no longer possible". */
  actionReview: ActionGroup[];
  items: MinuteItem[];
  /** Decisions of the chair between sittings, read into the minutes. */
  chairActions: ChairAction[];
  /** Items that were not reached and where they go. */
  carriedForward: string[];
  /** "Thursday 17 December 2026 at 10:00; papers by Thursday 10 December 2026." */
  nextSitting: Recorded;
  withheld: string[];
}

/** Who was there, who was not, and whether that makes a quorum. */
export interface Attendance {
  present: PresentMember[];
  apologies: Apology[];
  observers: Observer[];
  /** "Quorate: social care, police and health were present." */
  quorum: Recorded;
}

/** Somebody present, and for which items. */
export interface PresentMember {
  name: string;
  role: Recorded;
  agency: string;
  /** "All items", "Item 3 only", "All but item 4". */
  items: string;
  /** Whom they stand in for; null when for nobody. */
  substituteFor: string | null;
}

/** An absence, and whether a written update came and when. */
export interface Apology {
  name: string;
  agency: string;
  writtenUpdate: Recorded;
}

/** Somebody who only watches, and whether confidentiality was signed. */
export interface Observer {
  name: string;
  agency: string;
  confidentiality: Recorded;
}

/** What was said and decided under one item; complete in itself, so that it can be filed alone. */
export interface MinuteItem {
  number: number;
  title: string;
  kind: string;
  /** The case this item is filed to; null for an item about no record. */
  reference: string | null;
  /** Paragraphs; empty when none was recorded, which the document says. */
  discussion: string[];
  decision: Recorded;
  reasons: Recorded;
  dissent: Dissent[];
  actions: ActionRow[];
  /** The next review date, or after removal who watches and the next check. */
  next: Recorded;
}

/** Who disagreed, in which words, and what they were answered. */
export interface Dissent {
  who: string;
  words: string;
  answer: Recorded;
}

/** Something the chair decided between sittings after consulting two agencies. */
export interface ChairAction {
  date: string;
  what: string;
  consulted: string;
}
