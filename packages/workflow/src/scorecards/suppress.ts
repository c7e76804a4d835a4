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
import { askedAlike, same, sumsOfParts, wholes } from './wholes.js';

type Which = 'period' | 'comparison';

/** Numbers by name, and what adds up to what: all that a scorecard prints of one period, and whatever follows from it. */
class Published {
  readonly numbers: number[] = [];
  readonly sums: Sum[] = [];
  /** By figure and part, under which name the others stand. */
  readonly others = new Map<string, string>();
  private readonly places = new Map<string, number>();
  private readonly unprinted = new Set<number>();
  /** Days that go wherever the number goes by which they are divided. */
  private readonly together: [days: number, of: number][] = [];

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

  /** A whole and its parts by their names, and what is left of it, which no line prints. */
  whole(whole: string, parts: readonly string[], rest?: string): void {
    const [sum, ...places] = [whole, ...parts].map((name) => this.place(name, 0)) as [number, ...number[]];
    if (rest !== undefined) {
      const left = places.reduce((all, part) => all - (this.numbers[part] ?? 0), this.numbers[sum] ?? 0);
      const place = this.place(rest, Math.max(0, left));
      this.unprinted.add(place);
      places.push(place);
    }
    this.sums.push({ parts: places, sum });
  }

  /** Days that were added up, and the number by which they are divided. */
  days(days: number, of: number): void {
    this.together.push([days, of]);
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
    const shown = keepBack(
      this.numbers,
      this.sums,
      (place) => (this.unprinted.has(place) ? 0 : 1),
      this.together,
    );
    return (name) => shown[this.places.get(name) ?? -1] ?? null;
  }
}

const nameOf = ({ count, parts }: Pick<Counted, 'count' | 'parts'>, part?: string): string =>
  `${count}${parts ? ` of ${parts.join(' ')}` : ''}${part === undefined ? '' : ` in ${part}`}`;

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
    if (measure.numerator.isDays) published.days(n, of);
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
    for (const one of [numerator, denominator])
      if (one?.parts) addUp(published, one, one.parts, { count: one.count, words: '' });
  }
  if (which === 'period') for (const figure of figures) putOthers(published, figure, measures);
  const lines = new Set(figures.flatMap((figure) => figure.lines.map(({ part }) => part)));
  addUpBeyond(published, id, [...lines]);
  return published;
}

/** What adds up by what the numbers are: in all, and in each line. */
function addUpBeyond(published: Published, id: ScorecardId, lines: readonly string[]): void {
  const name = (count: string, part?: string) => nameOf({ count }, part);
  for (const [first, ...others] of same[id] ?? [])
    for (const other of others) published.whole(name(first), [name(other)]);
  for (const { whole, parts } of sumsOfParts[id] ?? [])
    published.whole(
      name(whole.count, whole.part),
      parts.map(({ count, part }) => name(count, part)),
    );
  for (const { whole, parts, rest, inLines } of wholes[id] ?? [])
    for (const line of [undefined, ...(inLines ? lines : [])])
      published.whole(
        name(whole, line),
        parts.map((part) => name(part, line)),
        rest && name(rest, line),
      );
  const asked = askedAlike[id];
  const recordOf = (line: string) => line.split('/')[0];
  for (const line of asked ? lines : []) {
    const alike = lines.find((other) => recordOf(other) === recordOf(line));
    if (asked && alike && alike !== line) published.whole(name(asked, alike), [name(asked, line)]);
  }
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
