/** Chance that repeats: the same seed gives the same choices. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** One of a list; throws on an empty one. */
  of<T>(list: readonly T[]): T;
  /** Whether something that happens so often (0 to 1) happens now. */
  happens(often: number): boolean;
}

/** Chance from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    of: (list) => {
      if (list.length === 0) throw new RangeError('There is nothing to choose from');
      return list[Math.floor(next() * list.length)] as (typeof list)[number];
    },
    happens: (often) => next() < often,
  };
}
