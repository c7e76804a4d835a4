import type { Profile } from '../profile/profile.js';
import { epochDay } from './calendar.js';
import { instantMs, localEpochDay } from './time-zone.js';
import { countWorkingDays } from './working-days.js';

// Whole, and not a noun with an s behind it: another language says one and several in its own way.
const workingDays = (days: number): string => (days === 1 ? '1 working day' : `${days} working days`);
const calendarDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

function placed(days: number, words: string): string {
  return days > 0 ? `in ${words}` : `${words} ago`;
}

function dayOf(at: string, timeZone: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(at) ? epochDay(at) : localEpochDay(instantMs(at), timeZone);
}

/**
 * How far off a date or instant is from `now`, in working days of the area: "today", "in 3 working days", "1 working
 * day ago". Where no working day lies between, in calendar days: "tomorrow", "2 days ago". Throws on what is no date.
 */
export function distanceWords(
  at: string,
  now: string,
  { timeZone, nation }: Pick<Profile, 'timeZone' | 'nation'>,
): string {
  const today = dayOf(now, timeZone);
  const day = dayOf(at, timeZone);
  const days = day - today;
  if (days === 0) return 'today';
  const working = Math.abs(countWorkingDays(today, day, nation));
  if (working > 0) return placed(days, workingDays(working));
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return placed(days, calendarDays(Math.abs(days)));
}
