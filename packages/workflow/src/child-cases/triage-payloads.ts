/** How triage may end. */
export const triageOutcomes = [
  'risk-assessment',
  'section-47-and-risk-assessment',
  'early-help',
  'no-further-action',
  'other-area',
  'joined',
  'relisted',
] as const;
/** One end of triage. */
export type TriageOutcome = (typeof triageOutcomes)[number];

/** What triage decided, with the view of the police. */
export interface DecideTriagePayload {
  outcome: TriageOutcome;
  reasons: string;
  policeView: 'given' | 'asked';
  policeViewText?: string;
  /** The team that will hold the case; asked for where it is taken on. */
  teamId?: string;
  /** For joined and relisted: the other case. */
  otherCaseId?: string;
  /** For other area: which, and who was told there. */
  otherArea?: string;
  /** How the referrer was told; asked for where the referral is not taken on. */
  referrerTold?: string;
  /** Who was there when it was decided, beside whoever records it: names with their agencies. */
  present?: string[];
}

/** What a check brought. */
export const checkResults = ['nothing-known', 'information', 'awaited'] as const;

/** What an agency's check of its own records brought to triage. */
export interface RecordCheckPayload {
  agency: string;
  result: (typeof checkResults)[number];
  words?: string;
}
