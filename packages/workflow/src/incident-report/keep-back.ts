/** Numbers from one up to and without this are small: they could point at somebody. */
export const smallBelow = 5;

/** Whether a number could point at somebody. */
export const isSmallNumber = (n: number | null): boolean => n !== null && n > 0 && n < smallBelow;

/** A number of a list that is the sum of others, all by their places. */
export interface Sum {
  parts: readonly number[];
  sum: number;
}

type Shown = readonly (number | null)[];

const placesOf = ({ parts, sum }: Sum): number[] => [...parts, sum];

/**
 * The numbers with every one from 1 to 4 kept back (null), and as many others as it takes that nobody can work one of
 * them out from those that are shown: neither as the rest of a sum, nor from several sums together, nor since all that
 * is kept back is known to be no nought. Noughts are shown. What ranks low goes first; then parts before sums, small ones
 * before large ones. Of `together` the first of each pair goes wherever the second goes.
 */
export function keepBack(
  numbers: readonly number[],
  sums: readonly Sum[],
  rank: (place: number) => number = () => 0,
  together: readonly (readonly [place: number, goesWith: number])[] = [],
): (number | null)[] {
  const shown = numbers.map((n) => (isSmallNumber(n) ? null : n));
  const worth = (place: number) => numbers[place] ?? 0;
  const isSum = (place: number) => sums.filter(({ sum }) => sum === place).length;
  const mayGo = (places: readonly number[]) =>
    places
      .filter((place) => shown[place] !== null && worth(place) > 0)
      .sort(
        (one, other) => rank(one) - rank(other) || isSum(one) - isSum(other) || worth(one) - worth(other),
      );
  const hidden = (places: readonly number[]) => places.filter((place) => shown[place] === null).length;
  for (;;) {
    for (const [place, goesWith] of together) if (shown[goesWith] === null) shown[place] = null;
    const told = toldOf(shown, sums);
    if (told === undefined) return shown;
    const lines = sums.map(placesOf).filter((places) => places.includes(told));
    const [line] = lines
      .filter((places) => mayGo(places).length > 0)
      .sort((one, other) => hidden(one) - hidden(other));
    const next = mayGo(line ?? numbers.map((_, place) => place))[0];
    if (next === undefined) return shown;
    shown[next] = null;
  }
}

/** One number that is kept back and can be worked out all the same; undefined where there is none. */
function toldOf(shown: Shown, sums: readonly Sum[]): number | undefined {
  const alone = sums
    .map((one) => placesOf(one).filter((place) => shown[place] === null))
    .find(({ length }) => length === 1);
  return alone?.[0] ?? toldByBounds(shown, sums) ?? toldTogether(shown, sums);
}

/** One that only one number fits, where each that is kept back is at least 1. */
function toldByBounds(shown: Shown, sums: readonly Sum[]): number | undefined {
  const least = shown.map((n) => n ?? 1);
  const most = shown.map((n) => n ?? Number.POSITIVE_INFINITY);
  const of = (bounds: readonly number[], places: readonly number[]) =>
    places.reduce((all, place) => all + (bounds[place] as number), 0);
  for (let changed = true; changed; ) {
    changed = false;
    const narrow = (place: number, low: number, high: number) => {
      if (shown[place] !== null) return;
      if (low > (least[place] as number)) [least[place], changed] = [low, true];
      if (high < (most[place] as number)) [most[place], changed] = [high, true];
    };
    for (const { parts, sum } of sums) {
      narrow(sum, of(least, parts), of(most, parts));
      for (const part of parts) {
        const others = parts.filter((place) => place !== part);
        narrow(part, (least[sum] as number) - of(most, others), (most[sum] as number) - of(least, others));
      }
    }
  }
  const told = shown.findIndex((n, place) => n === null && least[place] === most[place]);
  return told < 0 ? undefined : told;
}

const isNought = (n: number) => Math.abs(n) < 1e-9;

/** One that follows from several sums together: the only one left in a row once the sums are solved for each other. */
function toldTogether(shown: Shown, sums: readonly Sum[]): number | undefined {
  const hidden = shown.flatMap((n, place) => (n === null ? [place] : []));
  const rows = sums.map(({ parts, sum }) =>
    hidden.map((place) => Number(parts.includes(place)) - Number(place === sum)),
  );
  let solved = 0;
  for (let column = 0; column < hidden.length; column += 1) {
    const at = rows.findIndex((row, y) => y >= solved && !isNought(row[column] as number));
    if (at < 0) continue;
    const pivot = rows[at] as number[];
    [rows[at], rows[solved]] = [rows[solved] as number[], pivot.map((n) => n / (pivot[column] as number))];
    solveFor(rows, solved, column);
    solved += 1;
  }
  const told = rows.find((row) => row.filter((n) => !isNought(n)).length === 1);
  return told && hidden[told.findIndex((n) => !isNought(n))];
}

/** Takes a column out of all rows but one. */
function solveFor(rows: number[][], solved: number, column: number): void {
  const pivot = rows[solved] as number[];
  for (const [y, row] of rows.entries()) {
    const times = row[column] as number;
    if (y !== solved && !isNought(times)) rows[y] = row.map((n, x) => n - times * (pivot[x] as number));
  }
}
