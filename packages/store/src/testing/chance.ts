import type { ClientBase } from 'pg';

/** Chance that can be repeated: a number from 0 up to a bound, the same for the same seed. */
export type Chance = (below: number) => number;

/** One change that somebody makes to sealed rows behind everybody's back; gives in words what it did. */
export type Tampering = (client: ClientBase, chance: Chance, seal: Seal) => Promise<string>;

/** Seals what was put in, as the sealer would at its next look: signed, in the transaction that is open. */
export type Seal = (client: ClientBase, partnershipId: string, now: string) => Promise<void>;

/** Chance from a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
