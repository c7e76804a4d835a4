/** Milliseconds in a day of 24 hours. */
export const dayMs = 86_400_000;

/** A day of the proleptic Gregorian calendar. */
export interface Civil {
  year: number;
  month: number;
  day: number;
}

/** Counts the days from 1 January 1970 to a day of the calendar; a day past the month's end runs on. */
export function epochDayOf({ year, month, day }: Civil): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}

/**
 * Gives the day of the calendar that stands so many days after 1 January 1970.
 * Integer arithmetic over 400-year eras that begin in March, since working days are counted one by one on the hot path.
 */
export function civilOf(epochDay: number): Civil {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** Gives the length of a month in days, from 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return civilOf(epochDayOf({ year, month: month + 1, day: 0 })).day;
}

/** Reads a date written YYYY-MM-DD, or gives null where it is none of the calendar. */
export function findCivil(date: string): Civil | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!parts) return null;
  const civil = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  const fits = civil.year >= 100 && civil.month >= 1 && civil.month <= 12 && civil.day >= 1;
  return fits && civil.day <= daysInMonth(civil.year, civil.month) ? civil : null;
}

/** Reads a date written YYYY-MM-DD; throws a RangeError where it is none of the calendar. */
export function getCivil(date: string): Civil {
  const civil = findCivil(date);
  if (!civil) throw new RangeError(`"${date}" is no date of the calendar written YYYY-MM-DD`);
  return civil;
}

/** Reads a date written YYYY-MM-DD as days from 1 January 1970; throws a RangeError where it is no date. */
export function epochDay(date: string): number {
  return epochDayOf(getCivil(date));
}

/** Writes days from 1 January 1970 as YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Gives the day of the week, 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Adds months: keeps the day of the month, or takes the month's last where it has no such day. */
export function addMonths(day: number, months: number): number {
  const from = civilOf(day);
  const first = civilOf(epochDayOf({ year: from.year, month: from.month + months, day: 1 }));
  return epochDayOf({ ...first, day: Math.min(from.day, daysInMonth(first.year, first.month)) });
}
