import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Owners } from './standing.js';

/** The 28 days for which somebody keeps reading after his or her part has ended (`domain.md` 14). */
const graceDays = 28;

/** The instant at which access ends: 28 days of grace after another instant. */
export function graceUntil(instant: string): string {
  return instantOf(instantMs(instant) + graceDays * 86_400_000);
}

/** How many people own actions of a case at one time: a standing stays small. */
export const mostOwners = 12;

/** Of those whose actions have ended, the standing keeps the latest. */
const graceKept = 4;

/** How many people own an open action, in either part. */
export function openOwners(...parts: Owners[]): Set<string> {
  const entries = parts.flatMap((owners) => Object.entries(owners));
  return new Set(entries.filter(([, one]) => one.open > 0).map(([id]) => id));
}

/** Owners after one of them got an action (1) or ended one (-1); those whose grace has run out are left out. */
export function ownersAfter(owners: Owners, userId: string, by: 1 | -1, at: string): Owners {
  const before = owners[userId] ?? { open: 0, until: null };
  const open = Math.max(0, before.open + by);
  const until = by === 1 ? null : open === 0 ? (before.until ?? graceUntil(at)) : before.until;
  const entries = Object.entries({ ...owners, [userId]: { open, until } });
  const inGrace = entries
    .filter(([, one]) => one.until !== null && one.until >= at)
    .sort(([, one], [, other]) => ((one.until as string) < (other.until as string) ? -1 : 1));
  return Object.fromEntries([
    ...entries.filter(([, one]) => one.until === null),
    ...inGrace.slice(-graceKept),
  ]);
}

/** Owners of a case that closes: each reads on for the days of grace, or until the end that was fixed before. */
export function ownersAtClosing(owners: Owners, at: string): Owners {
  const entries = Object.entries(owners);
  return Object.fromEntries(
    entries.map(([id, { open, until }]) => [id, { open, until: until ?? graceUntil(at) }]),
  );
}

/** Owners of a case that is taken up again: whoever still has an open action reads again. */
export function ownersAtRelisting(owners: Owners): Owners {
  const entries = Object.entries(owners);
  return Object.fromEntries(
    entries.map(([id, { open, until }]) => [id, { open, until: open > 0 ? null : until }]),
  );
}
