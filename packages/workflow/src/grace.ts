import { instantMs, instantOf } from './clocks/time-zone.js';

/** The 28 days for which somebody keeps reading after his or her part has ended: work is handed over, minutes are checked. */
const graceDays = 28;

/** The instant at which access ends: 28 days of grace after another instant. */
export function graceUntil(instant: string): string {
  return instantOf(instantMs(instant) + graceDays * 86_400_000);
}

/** When the members of a sitting stop reading: 28 days after its end, or, where that is later, once its minutes are agreed. */
export function membersUntil(endedAt: string, minutedAt: string): string {
  const until = graceUntil(endedAt);
  return until > minutedAt ? until : minutedAt;
}

/** Principals whose part in a record has ended, and until when each reads on. */
export interface Leavers {
  [principal: string]: string;
}

/** Leavers after some more have left: the latest of them, without those whose days have run out. */
export function leaversAfter(
  before: Leavers | undefined,
  leaving: Leavers,
  { at, most }: { at: string; most: number },
): Leavers {
  const all = Object.entries({ ...before, ...leaving }).filter(([, until]) => until > at);
  const byEnd = all.sort(([, one], [, other]) => (one < other ? -1 : 1));
  return Object.fromEntries(byEnd.slice(-most));
}
