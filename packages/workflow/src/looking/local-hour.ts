import { endOfLocalDay, instantMs, localEpochDay } from '../clocks/time-zone.js';

const hourMs = 3_600_000;

/** The hour of the local day, 0 to 23 (24 on the day on which an hour is repeated), counted from midnight. */
export function localHour(instant: string, timeZone: string): number {
  const ms = instantMs(instant);
  const midnight = endOfLocalDay(localEpochDay(ms, timeZone) - 1, timeZone) + 1;
  return Math.floor((ms - midnight) / hourMs);
}
