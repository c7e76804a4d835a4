import { epochDay, getCivil, weekday } from './calendar.js';

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
