import { keepBack, type Sum } from '../incident-report/keep-back.js';
import { isWhole } from '../population-tables/groups.js';
import type { Profile } from '../profile/profile.js';
import { measuresIn } from './area-rules.js';
import type { Counted, Measure, ScorecardId } from './measure.js';
import { scorecardRegistry } from './registry.js';
import {
  type ComparedValue,
  changeOf,
  type Figure,
  type FigureLine,
  type FigureValue,
  keptBackWords,
  type Scorecard,
} from './scorecard.js';

type Which = 'period' | 'comparison';

/** Numbers by name, and what adds up to what: all that a scorecard prints of one period, and whatever follows from it. */
class Published {
  readonly numbers: number[] = [];
  readonly sums: Sum[] = [];
  /** By figure and part, under which name the others stand. */
  readonly others = new Map<string, string>();
  private readonly places = new Map<string, number>();
  private readonly unprinted = new Set<number>();

  place(name: string, n: number): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.numbers.length);
    return this.numbers.push(n) - 1;
  }

  /** What is left of a whole without one of its parts: the name of that number. */
  rest(part: number, whole: number): string {
    const left = (this.numbers[whole] ?? 0) - (this.numbers[part] ?? 0);
    const name = `${whole} without ${part}`;
    const place = this.place(name, left);
    this.unprinted.add(place);
    this.sums.push({ parts: [part, place], sum: whole });
    return name;
  }

  /** Those of whom something is known: no line prints them, and relative risks tell them. */
  known(name: string, parts: readonly number[]): number {
    const place = this.place(
      name,
      parts.reduce((sum, part) => sum + (this.numbers[part] ?? 0), 0),
    );
    this.unprinted.add(place);
    this.sums.push({ parts, sum: place });
    return place;
  }

  /** What of it may be printed: what is printed nowhere goes first, as that costs nothing. */
  kept(): (name: string) => number | null {
    const shown = keepBack(this.numbers, this.sums, (place) => (this.unprinted.has(place) ? 0 : 1));
    return (name) => shown[this.places.get(name) ?? -1] ?? null;
  }
}

const nameOf = ({ count, parts }: Counted, part?: string): string =>
  `${count}${parts ? ` of ${parts.join(' ')}` : ''}${part === undefined ? '' : ` in ${part}`}`;

/** What adds up in some scorecards beyond parts and shares: ends of an obligation are all that can become of it. */
const wholes: {
  readonly [scorecard in ScorecardId]?: readonly { whole: string; parts: readonly string[] }[];
} = {
  timeliness: [{ whole: 'due', parts: ['met', 'late', 'missed', 'overdue'] }],
  caseload: [{ whole: 'cases', parts: ['waiting', 'withWorker'] }],
};

/** Numbers that are one and the same, counted under several names: each tells the others. */
const same: { readonly [scorecard in ScorecardId]?: readonly (readonly [string, ...string[]])[] } = {
  children: [['closed', 'gradeAtOpening', 'gradeAtClosing']],
  missing: [
    ['episodes', 'from', 'level'],
    ['ended', 'outcome'],
  ],
  incidents: [['incidents', 'outcomes']],
};

function publishedOf({ id, figures }: Scorecard, measures: readonly Measure[], which: Which): Published {
  const published = new Published();
  const put = (figure: Figure, part?: string) => {
    const measure = measures.find((one) => one.id === figure.id);
    const value = (part === undefined ? figure : figure.lines.find((line) => line.part === part))?.[which];
    if (!measure || !value) return;
    const n = published.place(nameOf(measure.numerator, part), value.n ?? 0);
    if (!measure.denominator) return;
    const of = published.place(
      nameOf(measure.denominator, measure.ofWhole ? undefined : part),
      value.of ?? 0,
    );
    if (measure.unit === 'percent' && (value.n ?? 0) <= (value.of ?? 0)) published.rest(n, of);
  };
  for (const figure of figures) {
    put(figure);
    for (const { part } of figure.lines) put(figure, part);
  }
  for (const { numerator, denominator, ofWhole, id: measureId } of measures) {
    const parts = figures.find((one) => one.id === measureId)?.lines.map(({ part }) => part) ?? [];
    for (const one of ofWhole ? [numerator] : [numerator, denominator])
      if (one && parts.length > 0) addUp(published, one, parts);
    if (numerator.parts) addUp(published, numerator, numerator.parts, { count: numerator.count, words: '' });
  }
  for (const [first, ...others] of same[id] ?? [])
    for (const other of others) {
      const [one, two] = [first, other].map((count) => published.place(nameOf({ count, words: '' }), 0));
      published.sums.push({ parts: [one as number], sum: two as number });
    }
  if (which === 'period') for (const figure of figures) putOthers(published, figure, measures);
  for (const { whole, parts } of wholes[id] ?? []) {
    const lines = [undefined, ...figures.flatMap((figure) => figure.lines.map(({ part }) => part))];
    for (const line of new Set(lines))
      published.sums.push({
        parts: parts.map((count) => published.place(nameOf({ count, words: '' }, line), 0)),
        sum: published.place(nameOf({ count: whole, words: '' }, line), 0),
      });
  }
  return published;
}

/** How many others the cohort has beside each line that is compared with the population: the relative risk tells it. */
function putOthers(published: Published, figure: Figure, measures: readonly Measure[]): void {
  const measure = measures.find(({ id }) => id === figure.id);
  if (!measure?.against || !measure.denominator) return;
  const placed = figure.lines.flatMap(({ part, risk, period }) =>
    risk ? [{ part, place: published.place(nameOf(measure.numerator, part), period.n ?? 0) }] : [],
  );
  if (placed.length === 0) return;
  const all = isWhole(measure.against)
    ? published.known(
        `${measure.id} known`,
        placed.map(({ place }) => place),
      )
    : published.place(nameOf(measure.denominator), figure.period.of ?? 0);
  for (const { part, place } of placed)
    published.others.set(`${measure.id} ${part}`, published.rest(place, all));
}

function addUp(published: Published, whole: Counted, parts: readonly string[], of: Counted = whole): void {
  published.sums.push({
    parts: parts.map((part) => published.place(nameOf(of, part), 0)),
    sum: published.place(nameOf(whole), 0),
  });
}

/**
 * The scorecard as it may leave the partnership: numbers from 1 to 4 are kept back, and as many others as it takes that
 * nobody can work one of them out, from lines and sums, shares and their rests. A value goes with either of its numbers.
 */
export function suppressScorecard(scorecard: Scorecard, profile: Profile): Scorecard {
  const measures = measuresIn(profile, scorecardRegistry[scorecard.id].measures);
  const published = publishedOf(scorecard, measures, 'period');
  const kept = {
    period: published.kept(),
    comparison: publishedOf(scorecard, measures, 'comparison').kept(),
  };
  const figures = scorecard.figures.map((figure): Figure => {
    const measure = measures.find((one) => one.id === figure.id);
    if (!measure) return figure;
    const hide = (value: FigureValue | null, which: Which, part?: string): FigureValue | null => {
      if (!value) return null;
      const n = kept[which](nameOf(measure.numerator, part));
      const of = measure.denominator
        ? kept[which](nameOf(measure.denominator, measure.ofWhole ? undefined : part))
        : null;
      return { n, of, value: n === null || (measure.denominator && of === null) ? null : value.value };
    };
    const both = (value: ComparedValue, part?: string): ComparedValue => {
      const period = hide(value.period, 'period', part) as FigureValue;
      const comparison = hide(value.comparison, 'comparison', part);
      return { period, comparison, variation: changeOf(figure.unit, period, comparison) };
    };
    return {
      ...figure,
      ...both(figure),
      lines: figure.lines.map((line): FigureLine => {
        const { risk, ...plain } = { ...line, ...both(line, line.part) };
        const others = kept.period(published.others.get(`${measure.id} ${line.part}`) ?? '');
        return risk && plain.period.n !== null && others !== null ? { ...plain, risk } : plain;
      }),
    };
  });
  return {
    ...scorecard,
    figures,
    definitions: [...scorecard.definitions, keptBackWords],
    suppressed: true,
  };
}
