const mask = (1n << 64n) - 1n;
const all = 1n << 64n;

/**
 * The numbers of SplitMix64 from a seed: whole, from 0 up to, not including, 2^64. Source: Steele, Lea and Flood, Fast
 * splittable pseudorandom number generators, OOPSLA 2014, with the constants of its reference program.
 */
export function* splitMix64(seed: number): Generator<bigint, never> {
  let state = BigInt(seed);
  while (true) {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
    yield mixed ^ (mixed >> 31n);
  }
}

/** The next number below n, each as likely as the other: numbers past the last whole multiple of n are passed over. */
function below(n: number, numbers: Iterator<bigint, never>): number {
  const count = BigInt(n);
  const limit = all - (all % count);
  let drawn = numbers.next().value;
  while (drawn >= limit) drawn = numbers.next().value;
  return Number(drawn % count);
}

/**
 * Draws so many of some ids without putting any back, in the order of drawing; all of them where there are no more. The
 * same seed draws the same from the same ids in whatever order they are given: they are sorted, then the first places
 * are exchanged one after the other with a place drawn from there to the end (Fisher and Yates).
 */
export function drawSample(ids: readonly string[], size: number, seed: number): string[] {
  const drawn = [...new Set(ids)].sort();
  const numbers = splitMix64(seed);
  const wanted = Math.min(size, drawn.length);
  for (let place = 0; place < wanted; place += 1) {
    const other = place + below(drawn.length - place, numbers);
    [drawn[place], drawn[other]] = [drawn[other] as string, drawn[place] as string];
  }
  return drawn.slice(0, wanted);
}
