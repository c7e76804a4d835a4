import { type Share, share } from '../incident-report/share.js';
import { labelOf } from '../labels.js';
import { interviewOutcomeWords } from '../missing-episodes/outcome-words.js';
import {
  absenceKinds,
  type InterviewOutcome,
  interviewOutcomes,
  missingFrom,
  policeLevels,
} from '../missing-episodes/standing.js';

/** One count as the database gives it. */
export interface MissingCount {
  measure: string;
  part: string | null;
  n: number;
}

/** Figures of the absences that began in a period; every share with what it is of, and its definition. */
export interface MissingReport {
  from: string;
  to: string;
  /** Up to which day it is known whether a child was missing again, and what came of interviews. */
  asAt: string;
  episodes: number | null;
  children: number | null;
  groups: { label: string; lines: { label: string; n: number | null }[] }[];
  shares: ({ label: string; definition: string } & Share)[];
  definitions: string[];
  /** Whether small numbers are kept back, as in all that leaves the partnership. */
  suppressed: boolean;
}

const fromLabels: Record<string, string> = {
  home: 'Missing from home',
  care: 'Missing from care',
  elsewhere: 'Missing from elsewhere',
};
const levelLabels: Record<string, string> = { 'no-apparent-risk': 'No apparent risk' };
const kindLabels: Record<string, string> = { missing: 'Missing', away: 'Away without authorisation' };
const notKnown = { 'not-known': 'Not known' };

/** What each part of the figures of absences is called, where its own code does not say it. */
export const absenceLabels: { readonly [part: string]: string } = {
  ...{ ...fromLabels, ...levelLabels, ...kindLabels, ...notKnown, ...interviewOutcomeWords },
  'not-recorded': 'Nothing is recorded',
};

const isHeld = (outcome: string): boolean => outcome.startsWith('completed');

/** The report of a period, from counts; nothing is worked out of single records here. */
export function missingReport(
  counts: readonly MissingCount[],
  days: { from: string; to: string; asAt: string },
): MissingReport {
  const of = (measure: string, fits: (part: string) => boolean = () => true) =>
    counts.reduce((sum, one) => (one.measure === measure && fits(one.part ?? '') ? sum + one.n : sum), 0);
  const lines = (measure: string, parts: readonly string[], labels: Record<string, string>) =>
    parts.map((part) => ({ label: labels[part] ?? labelOf(part), n: of(measure, (one) => one === part) }));
  const ended = of('ended');
  const outcomes = (fits: (part: string) => boolean) => of('outcome', fits);
  const said = (label: string, definition: string, n: number, all: number) => ({
    label,
    definition,
    ...share(n, all),
  });
  const held = outcomes(isHeld);
  return {
    ...days,
    episodes: of('episodes'),
    children: of('children'),
    groups: [
      { label: 'Kind', lines: lines('episodes', absenceKinds, kindLabels) },
      {
        label: 'Where from',
        lines: lines('from', [...missingFrom, 'not-known'], { ...fromLabels, ...notKnown }),
      },
      {
        label: 'Police level',
        lines: lines('level', [...policeLevels, 'not-known'], { ...levelLabels, ...notKnown }),
      },
      {
        label: 'Return home interview',
        lines: [
          ...interviewOutcomes.map((one: InterviewOutcome) => ({
            label: interviewOutcomeWords[one],
            n: outcomes((part) => part === one),
          })),
          { label: 'Nothing is recorded', n: outcomes((part) => part === 'not-recorded') },
        ],
      },
    ],
    shares: [
      said(
        'Missing for the first time',
        'Children whose first absence on the books began in the period, of the children missing in it',
        of('firstTime'),
        of('children'),
      ),
      said(
        'Not missing again',
        'Of the children missing for the first time in the period, those without another absence up to the as-at day',
        of('firstTimeNotAgain'),
        of('firstTime'),
      ),
      said(
        'Missing more than once',
        'Children with more than one absence in the period, of the children missing in it',
        of('childrenRepeat'),
        of('children'),
      ),
      said(
        'Interview offered',
        'Absences that ended, for which an interview was offered',
        of('offered'),
        ended,
      ),
      said('Interview held', 'Absences that ended, for which an interview was held', held, ended),
      said(
        'Held within 72 hours',
        'Absences that ended, for which an interview was held within the hours of the profile from that return',
        outcomes((part) => part === 'completed-in-time'),
        ended,
      ),
    ],
    definitions: [
      'Absences count by the day on which they began. A report that is held, or told of the same absence, is not counted.',
      'One interview may answer several absences; each is measured by its own hours.',
      'What is closed to all but those named is not counted.',
    ],
    suppressed: false,
  };
}
