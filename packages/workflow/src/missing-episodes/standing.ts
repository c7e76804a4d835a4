import type { HostingPart } from '../child-cases/placement-area.js';
import type { UnderChild } from '../children/under-child.js';
import type { Leavers } from '../grace.js';
import type { Standing } from '../model.js';

/** Missing, or away from placement without authorisation: whereabouts known, not where expected (DfE guidance 2014). */
export const absenceKinds = ['missing', 'away'] as const;
/** One of these. */
export type AbsenceKind = (typeof absenceKinds)[number];

/** Where the child was missing from. */
export const missingFrom = ['home', 'care', 'elsewhere'] as const;
/** One of these. */
export type MissingFrom = (typeof missingFrom)[number];

/** The police continuum of risk, from no apparent risk up to high. It is not the grade of a case. */
export const policeLevels = ['no-apparent-risk', 'low', 'medium', 'high'] as const;
/** One of these. */
export type PoliceLevel = (typeof policeLevels)[number];

/** Whether a trigger plan, the agreed plan of what is done at once, is used. */
export const triggerPlans = ['in-use', 'held-not-used', 'none', 'not-yet-known'] as const;
/** One of these. */
export type TriggerPlan = (typeof triggerPlans)[number];

/**
 * What came of the return home interview, one at a time. The first three are worked out from when it took place, the
 * fifth from the next absence; nobody types them.
 */
export const interviewOutcomes = [
  'completed-in-time',
  'completed-late',
  'completed-return-not-timed',
  'declined',
  'not-reached',
  'missing-again',
  'not-offered',
] as const;
/** One of these. */
export type InterviewOutcome = (typeof interviewOutcomes)[number];

/** Why no interview was offered. */
export const notOfferedReasons = [
  'no-interviewer-free',
  'child-not-safe-to-see',
  'placing-area-did-not',
  'turned-18',
  'other',
] as const;
/** One of these. */
export type NotOfferedReason = (typeof notOfferedReasons)[number];

/** What came of an interview for one episode; `interviewId` is that of the interview, where one was offered. */
export interface EpisodeInterview {
  outcome: InterviewOutcome;
  at: string;
  interviewId?: string;
}

/** The other area where a child is placed across a boundary: `host` where this area hosts, `placing` where it placed. */
export interface EpisodeArea {
  as: HostingPart;
  area: string;
  /** When the other area was last told, and since when it is owed news: a report, a return, what came of an interview. */
  toldAt: string | null;
  owedSince: string | null;
}

/**
 * One absence. `start` and `end` are local dates, as a return file gives them; the instants stand beside them where the
 * absence was reported while it lasted. What may be absent was not known to records of before.
 */
export interface MissingEpisodeStanding extends Standing, UnderChild {
  childId: string;
  childName: string;
  kind: AbsenceKind;
  /** What it was before it was this, and until when: a return file has a row for each part. */
  before?: { kind: AbsenceKind; until: string }[];
  start: string;
  end: string | null;
  /** Since when, and when it was reported: instants. */
  since?: string;
  reportedAt?: string;
  reportedBy?: string;
  returnedAt?: string;
  missingFrom?: MissingFrom;
  area?: EpisodeArea;
  police?: { level: PoliceLevel | null; reference: string | null; since: string };
  looking?: string;
  triggerPlan?: TriggerPlan;
  /** The episode of which a held report may be a second one. */
  heldFor?: string;
  /** Until when an interview is in time: the profile’s hours from the return. */
  interviewDue?: string;
  offered?: { interviewId: string; at: string };
  interview?: EpisodeInterview | null;
  /** Whether the police have held their own prevention interview, which is not the return home interview. */
  preventionAt?: string;
  /** Principals of those who hold a case of the child; those who did until lately read on for their days of grace. */
  holders: string[];
  former?: Leavers;
}

/** An absence before anything is recorded. */
export const blankEpisode: MissingEpisodeStanding = {
  clocks: [],
  childId: '',
  childName: '',
  kind: 'missing',
  start: '',
  end: null,
  holders: [],
};
