import type { Grade } from './grade.js';

/** The units a clock counts in; working days are those of the area's nation. */
export const clockUnits = ['hours', 'calendarDays', 'workingDays', 'weeks', 'months'] as const;

/** One unit a clock counts in. */
export type ClockUnit = (typeof clockUnits)[number];

/** How long a clock runs: a whole number of one unit; 0 means by the end of the same day. */
export interface ClockLength {
  amount: number;
  unit: ClockUnit;
}

/** The clocks whose length is one number, or one number and a shorter one for a child at raised risk. */
export const fixedClockIds = [
  'triage-decision',
  'police-view',
  'danger-acknowledgement',
  'strategy-discussion',
  'current-harm-strategy',
  'worker-allocated',
  'first-assessment',
  'single-assessment',
  'grade-confirmation',
  'same-day-safety-actions',
  'plan-agreement',
  'interim-plan',
  'plan-sharing',
  'action-acceptance',
  'action-due',
  'escalation-answer',
  'conference',
  'return-home-interview',
  'repeat-missing-discussion',
  'oversight',
  'to-find-out',
  'feedback',
  'suspension-check',
  'papers',
  'actions-out',
  'minutes',
  'ratification',
  'chairs-action',
  'adult-decision',
  'next-check',
  'other-area-acknowledgement',
  'transfer-answer',
  'transition-prompt',
  'eighteenth-birthday',
  'person-necessity',
  'nomination-screening',
  'child-necessity',
  'release-three-months',
  'release-28-days',
  'release-day',
  'bail-expiry',
  'outcome-told',
  'removal-decision',
  'copies-recall',
  'care-manager-answer',
  'order-expiry-warning',
  'measure-next-step',
  'measure-expiry',
  'measure-review',
  'cluster-discussion',
  'cluster-meeting',
  'break-glass-review',
  'restriction-review',
  'merge-decision',
  'breach-decision',
  'access-response',
  'access-extension',
  'access-consultation',
  'export-download',
  'information-answer',
  'service-answer',
  'challenge-answer',
  'challenge-reply',
  'notice-decision',
  'nrm-referral',
  'nrm-reasonable-grounds',
  'nrm-conclusive-grounds',
  'lado-referral',
  'regulation-40-notice',
  'placement-notice',
  'serious-incident-notice',
  'rapid-review',
  'notice-answer',
  'caution-review',
  'intelligence-evaluation',
  'intelligence-dissemination',
  'intelligence-review',
  'intelligence-feedback',
  'requirement-answer',
  'identifier-match',
  'link-grading',
  'link-review',
  'link-fading',
  'cluster-decision',
  'audit-return',
  'audit-moderation',
  'audit-action',
  'audit-proof',
  'standard-review',
  'quality-activity',
  'theme-review',
  'partner-return',
] as const;

/** The clocks whose length depends on the grade. */
export const gradedClockIds = ['reassessment', 'contact', 'panel-review'] as const;

/** The id of a clock with one length. */
export type FixedClockRuleId = (typeof fixedClockIds)[number];

/** The id of a clock whose length depends on the grade. */
export type GradedClockRuleId = (typeof gradedClockIds)[number];

/** The id of any clock rule. */
export type ClockRuleId = FixedClockRuleId | GradedClockRuleId;

/**
 * The clocks of a child's case that an area may let be extended. What protects at once (danger, strategy discussions,
 * safety actions), what others decide on (triage) and what statute counts in hours is not among them.
 */
export const extendableClockIds = [
  'first-assessment',
  'single-assessment',
  'plan-agreement',
  'conference',
  'reassessment',
  'feedback',
] as const;

/** Who may extend a clock, where the profile names them. */
export const clockExtenders = ['manager', 'senior'] as const;

/** How far a clock may be put off once, counted from its first due date, by whom, and why that is allowed. */
export interface ClockExtension extends ClockLength {
  by: (typeof clockExtenders)[number][];
  source: string;
}

/** What every clock rule says of itself, whatever decides its length. */
export interface ClockRuleWords {
  id: ClockRuleId;
  /** What a person reads: "Triage decision". */
  label: string;
  /** The event that starts it, in words: "receipt of the referral". */
  starts: string;
  /** Set where the due day is counted back from the event, which is not counted itself. */
  direction?: 'before';
  /** Set for reviews and papers: a due day that is no working day falls to the working day before. */
  nonWorkingDay?: 'workingDayBefore';
  /** Where the rule of practice comes from. */
  source: string;
  /** Set where somebody may give it a second due date, with a reason. */
  extension?: ClockExtension;
}

/** A clock with one length, and a shorter one where high risk is proposed or harm is current. */
export interface FixedClockRule extends ClockRuleWords, ClockLength {
  raised?: ClockLength;
  /** Set where the clock runs only at raised risk. */
  onlyRaised?: true;
}

/** A clock whose length depends on the grade; a grade without a length starts no clock. */
export interface GradedClockRule extends ClockRuleWords {
  byGrade: Partial<Record<Grade, ClockLength>>;
}

/** Any clock rule. */
export type ClockRule = FixedClockRule | GradedClockRule;

/** Gives the length of a clock for one case, or null where the rule starts none for it. */
export function clockLength(
  rule: ClockRule,
  about: { raised?: boolean; grade?: Grade | null } = {},
): ClockLength | null {
  if ('byGrade' in rule) return (about.grade && rule.byGrade[about.grade]) || null;
  if (rule.onlyRaised && !about.raised) return null;
  if (about.raised && rule.raised) return rule.raised;
  return { amount: rule.amount, unit: rule.unit };
}
