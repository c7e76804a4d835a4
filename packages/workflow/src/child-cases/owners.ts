import { graceUntil } from '../grace.js';
import type { Owners } from './standing.js';

/** How many people own actions of a case at one time, in both parts together: a standing stays within its four kilobytes. */
export const mostOwners = 40;

/** Of those whose actions have ended, the standing keeps the latest. */
const graceKept = 3;

/** How many open actions somebody owns in a part of the plan. */
export function openActions(owners: Owners, userId: string | null): number {
  const owned = owners[userId ?? ''];
  return typeof owned === 'number' ? owned : 0;
}

/** How many people own an open action, in either part. */
export function openOwners(...parts: Owners[]): Set<string> {
  const entries = parts.flatMap((owners) => Object.entries(owners));
  return new Set(entries.filter(([, owned]) => typeof owned === 'number').map(([id]) => id));
}

/** Once a plan has all the owners that it takes: those of these parts, who alone may own a further action; else null. */
export function ownersOfFullPlan(
  { partners, disruptionOwners }: { partners: Owners; disruptionOwners: Owners },
  seen: { disruption: boolean },
): string[] | null {
  if (openOwners(partners, disruptionOwners).size < mostOwners) return null;
  return [...(seen.disruption ? openOwners(partners, disruptionOwners) : openOwners(partners))];
}

/** Until when each owner reads: without end while an action is open on an open case, else for the days of grace. */
export function ownersUntil(
  owners: Owners,
  closedAt: string | null,
): [userId: string, until: string | null][] {
  const open = closedAt === null ? null : graceUntil(closedAt);
  return Object.entries(owners).map(([id, owned]) => [id, typeof owned === 'number' ? open : owned]);
}

/** Owners after one of them got an action (1) or ended one (-1); those whose grace has run out are left out. */
export function ownersAfter(
  owners: Owners,
  userId: string,
  by: 1 | -1,
  { at, closedAt }: { at: string; closedAt: string | null },
): Owners {
  const open = Math.max(0, openActions(owners, userId) + by);
  const entries = Object.entries({ ...owners, [userId]: open > 0 ? open : graceUntil(closedAt ?? at) });
  const inGrace = entries.filter(([, owned]) => typeof owned === 'string' && owned >= at);
  const latest = inGrace.sort(([, one], [, other]) => (one < other ? -1 : 1)).slice(-graceKept);
  return Object.fromEntries([...entries.filter(([, owned]) => typeof owned === 'number'), ...latest]);
}
