import type { Nation } from '../profile/profile.js';
import { isWorkingEpochDay } from './bank-holidays.js';
import { dateOf, epochDay } from './calendar.js';

/** Moves so many working days on (or back, where negative) from a day that is not itself counted. */
export function moveWorkingDays(day: number, amount: number, nation: Nation): number {
  const step = amount < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(amount); left > 0; ) {
    reached += step;
    if (isWorkingEpochDay(reached, nation)) left -= 1;
  }
  return reached;
}

/** Gives the day itself where it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(day: number, nation: Nation): number {
  return isWorkingEpochDay(day, nation) ? day : moveWorkingDays(day, -1, nation);
}

/** Says whether a date (YYYY-MM-DD) is Monday to Friday and no bank holiday of the nation. */
export function isWorkingDay(date: string, nation: Nation): boolean {
  return isWorkingEpochDay(epochDay(date), nation);
}

/** Counts working days on from a date: the date is day zero, the next working day is day one. */
export function addWorkingDays(date: string, amount: number, nation: Nation): string {
  return dateOf(moveWorkingDays(epochDay(date), amount, nation));
}

/** Counts working days back from a date, which is itself left out: five before a Thursday is a week earlier. */
export function subtractWorkingDays(date: string, amount: number, nation: Nation): string {
  return dateOf(moveWorkingDays(epochDay(date), -amount, nation));
}

/** Counts the working days after `from` up to and with `to`, as in "in 3 working days"; negative where `to` is past. */
export function workingDaysBetween(from: string, to: string, nation: Nation): number {
  return countWorkingDays(epochDay(from), epochDay(to), nation);
}

/** Counts like `workingDaysBetween`, between epoch days. */
export function countWorkingDays(start: number, end: number, nation: Nation): number {
  if (end < start) return 0 - countWorkingDays(end, start, nation);
  let count = 0;
  for (let day = start + 1; day <= end; day += 1) if (isWorkingEpochDay(day, nation)) count += 1;
  return count;
}
