import type { WrittenIdentifier } from '../identifiers/identifier.js';
import type { SharingPower } from '../information-requests/powers.js';
import type { RecordRef, Standing } from '../model.js';
import type {
  HandlingCode,
  HandlingCondition,
  InformationGrade,
  IntelligenceGrade,
  SourceGrade,
} from './grading.js';

/** An answer to a question that nobody must be able to answer. */
export const perhaps = ['yes', 'no', 'not-known'] as const;
export type Perhaps = (typeof perhaps)[number];

/** How whoever submits a report came to know what it says. */
export const waysOfKnowing = [
  'seen-or-heard-myself',
  'told-by-somebody',
  'found-in-records',
  'found-online',
] as const;
export type WayOfKnowing = (typeof waysOfKnowing)[number];

/** The parts of a sanitised text, by who may read each: those who keep the child safe, who disrupt, the panel. */
export const reportParts = ['safety', 'disruption', 'sheet'] as const;
export type ReportPart = (typeof reportParts)[number];

/** What a review of a report finds. */
export const reviewOutcomes = ['keep', 'no-longer-needed'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** How likely it is that acting on a report shows where it came from. */
export const exposureRisks = ['low', 'medium', 'high'] as const;
export type ExposureRisk = (typeof exposureRisks)[number];

/** Kinds of records that a report may name. */
export const nameableKinds = [
  'child',
  'childCase',
  'person',
  'personCase',
  'location',
  'locationCase',
] as const;
export type NameableKind = (typeof nameableKinds)[number];

/** Somebody a report was disseminated to: an agency, or one person there, and the parts that they read. */
export interface ReportRecipient {
  agencyId: string;
  contactId: string | null;
  parts: ReportPart[];
  /** When a regrading withdrew it from them: from then on they read for 28 days that it went to them, and nothing of it. */
  withdrawnAt?: string;
}

/** Whether somebody who was given a report keeps it under its new grade. */
export interface RecipientDecision {
  agencyId: string;
  contactId?: string;
  stays: boolean;
}

/** A report of intelligence as it stands. What was submitted is not in it: that stands in a table of its own. */
export interface IntelligenceStanding extends Standing {
  reference: string;
  submitted: { by: string | null; agencyId: string | null; at: string } | null;
  /** A child may be in danger now, as whoever submitted it says. */
  danger: boolean;
  /** It came from a child, or acting on it could show where it came from: until police know better, both may be. */
  needsRisk: boolean;
  /** Records on the books that it names, and the children, persons and places whose they are. */
  named: RecordRef[];
  subjectIds: string[];
  grade: IntelligenceGrade | null;
  /** What was recorded of the risk to the source, and when it was last looked at. */
  risk: { level: ExposureRisk; at: string } | null;
  parts: ReportPart[];
  recipients: ReportRecipient[];
  reviewBy: string | null;
  sourceReferredAt: string | null;
  ended: { how: 'rejected' | 'withdrawn' | 'no-longer-needed'; at: string } | null;
  fedBackAt: string | null;
}

export interface SubmitIntelligencePayload {
  /** The case from whose page it is submitted. */
  caseId?: string;
  /** The return home interview that brought it, and which of its findings it tells of; the child is then named of itself. */
  interviewId?: string;
  findings?: string[];
  seen: string;
  when: string;
  where: string;
  whoElseKnows?: string;
  howKnown: WayOfKnowing;
  fromChild: Perhaps;
  couldShow: Perhaps;
  childInDanger: boolean;
  identifiers?: WrittenIdentifier[];
  named?: { kind: NameableKind; id: string }[];
}
/** What the desk recognises in a report: records on the books, and identifiers. */
export interface NameRecordsPayload {
  named?: { kind: NameableKind; id: string }[];
  identifiers?: WrittenIdentifier[];
}
export interface EvaluatePayload {
  source: SourceGrade;
  information: InformationGrade;
  handling: HandlingCode;
  conditions?: HandlingCondition[];
  /** Conditions in words. */
  conditionWords?: string;
  reviewBy: string;
  reasons?: string;
  /** Of a report that was given: each who holds it, once it may be handled less freely. */
  recipients?: RecipientDecision[];
}
export interface RecordSourceRiskPayload {
  level: ExposureRisk;
  risk: string;
  /** What is done so that nobody comes to harm when it is acted on. */
  safeguard: string;
}
export interface SanitisePayload {
  safety?: string;
  disruption?: string;
  sheet?: string;
  /** Under condition S2: who the originator is, and what they agreed to. */
  consulted?: string;
}
export interface DisseminatePayload {
  to: { agencyId: string; contactId?: string }[];
  parts: ReportPart[];
  powers: SharingPower[];
  purpose: string;
  /** Who was consulted, where a condition asks for the originator. */
  consulted?: string;
  /** Under A1 or A2: why they are given it, and how it stays out of the open. */
  reasons?: string;
}
export interface TellSubmitterPayload {
  words: string;
}
export interface AddToReportPayload {
  words: string;
}
export interface ReviewReportPayload {
  outcome: ReviewOutcome;
  reviewBy?: string;
  words: string;
}
export interface IntelligenceReasonPayload {
  reason: string;
}

/** A report before it is submitted. */
export const blankIntelligence: IntelligenceStanding = {
  clocks: [],
  reference: '',
  submitted: null,
  danger: false,
  needsRisk: false,
  named: [],
  subjectIds: [],
  grade: null,
  risk: null,
  parts: [],
  recipients: [],
  reviewBy: null,
  sourceReferredAt: null,
  ended: null,
  fedBackAt: null,
};
