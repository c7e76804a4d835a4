import type { ScorecardId } from './measure.js';

/** A count, or one part of it, by the names under which the database counts. */
export interface Term {
  count: string;
  part?: string;
}

/** A whole and what it is made up of, in each line too where it has them; `rest` is what is left of it and printed nowhere. */
export interface Whole {
  whole: string;
  parts: readonly string[];
  rest?: string;
  inLines?: true;
}

const endings = ['onTime', 'doneLate', 'overdue', 'notDone', 'noLongerPossible'];
const given = (name: string) => `given${name[0]?.toUpperCase()}${name.slice(1)}`;

/** What adds up in a scorecard beyond parts and shares: what becomes of an obligation or an action is one thing alone. */
export const wholes: { readonly [scorecard in ScorecardId]?: readonly Whole[] } = {
  children: [
    { whole: 'comings', parts: ['contacts'], rest: 'takenUpAgain' },
    { whole: 'reReferrals', parts: ['takenUpAgain'], rest: 'referredAgain' },
  ],
  timeliness: [{ whole: 'due', parts: ['met', 'late', 'missed', 'overdue'], inLines: true }],
  plan: [{ whole: 'actions', parts: endings, rest: 'running', inLines: true }],
  panel: [
    { whole: 'givenActions', parts: endings.map(given), rest: 'givenRunning', inLines: true },
    { whole: 'expected', parts: ['attended', 'silent'], rest: 'wrote', inLines: true },
  ],
  caseload: [{ whole: 'cases', parts: ['waiting', 'withWorker'], inLines: true }],
  missing: [{ whole: 'episodes', parts: ['ended'], rest: 'absent' }],
};

/** Numbers that are one and the same, counted under several names: each tells the others. */
export const same: { readonly [scorecard in ScorecardId]?: readonly (readonly [string, ...string[]])[] } = {
  children: [['closed', 'gradeAtOpening', 'gradeAtClosing']],
  missing: [
    ['episodes', 'from', 'level'],
    ['ended', 'outcome'],
  ],
  incidents: [['incidents', 'outcomes']],
};

/** Sums of single parts: cases closed with a grade are those but for the ones that have none. */
export const sumsOfParts: {
  readonly [scorecard in ScorecardId]?: readonly { whole: Term; parts: readonly Term[] }[];
} = {
  children: [
    {
      whole: { count: 'gradeAtOpening' },
      parts: [{ count: 'riskCompared' }, { count: 'gradeAtOpening', part: 'not-graded' }],
    },
    {
      whole: { count: 'gradeAtClosing' },
      parts: [{ count: 'riskCompared' }, { count: 'gradeAtClosing', part: 'not-graded' }],
    },
  ],
};

/** Lines that are of the same records, by what stands before the field: each is asked of all of them. */
export const askedAlike: { readonly [scorecard in ScorecardId]?: string } = { completeness: 'asked' };
