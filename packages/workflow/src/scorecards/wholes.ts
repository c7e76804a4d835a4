import type { ScorecardId } from './measure.js';
import { taken } from './measures-of-children.js';

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

/**
 * Numbers in which mostly the same records stand, but for those that came in these days and were taken on before or after
 * them. One that is kept back tells itself by the other.
 */
export const alike: {
  readonly [scorecard in ScorecardId]?: readonly { term: Term; others: readonly Term[] }[];
} = {
  children: [
    ...taken.map((part) => ({
      term: { count: 'opened', part },
      others: [{ count: 'contacts', part }],
    })),
    {
      term: { count: 'opened', part: 'relisted' },
      others: [{ count: 'contacts', part: 'relisted' }, { count: 'takenUpAgain' }],
    },
  ],
};

/** What is there at the end of days, and what came and went in them: days that follow each other tell each other’s. */
export interface Flow {
  there: string;
  came: string;
  went: string;
  inLines?: true;
}

/** The numbers of a scorecard that flow from days into the next. */
export const flows: { readonly [scorecard in ScorecardId]?: readonly Flow[] } = {
  children: [{ there: 'openAtEnd', came: 'opened', went: 'closed' }],
  strands: ['persons', 'places'].map((one) => ({
    ...{ there: `${one}AtEnd`, came: `${one}Accepted`, went: `${one}Removed` },
  })),
  caseload: [{ there: 'servicesAtEnd', came: 'servicesStarted', went: 'servicesEnded', inLines: true }],
};

/** Lines that are of the same records, by what stands before the field: each is asked of all of them. */
export const askedAlike: { readonly [scorecard in ScorecardId]?: string } = { completeness: 'asked' };
