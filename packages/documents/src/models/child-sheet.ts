import type { ActionGroup } from './action-group.js';
import type { AgendaItem } from './agenda.js';
import type { Recorded } from './document-head.js';
import type { SheetLink } from './strand-sheet.js';

/** What the panel needs to know about one child, in the order in which a chair reads it. */
export interface ChildSheet {
  item: AgendaItem;
  /** The case's reference, printed on the sheet so that no fragment loses its source. */
  reference: string;
  /** Why the child is listed: basis and reason. */
  listed: Recorded;
  /** The contact caution that stands beside the name; null when there is none. */
  caution: string | null;
  aboutMe: AboutMe;
  identity: ChildIdentity;
  /**
   * Child in need, protection plan, looked after, youth justice and so on; null when not known, empty when none; the
   * words where the reader may not open the record that holds them.
   */
  statuses: ChildStatus[] | 'Left out of this copy' | null;
  worker: ChildWorker;
  /** The grade that rules now, in words, "High (was medium)". */
  gradeNow: Recorded;
  grades: KindGrade[];
  harm: HarmStatus[];
  missing: MissingSummary;
  plan: PlanSummary;
  safetyActions: SafetyAction[];
  childView: VoiceRecord;
  parentView: VoiceRecord;
  updates: AgencyUpdate[];
  chronology: ChronologyEntry[];
  /** People, places and identifiers linked with the child, by links that police have graded. */
  links: SheetLink[];
  previousDecisions: PreviousDecision[];
  /** Each sentence says one thing that this reader's copy leaves out, and why. */
  withheld: string[];
}

/** The child as they would introduce themselves. */
export interface AboutMe {
  chosenName: string;
  likes: Recorded;
  goodAt: Recorded;
  trustedAdult: Recorded;
  /** Best way and time to reach the child. */
  reach: Recorded;
  language: Recorded;
  /** Communication and learning needs. */
  communication: Recorded;
  advocate: Recorded;
  /** The specialist consulted on needs, or why none was. */
  specialist: Recorded;
}

/** Who the child is in the agencies' files. */
export interface ChildIdentity {
  fullName: Recorded;
  /** "15 years, 16 on Friday 5 February 2027". */
  age: Recorded;
  sex: Recorded;
  ethnicity: Recorded;
  legalStatus: Recorded;
  placement: Recorded;
  /** School, college or what takes its place. */
  education: Recorded;
  household: Recorded;
}

/** A status in law or procedure and what comes next of it. */
export interface ChildStatus {
  status: string;
  since: Recorded;
  next: Recorded;
}

/** The worker now, and how many the child has had. */
export interface ChildWorker {
  name: Recorded;
  role: Recorded;
  agency: Recorded;
  since: Recorded;
  manager: Recorded;
  /** How many workers the child has had, in words: "Robin has had 4 workers since February 2025." */
  count: Recorded;
}

/** Last and current grade for one kind of exploitation. */
export interface KindGrade {
  kind: string;
  current: GradeWords | null;
  last: GradeWords | null;
  /** Words for an unconfirmed grade that waits; null when none does. */
  proposed: string | null;
}

/** A grade with its date, who confirmed it and why. */
export interface GradeWords {
  grade: string;
  date: string;
  by: string;
  reasons: Recorded;
}

/** Harm status of one kind: certainty and time in words, with basis, date and who says so. */
export interface HarmStatus {
  kind: string;
  /** "Confirmed, current". */
  status: string;
  basis: Recorded;
  date: Recorded;
  saidBy: Recorded;
}

/** Missing since the last sitting, in words, with each episode. */
export interface MissingSummary {
  /** "Missing 2 times since the last sitting (Thursday 29 October 2026)." Null when not recorded. */
  sinceLast: Recorded;
  episodes: MissingEpisodeWords[];
}

/** One episode and what came of the return home interview. */
export interface MissingEpisodeWords {
  from: string;
  to: Recorded;
  kind: string;
  policeLevel: Recorded;
  interview: Recorded;
}

/** The plan in force and its actions. */
export interface PlanSummary {
  /** "Agreed, version 3" or "No plan is agreed: …"; null when nothing is recorded. */
  state: Recorded;
  agreed: Recorded;
  nextReview: Recorded;
  /** Gaps of an interim plan, each with its owner. */
  gaps: string[];
  actions: ActionGroup[];
}

/** A step taken at once to keep the child safe. */
export interface SafetyAction {
  what: string;
  who: Recorded;
  since: Recorded;
  state: string;
}

/** What somebody said, or what was tried so that they could say it. */
export interface VoiceRecord {
  quotations: Quotation[];
  /** Attempts to ask and why none succeeded, in words. */
  attempts: string[];
}

/** Somebody's own words, with who said them, when, and how they were obtained. */
export interface Quotation {
  words: string;
  /** "Robin, Monday 16 November 2026, told to their advocate". */
  source: string;
}

/** What one agency reports; null words when none came, which the document says. */
export interface AgencyUpdate {
  agency: string;
  by: Recorded;
  date: Recorded;
  words: Recorded;
}

/** A decision or event, by when it happened and when it was recorded. */
export interface ChronologyEntry {
  happened: string;
  what: string;
  by: Recorded;
  /** When it was recorded, if later; null when on the day. */
  recorded: string | null;
}

/** A decision of an earlier sitting on this child. */
export interface PreviousDecision {
  sitting: string;
  decision: string;
  reasons: Recorded;
  dissent: string | null;
  nextReview: Recorded;
  /** The actions that it gave, and what has come of each: done, not done, no longer possible, or where it stands. */
  actions: { what: string; owner: Recorded; state: string }[];
}
