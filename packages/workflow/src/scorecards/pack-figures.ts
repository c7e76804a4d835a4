import { monthsBefore } from '../months-before.js';
import type { ScorecardId } from './measure.js';
import type { Figure, Scorecard, ScorecardDays } from './scorecard.js';

/** What the papers of a sitting print of the scorecards, in this order: few figures, each with its definition. */
export const figuresInPapers: readonly { scorecard: ScorecardId; figures: readonly string[] }[] = [
  {
    scorecard: 'children',
    figures: ['contacts', 'referrals', 're-referrals', 'open-at-end', 'closed', 'risk-reduced'],
  },
  { scorecard: 'missing', figures: ['episodes', 'children', 'return-home-interview'] },
  { scorecard: 'timeliness', figures: ['in-time', 'overdue'] },
  { scorecard: 'strands', figures: ['persons-at-end', 'places-at-end', 'orders-in-force'] },
  { scorecard: 'panel', figures: ['attendance', 'inquorate'] },
];

/** Of these figures the lines are printed too: by grade, and by what became of interviews. */
const withLines = ['open-at-end', 'return-home-interview'];

/** Figures as they were counted when papers were first issued, small numbers kept back: the same in every copy. */
export interface PaperFigures {
  days: Pick<ScorecardDays, 'from' | 'to' | 'compareFrom' | 'compareTo' | 'knownAt' | 'compareKnown'>;
  groups: { name: string; figures: Pick<Figure, PrintedOfFigure>[] }[];
}

type PrintedOfFigure =
  | 'id'
  | 'name'
  | 'definition'
  | 'unit'
  | 'period'
  | 'comparison'
  | 'variation'
  | 'lines';

/** Of whole scorecards, kept back as they leave, what papers print. Only what all have counted over the same days. */
export function figuresForPapers(scorecards: readonly Scorecard[]): PaperFigures | null {
  const [first] = scorecards;
  if (!first) return null;
  const { from, to, compareFrom, compareTo, knownAt, compareKnown } = first;
  return {
    days: { from, to, compareFrom, compareTo, knownAt, ...(compareKnown ? { compareKnown } : {}) },
    groups: figuresInPapers.flatMap(({ scorecard, figures }) => {
      const found = scorecards.find(({ id }) => id === scorecard);
      if (!found) return [];
      const printed = figures.flatMap((id) => found.figures.find((one) => one.id === id) ?? []);
      return [{ name: found.name, figures: printed.map(printedOf) }];
    }),
  };
}

function printedOf({
  id,
  name,
  definition,
  unit,
  period,
  comparison,
  variation,
  lines,
}: Figure): PaperFigures['groups'][number]['figures'][number] {
  return {
    ...{ id, name, definition, unit, period, comparison, variation },
    lines: withLines.includes(id) ? lines : [],
  };
}

/** The last three whole months before a day, and the three before them. */
export function monthsForPapers(day: string): Required<Pick<PaperFigures['days'], 'from' | 'to'>> & {
  compareFrom: string;
  compareTo: string;
} {
  const month = day.slice(0, 7);
  const first = (back: number) => monthsBefore(`${month}-01`, back);
  // A month has its own last day where it has no 31st.
  const last = (back: number) => monthsBefore(`${month}-31`, back);
  return { from: first(3), to: last(1), compareFrom: first(6), compareTo: last(4) };
}
