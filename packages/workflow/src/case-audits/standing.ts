import type { OnCaseStanding } from '../child-cases/on-case.js';
import { blankOnCase } from '../child-cases/on-case.js';

/** The four parts of a case audit, in the order of the work. */
export const auditParts = ['referral', 'assessment', 'plan', 'outcomes'] as const;
/** One of these. */
export type AuditPart = (typeof auditParts)[number];

/** Each part as a person reads it. */
export const auditPartWords: Readonly<Record<AuditPart, string>> = {
  referral: 'Referral and identification',
  assessment: 'Quality of assessment',
  plan: 'Quality and effect of the plan',
  outcomes: 'Outcomes for the child',
};

/** How a part, and the case as a whole, is graded, the best first. */
export const auditGrades = ['good', 'requires-improvement', 'inadequate'] as const;
/** One of these. */
export type AuditGrade = (typeof auditGrades)[number];

/** What audits come back to: the practice themes under which findings are counted. */
export const practiceThemes = [
  'voice-of-the-child',
  'family-and-carers',
  'identity-and-needs',
  'information-sharing',
  'timeliness',
  'analysis-of-risk',
  'missing-episodes',
  'plan-and-review',
  'disruption',
  'management-oversight',
  'language',
  'recording',
  'transition-to-adulthood',
] as const;
/** One of these. */
export type PracticeTheme = (typeof practiceThemes)[number];

/** How a moderation may end: the audit stands, or goes back to its auditor. */
export const moderations = ['agreed', 'sent-back'] as const;
/** One of these. */
export type Moderation = (typeof moderations)[number];

/** What the auditor found: a grade for each part and for the whole. */
export interface AuditReturn {
  at: string;
  grades: Record<AuditPart, AuditGrade>;
  overall: AuditGrade;
  themes: PracticeTheme[];
}

/** One case, looked at by one auditor who never held it, in four parts. */
export interface CaseAuditStanding extends OnCaseStanding {
  auditorId: string;
  auditorName: string;
  agencyId: string | null;
  /** The day until which it is to be returned; the first one where it was put off. */
  due: string;
  firstDue: string;
  commissioned: { by: string | null; name: string; at: string } | null;
  chased: number;
  returned: AuditReturn | null;
  /** What stands after moderation: the overall judgement, which may differ from the auditor’s. */
  moderated: { by: string; at: string; overall: AuditGrade } | null;
  sentBack: number;
  withdrawnAt: string | null;
  /** The sample that drew the case; absent where it was chosen otherwise. */
  sampleId?: string;
}

export interface CommissionAuditPayload {
  caseId: string;
  auditorId: string;
  /** The day until which it is to be returned. */
  due: string;
  /** Why this case is audited. */
  reason: string;
  /** The sample that drew it. */
  sampleId?: string;
}
export interface ChaseAuditPayload {
  words: string;
  /** Another day, where the first cannot be kept; the first is kept beside it. */
  due?: string;
}
export interface WithdrawAuditPayload {
  reason: string;
}
/** A grade and its evidence for each part, and an overall judgement with reasons. */
export interface ReturnAuditPayload {
  referral: AuditGrade;
  referralEvidence: string;
  assessment: AuditGrade;
  assessmentEvidence: string;
  plan: AuditGrade;
  planEvidence: string;
  outcomes: AuditGrade;
  outcomesEvidence: string;
  overall: AuditGrade;
  reasons: string;
  themes?: PracticeTheme[];
}
export interface ModerateAuditPayload {
  outcome: Moderation;
  /** The overall judgement, where it differs from the auditor’s. */
  overall?: AuditGrade;
  reasons: string;
  /** The new day, where it goes back. */
  due?: string;
}

/** An audit before it is given to anybody. */
export const blankCaseAudit: CaseAuditStanding = {
  ...blankOnCase,
  auditorId: '',
  auditorName: '',
  agencyId: null,
  due: '',
  firstDue: '',
  commissioned: null,
  chased: 0,
  returned: null,
  moderated: null,
  sentBack: 0,
  withdrawnAt: null,
};
