import { isWhole } from '../population-tables/groups.js';
import type { Profile } from '../profile/profile.js';
import { measuresIn } from './area-rules.js';
import type { Counted, Measure, ScorecardId } from './measure.js';
import { Published } from './published.js';
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
import { alike, askedAlike, flows, same, sumsOfParts, type Term, wholes } from './wholes.js';

type Which = 'period' | 'comparison';
type Name = (counted: Pick<Counted, 'count' | 'parts'>, part?: string) => string;

/** What the numbers of one column are called. */
const namesOf =
  (which: Which): Name =>
  ({ count, parts }, part) =>
    `${count}${parts ? ` of ${parts.join(' ')}` : ''}${part === undefined ? '' : ` in ${part}`} of ${which}`;

/** Puts all that a column prints among what is published, and what of it adds up. */
function publish(
  published: Published,
  { id, figures }: Scorecard,
  measures: readonly Measure[],
  which: Which,
): Published {
  const name = namesOf(which);
  const put = (figure: Figure, part?: string) => {
    const measure = measures.find((one) => one.id === figure.id);
    const value = (part === undefined ? figure : figure.lines.find((line) => line.part === part))?.[which];
    if (!measure || !value) return;
    const n = published.place(name(measure.numerator, part), value.n ?? 0);
    if (!measure.denominator) return;
    const of = published.place(name(measure.denominator, measure.ofWhole ? undefined : part), value.of ?? 0);
    if (measure.numerator.isDays) published.goesWith(n, of);
    if (measure.unit === 'percent' && (value.n ?? 0) <= (value.of ?? 0)) published.rest(n, of);
  };
  for (const figure of figures) {
    put(figure);
    for (const { part } of figure.lines) put(figure, part);
  }
  for (const { numerator, denominator, ofWhole, id: measureId } of measures) {
    const parts = figures.find((one) => one.id === measureId)?.lines.map(({ part }) => part) ?? [];
    for (const one of ofWhole ? [numerator] : [numerator, denominator])
      if (one && parts.length > 0)
        published.whole(
          name(one),
          parts.map((part) => name(one, part)),
        );
    for (const one of [numerator, denominator])
      if (one?.parts)
        published.whole(
          name(one),
          one.parts.map((part) => name({ count: one.count }, part)),
        );
  }
  if (which === 'period') for (const figure of figures) putOthers(published, figure, measures);
  addUpBeyond(published, id, linesOf(figures), which);
  return published;
}

const linesOf = (figures: readonly Figure[]): string[] => [
  ...new Set(figures.flatMap((figure) => figure.lines.map(({ part }) => part))),
];

/** What adds up by what the numbers are: in all, and in each line. */
function addUpBeyond(published: Published, id: ScorecardId, lines: readonly string[], which: Which): void {
  const name = (count: string, part?: string) => namesOf(which)({ count }, part);
  const term = ({ count, part }: Term) => name(count, part);
  for (const [first, ...others] of same[id] ?? [])
    for (const other of others) published.whole(name(first), [name(other)]);
  for (const { whole, parts } of sumsOfParts[id] ?? []) published.whole(term(whole), parts.map(term));
  for (const { whole, parts, rest, inLines } of wholes[id] ?? [])
    for (const line of [undefined, ...(inLines ? lines : [])])
      published.whole(
        name(whole, line),
        parts.map((part) => name(part, line)),
        rest && name(rest, line),
      );
  for (const { term: one, others } of alike[id] ?? []) {
    published.asMany([term(one)], others.map(term));
    if (others.length === 1) for (const other of others) published.goTogether(term(one), term(other));
  }
  const asked = askedAlike[id];
  const recordOf = (line: string) => line.split('/')[0];
  for (const line of asked ? lines : []) {
    const first = lines.find((other) => recordOf(other) === recordOf(line));
    if (asked && first && first !== line) published.whole(name(asked, first), [name(asked, line)]);
  }
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The columns in the order of their days, where the ones begin on the day after the others end; else null. */
function adjacent({ from, to, compareFrom, compareTo }: Scorecard): [earlier: Which, later: Which] | null {
  if (compareTo && dayAfter(compareTo) === from) return ['comparison', 'period'];
  return compareFrom && dayAfter(to) === compareFrom ? ['period', 'comparison'] : null;
}

/** What was there when the earlier days ended, with what came in the later ones, is what went and what is there then. */
function addUpBetween(
  published: Published,
  { id, figures }: Scorecard,
  [earlier, later]: [Which, Which],
): void {
  for (const { there, came, went, inLines } of flows[id] ?? [])
    for (const line of [undefined, ...(inLines ? linesOf(figures) : [])]) {
      const [before, now] = [earlier, later].map(
        (which) => (count: string) => namesOf(which)({ count }, line),
      ) as [(count: string) => string, (count: string) => string];
      published.asMany([before(there), now(came)], [now(went), now(there)]);
    }
}

/** How many others the cohort has beside each line that is compared with the population: the relative risk tells it. */
function putOthers(published: Published, figure: Figure, measures: readonly Measure[]): void {
  const measure = measures.find(({ id }) => id === figure.id);
  if (!measure?.against || !measure.denominator) return;
  const name = namesOf('period');
  const placed = figure.lines.flatMap(({ part, risk, period }) =>
    risk ? [{ part, place: published.place(name(measure.numerator, part), period.n ?? 0) }] : [],
  );
  if (placed.length === 0) return;
  const all = isWhole(measure.against)
    ? published.known(
        `${measure.id} known`,
        placed.map(({ place }) => place),
      )
    : published.place(name(measure.denominator), figure.period.of ?? 0);
  for (const { part, place } of placed)
    published.others.set(`${measure.id} ${part}`, published.rest(place, all));
}

/** What may be printed of either column by its name: columns that tell each other are kept back together. */
function keptOf(scorecard: Scorecard, measures: readonly Measure[]) {
  const order = flows[scorecard.id] && adjacent(scorecard);
  const period = publish(new Published(), scorecard, measures, 'period');
  const comparison = publish(order ? period : new Published(), scorecard, measures, 'comparison');
  if (order) addUpBetween(period, scorecard, order);
  const kept = period.kept();
  return { others: period.others, kept: { period: kept, comparison: order ? kept : comparison.kept() } };
}

/**
 * The scorecard as it may leave the partnership: numbers from 1 to 4 are kept back, and as many others as it takes that
 * nobody can work one of them out, from lines and sums, shares and their rests, and where the days beside end on the day
 * before, from what came and went between both. A value goes with either of its numbers.
 */
export function suppressScorecard(scorecard: Scorecard, profile: Profile): Scorecard {
  const measures = measuresIn(profile, scorecardRegistry[scorecard.id].measures);
  const { others: othersOf, kept } = keptOf(scorecard, measures);
  const figures = scorecard.figures.map((figure): Figure => {
    const measure = measures.find((one) => one.id === figure.id);
    if (!measure) return figure;
    const hide = (value: FigureValue | null, which: Which, part?: string): FigureValue | null => {
      if (!value) return null;
      const name = namesOf(which);
      const n = kept[which](name(measure.numerator, part));
      const of = measure.denominator
        ? kept[which](name(measure.denominator, measure.ofWhole ? undefined : part))
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
        const others = kept.period(othersOf.get(`${measure.id} ${line.part}`) ?? '');
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
