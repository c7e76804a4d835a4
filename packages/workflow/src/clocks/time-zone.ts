import { Temporal } from 'temporal-polyfill';
import { civilOf, dateOf, dayMs, epochDay, findCivil } from './calendar.js';

const instantPattern = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads an ISO 8601 instant with its offset as milliseconds since 1970; throws a RangeError where it is none. */
export function instantMs(instant: string): number {
  const parts = instantPattern.exec(instant);
  const read = parts && findCivil(parts[1] ?? '') ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(read)) throw new RangeError(`"${instant}" is no ISO 8601 instant with an offset`);
  return read;
}

/** Writes milliseconds since 1970 as an ISO 8601 instant in UTC with milliseconds. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** The offsets of a zone in one year of UTC, each from an instant on. */
type YearOfOffsets = { from: number; offset: number }[];

const years = new Map<string, YearOfOffsets>();

function offsetsOfYear(year: number, timeZone: string): YearOfOffsets {
  const key = `${timeZone} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const end = Date.UTC(year + 1, 0, 1);
  const offsets: YearOfOffsets = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(year, 0, 1),
  ).toZonedDateTimeISO(timeZone);
  while (at && at.epochMilliseconds < end) {
    offsets.push({ from: at.epochMilliseconds, offset: at.offsetNanoseconds / 1_000_000 });
    at = at.getTimeZoneTransition('next');
  }
  years.set(key, offsets);
  return offsets;
}

function offsetAt(ms: number, timeZone: string): number {
  const offsets = offsetsOfYear(civilOf(Math.floor(ms / dayMs)).year, timeZone);
  let found = 0;
  for (const { from, offset } of offsets) if (from <= ms) found = offset;
  return found;
}

/** Gives the local day of an instant (milliseconds since 1970) as days from 1 January 1970. */
export function localEpochDay(ms: number, timeZone: string): number {
  return Math.floor((ms + offsetAt(ms, timeZone)) / dayMs);
}

/** Gives the last millisecond of a local day, across any change of the clocks, as milliseconds since 1970. */
export function endOfLocalDay(day: number, timeZone: string): number {
  const wall = (day + 1) * dayMs - 1;
  const before = offsetAt(wall - dayMs, timeZone);
  const after = offsetAt(wall + dayMs, timeZone);
  const repeatedLater = wall - after;
  return offsetAt(repeatedLater, timeZone) === after ? repeatedLater : wall - before;
}

/** Gives the local date of an instant as YYYY-MM-DD; throws a RangeError where it is no instant. */
export function localDate(instant: string, timeZone: string): string {
  return dateOf(localEpochDay(instantMs(instant), timeZone));
}

/** Gives the time of day of an instant on the wall clock, as HH:MM; throws a RangeError where it is no instant. */
export function localTime(instant: string, timeZone: string): string {
  const ms = instantMs(instant);
  return instantOf(ms + offsetAt(ms, timeZone)).slice(11, 16);
}

/**
 * Gives the instant at which the clock on the wall of a place shows a time (HH:MM) of a local date (YYYY-MM-DD). A time
 * that comes twice is its first; one that is skipped lies as far past the change as it would have.
 */
export function instantAt(date: string, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = epochDay(date) * dayMs + (hours * 60 + minutes) * 60_000;
  const before = offsetAt(wall - dayMs, timeZone);
  const after = offsetAt(wall + dayMs, timeZone);
  const fits = [before, after].find((offset) => offsetAt(wall - offset, timeZone) === offset);
  return instantOf(wall - (fits ?? before));
}
