import { blankOnCase, type OnCaseStanding } from '../child-cases/on-case.js';
import type { FixedClockRuleId } from '../profile/clock-rule.js';

/** The statutory notices, each with the clock of its sending. */
export const noticeClocks = {
  nrm: 'nrm-referral',
  lado: 'lado-referral',
  'regulation-40': 'regulation-40-notice',
  'out-of-area': 'placement-notice',
  'serious-incident': 'serious-incident-notice',
  'rapid-review': 'rapid-review',
} as const satisfies { [kind: string]: FixedClockRuleId };

/** One of these notices. */
export type NoticeKind = keyof typeof noticeClocks;
/** Every kind of notice. */
export const noticeKinds = Object.keys(noticeClocks) as NoticeKind[];

/** What a notice is called. */
export const noticeLabels: Record<NoticeKind, string> = {
  nrm: 'National Referral Mechanism referral',
  lado: 'Referral to the local authority designated officer',
  'regulation-40': 'Children’s home notice under Regulation 40',
  'out-of-area': 'Notice of a placement out of area',
  'serious-incident': 'Serious incident notification',
  'rapid-review': 'Rapid review',
};

/** Why a notice came up: by whom or what. */
export const noticeCauses = ['position-of-trust', 'movement', 'serious-incident', 'recorded'] as const;
/** One of these. */
export type NoticeCause = (typeof noticeCauses)[number];

/** Whether it is needed. */
export const noticeNeeds = ['needed', 'not-needed'] as const;
/** One of these. */
export type NoticeNeed = (typeof noticeNeeds)[number];

/** Who may refer a child into the National Referral Mechanism. */
export const firstResponders = [
  ...['local-authority', 'police', 'national-crime-agency', 'barnardos', 'nspcc', 'salvation-army'],
  ...['unseen', 'border-force', 'immigration-enforcement', 'other'],
] as const;

/** Whether an independent child trafficking guardian was asked for. */
export const guardianServices = ['referred', 'not-available-here', 'not-yet'] as const;

/** What comes back of a notice; decisions on grounds belong to the National Referral Mechanism alone. */
export const noticeAnswers = [
  ...['acknowledged', 'outcome'],
  ...['reasonable-grounds-positive', 'reasonable-grounds-negative'],
  ...['conclusive-grounds-positive', 'conclusive-grounds-negative'],
] as const;
/** One of these. */
export type NoticeAnswer = (typeof noticeAnswers)[number];

/** Where one statutory notice about a child is now. */
export interface NoticeStanding extends OnCaseStanding {
  kind: NoticeKind | null;
  cause: NoticeCause;
  /** When what calls for the notice was known: its clock counts from then. */
  since: string | null;
  need: { is: NoticeNeed; by: string | null; at: string } | null;
  sent: { to: string; reference: string | null; at: string } | null;
  answers: { answer: NoticeAnswer; on: string }[];
}

export interface PromptNoticePayload extends Omit<OnCaseStanding, 'clocks' | 'access'> {
  kind: NoticeKind;
  cause: NoticeCause;
  /** A notice that follows from another is needed; one that is asked about is to be decided. */
  need?: NoticeNeed;
}
export interface RecordNoticePayload {
  caseId: string;
  kind: NoticeKind;
  need: NoticeNeed;
  /** What calls for it, or why it is not needed. */
  reasons: string;
}
export interface DecideNoticePayload {
  need: NoticeNeed;
  reasons: string;
}
export interface SendNoticePayload {
  to: string;
  reference?: string;
  firstResponder?: (typeof firstResponders)[number];
  guardianService?: (typeof guardianServices)[number];
}
export interface AnswerNoticePayload {
  answer: NoticeAnswer;
  words: string;
}

/** A notice before it comes up. */
export const blankNotice: NoticeStanding = {
  ...blankOnCase,
  kind: null,
  cause: 'recorded',
  since: null,
  need: null,
  sent: null,
  answers: [],
};
