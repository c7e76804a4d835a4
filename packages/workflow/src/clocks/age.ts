import { addMonths, type Civil, dateOf, epochDayOf, getCivil } from './calendar.js';
import { localDate } from './time-zone.js';

const reached = (birth: Civil, on: Civil): boolean =>
  on.month > birth.month || (on.month === birth.month && on.day >= birth.day);

/**
 * Gives the age in whole years on a local date, or at an instant in the zone; negative before birth.
 * An age is reached as the anniversary begins (Family Law Reform Act 1969 s.9); for 29 February that is
 * 1 March in other years. Throws a RangeError where either is no date.
 */
export function ageOn(birthDate: string, instantOrDate: string, timeZone: string): number {
  const birth = getCivil(birthDate);
  const on = getCivil(instantOrDate.length === 10 ? instantOrDate : localDate(instantOrDate, timeZone));
  return on.year - birth.year - (reached(birth, on) ? 0 : 1);
}

/** Gives the date (YYYY-MM-DD) on which an age of whole years, and months beyond them, is reached. */
export function birthdayAt(birthDate: string, years: number, months = 0): string {
  const birth = getCivil(birthDate);
  if (months === 0) return dateOf(epochDayOf({ ...birth, year: birth.year + years }));
  return dateOf(addMonths(epochDayOf(birth), years * 12 + months));
}
