/** What a reader knows for sure: that these unknowns, each so many times, make up a number. */
export type Known = Map<string, number>;

const prime = 1_000_003;
/** A number as these equations count. */
export const modulo = (n: number) => ((n % prime) + prime) % prime;
const power = (n: number, times: number): number =>
  times === 0 ? 1 : modulo(power(modulo(n * n), Math.floor(times / 2)) * (times % 2 ? n : 1));

/** How many equations of these are not made up of the others. */
function rankOf(all: readonly Known[]): number {
  let rows = all.filter(({ size }) => size > 0);
  let rank = 0;
  for (; rows.length > 0; rank += 1) {
    const [first, ...rest] = rows as [Known, ...Known[]];
    const [unknown, n] = [...first][0] as [string, number];
    const less = (row: Known): Known => {
      const times = modulo((row.get(unknown) ?? 0) * power(n, prime - 2));
      const left = new Map(row);
      for (const [one, more] of first) left.set(one, modulo((left.get(one) ?? 0) - times * more));
      return new Map([...left].filter(([, more]) => more !== 0));
    };
    rows = rest.map(less).filter(({ size }) => size > 0);
  }
  return rank;
}

/** Which unknowns have one solution alone: those that add nothing to what the equations say. */
export function solved(known: readonly Known[]): string[] {
  const rank = rankOf(known);
  const unknowns = [...new Set(known.flatMap((one) => [...one.keys()]))];
  return unknowns.filter((one) => rankOf([...known, new Map([[one, 1]])]) === rank);
}
