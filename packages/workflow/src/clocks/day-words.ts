import { epochDay, getCivil, weekday } from './calendar.js';
import { localDate, localTime } from './time-zone.js';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date in words, as minutes print it: "Thursday 26 November 2026"; throws a RangeError where it is no date. */
export function dayWords(date: string): string {
  const { year, month, day } = getCivil(date);
  return `${weekdays[weekday(epochDay(date))]} ${day} ${months[month - 1]} ${year}`;
}

/** An instant in words, by the clock on the wall of a place: "Thursday 26 November 2026 at 10:05"; throws where it is none. */
export function momentWords(instant: string, timeZone: string): string {
  return `${dayWords(localDate(instant, timeZone))} at ${localTime(instant, timeZone)}`;
}
