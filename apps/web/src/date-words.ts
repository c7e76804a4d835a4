import { distanceWords as distance } from '@mase/workflow/words';
import { areaWords } from './area-words.js';

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * A date or instant as "Thursday 26 November 2026", followed by words for how far off it is, if any:
 * "(in 3 working days)". Throws on what is no date.
 */
export function dateWords(at: string, off?: string | null): string {
  const written = day.format(new Date(at)).replace(',', '');
  return off ? `${written} (${off})` : written;
}

/** The time of an instant in London as "10:05". */
export function timeWords(at: string): string {
  return clock.format(new Date(at));
}

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The day on which an instant falls in London, as YYYY-MM-DD. */
export function localDay(at: string): string {
  return isoDay.format(new Date(at));
}

/** An instant as "Thursday 26 November 2026 at 10:05". */
export function momentWords(at: string): string {
  return `${dateWords(at)} at ${timeWords(at)}`;
}

/** How far off a day is, in working days of the area’s nation: "today", "in 3 working days", "2 working days ago". */
export function distanceWords(at: string, now: Date = new Date()): string {
  return distance(at, now.toISOString(), areaWords());
}

/** A day that something is due or planned for: "Thursday 26 November 2026 (in 3 working days)". */
export function dueWords(at: string, now: Date = new Date()): string {
  return dateWords(at, distanceWords(at, now));
}

/** A moment that something is planned for: "Thursday 26 November 2026 at 14:00 (in 3 working days)". */
export function plannedWords(at: string, now: Date = new Date()): string {
  return `${momentWords(at)} (${distanceWords(at, now)})`;
}

/** A day far back that needs no weekday, such as a date of birth: "4 May 2011". */
export function birthWords(at: string): string {
  return dateWords(at).replace(/^\w+ /, '');
}
