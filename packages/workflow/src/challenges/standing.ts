import { blankOnCase, type OnCaseStanding } from '../child-cases/on-case.js';
import type { Recipient } from '../profile/profile.js';

/** What of a case is challenged. */
export const challengeThemes = ['grade', 'delay', 'plan', 'closure', 'other'] as const;
/** One of these. */
export type ChallengeTheme = (typeof challengeThemes)[number];

/** What those who are asked say to a challenge. */
export const challengeAnswers = ['upheld', 'upheld-in-part', 'not-upheld'] as const;
/** One of these. */
export type ChallengeAnswer = (typeof challengeAnswers)[number];

/** How a challenge is settled. */
export const challengeEndings = ['changed', 'agreed', 'not-agreed'] as const;
/** One of these. */
export type ChallengeEnding = (typeof challengeEndings)[number];

/** Where a professional challenge about a case is now: at which stage of the profile, and who has the next word. */
export interface ChallengeStanding extends OnCaseStanding {
  about: ChallengeTheme;
  /** What is challenged, shortened for lists. */
  words: string;
  raised: { by: string | null; name: string; agencyId: string | null; at: string } | null;
  /** The agency whose team holds the case: its lead on the panel answers at that stage. */
  holdingAgencyId: string | null;
  /** The stage of the profile: its place in the list, from 0. */
  stage: number;
  stageLabel: string;
  /** Who is asked at that stage. */
  to: Recipient[];
  /** Whether the profile has a stage after it. */
  lastStage: boolean;
  answered: { outcome: ChallengeAnswer; by: string | null; name: string; at: string } | null;
  settled: { how: ChallengeEnding | 'withdrawn'; at: string } | null;
}

export interface RaiseChallengePayload {
  caseId: string;
  about: ChallengeTheme;
  words: string;
  /** What the raiser asks to be done instead. */
  wanted: string;
}
export interface AnswerChallengePayload {
  outcome: ChallengeAnswer;
  words: string;
}
export interface EscalateChallengePayload {
  /** Why the answer does not content; a due clock says nothing. */
  words?: string;
}
export interface ResolveChallengePayload {
  how: ChallengeEnding;
  words: string;
}

/** A challenge before it is raised. */
export const blankChallenge: ChallengeStanding = {
  ...blankOnCase,
  about: 'other',
  words: '',
  raised: null,
  holdingAgencyId: null,
  stage: 0,
  stageLabel: '',
  to: [],
  lastStage: false,
  answered: null,
  settled: null,
};
