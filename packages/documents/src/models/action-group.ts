import type { Recorded } from './document-head.js';

/** One action, in words ready to print. */
export interface ActionRow {
  reference: string;
  /** The child by chosen name, or the panel itself; null where the reader has the action alone and is not told. */
  about: string | null;
  what: string;
  owner: Recorded;
  role: Recorded;
  agency: Recorded;
  /** "Thursday 19 November 2026". */
  due: Recorded;
  /** "Open", "Done", "Not done", "No longer possible: circumstances changed" and so on. */
  state: string;
  /** How late in words, "6 working days late"; null when it is not. */
  late: string | null;
  /** Evidence, reason or contingency; null when there is none to print. */
  note: string | null;
}

/** Actions of one standing under one title, in the order given: overdue, open, ended. */
export interface ActionGroup {
  title: string;
  /** What to print when there is none: "No action is overdue." */
  none: string;
  actions: ActionRow[];
}
