import { englandProfile as profile } from '../profile/profile.js';
import { measuresIn } from '../scorecards/area-rules.js';
import type { Counted, ScorecardId } from '../scorecards/measure.js';
import { scorecardRegistry } from '../scorecards/registry.js';
import type { FigureValue, Scorecard, ScorecardCount } from '../scorecards/scorecard.js';
import { follows } from './follows.js';

/** Under which counts one record stands, as `measure` or `measure/part`: a made-up case, action, sitting or absence. */
export type MadeUp = readonly string[];

/** Every record that is made of each value. */
export const each = <T>(values: readonly T[], records: (value: T) => readonly MadeUp[]): MadeUp[] =>
  values.flatMap(records);

const countName = (name: string) => {
  const [measure = '', ...part] = name.split('/');
  return { measure, part: part.length > 0 ? part.join('/') : null };
};

/** What the database counts of records of which each occurs so many times. */
export function countsOf(all: readonly MadeUp[], times: readonly number[]): ScorecardCount[] {
  const counts = new Map<string, number>();
  for (const [index, one] of all.entries())
    for (const name of one) counts.set(name, (counts.get(name) ?? 0) + (times[index] as number));
  return [...counts].map(([name, n]) => ({ ...countName(name), n }));
}

/** How often each kind of record stands in a number that a scorecard prints. */
const cellOf = (
  all: readonly MadeUp[],
  { count, parts }: Pick<Counted, 'count' | 'parts'>,
  line?: string,
): number[] =>
  all.map(
    (one) =>
      one
        .map(countName)
        .filter(({ measure }) => measure === count)
        .filter(({ part }) => (!parts || parts.includes(part ?? '')) && (line === undefined || part === line))
        .length,
  );

/** A number of what leaves: what it counts, and what is printed of it. */
export interface Cell {
  name: string;
  counts: number[];
  shown: number | null;
  isDays: boolean;
}

/** Every number of one column of what leaves, counted from these records. */
export function cellsOf(left: Scorecard, which: 'period' | 'comparison', all: readonly MadeUp[]): Cell[] {
  const cells: Cell[] = [];
  for (const { id: figureId, numerator, denominator, ofWhole } of measuresIn(
    profile,
    scorecardRegistry[left.id].measures,
  )) {
    const figure = left.figures.find((one) => one.id === figureId);
    const put = (value: FigureValue | null | undefined, line?: string) => {
      if (!value) return;
      const name = `${which} ${figureId} ${line ?? ''}`;
      const isDays = numerator.isDays ?? false;
      cells.push({ name, counts: cellOf(all, numerator, line), shown: value.n, isDays });
      const of = denominator && cellOf(all, denominator, ofWhole ? undefined : line);
      if (of) cells.push({ name: `${name} of`, counts: of, shown: value.of, isDays: false });
    };
    put(figure?.[which]);
    for (const line of figure?.lines ?? []) put(line[which], line.part);
  }
  return cells;
}

/** The small numbers that are printed. */
export const smallOf = (cells: readonly Cell[]): Cell[] =>
  cells.filter(({ shown: n, isDays }) => !isDays && n !== null && n > 0 && n < 5);

/** The numbers that are kept back and follow all the same from what is printed; noughts say of whom there is nobody. */
export function toldOf(id: ScorecardId, cells: readonly Cell[]): string[] {
  const shown = cells.filter(({ shown: n }) => n !== null);
  const kept = cells.filter(({ shown: n }) => n === null);
  // Of children whoever knows how all grades rose and fell knows more from noughts than the sums tell.
  const noughts = id === 'children' ? [] : shown;
  const nought = new Set(
    noughts.flatMap(({ counts, shown: n }) =>
      n === 0 ? counts.flatMap((k, at) => (k > 0 ? [at] : [])) : [],
    ),
  );
  const known = (counts: readonly number[]) => counts.map((k, at) => (nought.has(at) ? 0 : k));
  const told = follows(
    shown.map((one) => known(one.counts)),
    kept.map((one) => known(one.counts)),
  );
  return kept.filter((_, at) => told[at]).map(({ name }) => name);
}
