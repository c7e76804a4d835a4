/** The answers to an indicator; not known is never no, and asks for somebody to find out. */
export const indicatorValues = ['yes', 'no', 'not-known'] as const;

/** The answer to an indicator. */
export type IndicatorValue = (typeof indicatorValues)[number];

/** When what an indicator names was done: in the current window, the earlier one, or in both. */
export const answerWindows = ['current', 'earlier', 'both'] as const;

/** The window that an answer names. */
export type AnswerWindow = (typeof answerWindows)[number];

/** What a yes rests on: who or what it comes from, its date (YYYY-MM-DD), and what was seen or said. */
export interface Evidence {
  source: string;
  date: string;
  text?: string;
}

/**
 * One indicator answered. A yes that names no window counts where its evidence is dated, if the instrument bounds its
 * windows by months, and else as current, so that silence makes nothing smaller.
 */
export interface IndicatorAnswer {
  code: string;
  answer: IndicatorValue;
  window?: AnswerWindow;
  evidence?: Evidence;
  /** What it rests on besides, for what was seen more than once. */
  moreEvidence?: Evidence[];
}

/** The level of concern in one domain, as its value from 0 to 3, or null where it is not known; with the worker's words. */
export interface LevelAnswer {
  domain: string;
  level: number | null;
  note?: string;
  evidence?: Evidence;
}

/** What protects the child in one domain; `factor` where it is one that the instrument names. */
export interface ProtectiveAnswer {
  domain: string;
  factor?: string;
  text: string;
}

/** What was written on a domain where only narrative is asked. */
export interface Narrative {
  domain: string;
  text: string;
}

/** The whole of what a worker answers to an instrument, in any order. */
export interface AssessmentAnswers {
  answers: IndicatorAnswer[];
  levels: LevelAnswer[];
  protective: ProtectiveAnswer[];
  narratives?: Narrative[];
}

/** What the floors ask of the child. */
export interface AboutChild {
  /** Age in whole years, or null while it is not known. */
  ageYears: number | null;
  learningDisability: boolean | 'not-known';
}

/** All that an assessment is computed from. */
export interface AssessmentInput extends AssessmentAnswers {
  about: AboutChild;
  /** The local day of the assessment (YYYY-MM-DD), from which the windows reach back. */
  on: string;
}
