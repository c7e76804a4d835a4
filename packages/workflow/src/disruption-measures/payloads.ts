import type { CawnKept, MeasureHandling, MeasureReview } from './standing.js';

export interface ConsiderMeasurePayload {
  code: string;
  /** On whom or where; a measure for a child alone names neither. */
  personId?: string;
  locationId?: string;
  /** The children whom it protects. */
  childIds?: string[];
  /** What it is to achieve, and on what it would rest. */
  why: string;
  /** When somebody looks again at whether it is taken. */
  nextOn: string;
  /** Who owns it; whoever considers it where nobody is named. */
  ownerId?: string;
  handling?: MeasureHandling;
  /** With C: who reads it by name. */
  readers?: string[];
}
export interface ApplyPayload {
  /** The court, authority or officer asked. */
  to: string;
  words: string;
  /** When the answer, or the hearing, is expected. */
  nextOn: string;
}
export interface GrantPayload {
  /** Which court or officer decided. */
  decidedBy: string;
  conditions: string;
  /** The last day on which it is in force. */
  lastDay?: string;
}
export interface ServePayload {
  /** How, by whom, and what was said. */
  how: string;
  /** For a notice: what it asks. An order has its conditions from the court. */
  conditions?: string;
  lastDay?: string;
}
export interface VaryPayload {
  decidedBy: string;
  why: string;
  conditions: string;
  /** The last day from now on; where nothing is said of it, it stays as it was. */
  lastDay?: string;
  /** Said where it has none from now on. */
  noLastDay?: boolean;
}
export interface BreachPayload {
  /** What was done against it. */
  what: string;
  /** What the police or the agency did about it. */
  answer: string;
}
export interface ReviewMeasurePayload {
  outcome: MeasureReview;
  words: string;
}
export interface EndMeasurePayload {
  reason: string;
}
export interface AllocateMeasurePayload {
  ownerId: string;
  reason: string;
}
/** What an entry says rightly, and why it was wrong; a breach without words never was. */
export interface CorrectEntryPayload {
  rowId: string;
  reason: string;
  words?: string;
  /** The right last day, of what brought it into force or varied it. */
  lastDay?: string;
}
/** What the child’s own record tells a notice when age or legal status changed: what it stands on now. */
export interface CawnNews {
  cawn: CawnKept;
}
