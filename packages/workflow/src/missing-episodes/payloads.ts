import type { ChildDescription } from '../child-cases/payloads.js';
import type { HostingPart } from '../child-cases/placement-area.js';
import type { AbsenceKind, MissingFrom, NotOfferedReason, PoliceLevel, TriggerPlan } from './standing.js';

/** An absence by days, as a return file or a list gives it. */
export interface RecordEpisodePayload {
  childId: string;
  kind: AbsenceKind;
  start: string;
  end?: string;
  /** The day for which ages and windows are worked out; today where it is left out. */
  asAt?: string;
  from: string;
}

/** What is known of the search, any part of it. */
export interface SearchDetails {
  policeReference?: string;
  policeLevel?: PoliceLevel;
  looking?: string;
  triggerPlan?: TriggerPlan;
}

/** A child who is missing now: one on the books, or described. */
export interface ReportMissingPayload extends SearchDetails {
  childId?: string;
  child?: ChildDescription;
  kind: AbsenceKind;
  /** The later of when the child left and when an adult responsible last saw the child (SSDA903). */
  since: string;
  missingFrom: MissingFrom;
  reportedBy: string;
  circumstances?: string;
  /** For a child placed across a boundary: this area’s part, and the other area. */
  hostingPart?: HostingPart;
  otherArea?: string;
}

/** What has changed of the search. */
export interface RecordSearchPayload extends SearchDetails {
  /** Why the police level changed, or what else has become known. */
  words?: string;
}

/** The child turns out to be missing where whereabouts were known, or is found and not back yet: since when. */
export interface ChangeKindPayload {
  kind: AbsenceKind;
  from: string;
  words: string;
}

/** Whether a held report tells of the absence that was on the books, or of another. */
export const reportDecisions = ['same', 'another'] as const;

export interface DecideReportPayload {
  decision: (typeof reportDecisions)[number];
  /** Since when the child is missing, where the report had it wrong. */
  since?: string;
  words: string;
}

/** The end of an absence: the day, as a later return file has it, or the instant, from which the interview’s hours count. */
export interface RecordReturnPayload {
  end?: string;
  returned?: string;
  from: string;
  whereFound?: string;
  words?: string;
}

/** What the police asked on return, by themselves: it is no return home interview. */
export interface RecordPreventionInterviewPayload {
  by: string;
  seen: boolean;
  words: string;
}

export interface RecordNotOfferedPayload {
  reason: NotOfferedReason;
  words: string;
}

/** Whom of the other area was told, and what. */
export interface TellAreaPayload {
  told: string;
  words: string;
}
