import type { Nation } from '../profile/profile.js';
import { dateOf, epochDayOf, weekday } from './calendar.js';

/** Gives Easter Sunday of a year as days from 1 January 1970 (the Gregorian computus of Meeus and Jones). */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century + 8) / 25);
  const moonOrbit = Math.floor((century - moonShift + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonOrbit + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return epochDayOf({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

const mondayFrom = (day: number): number => day + ((8 - weekday(day)) % 7);
const isWeekend = (day: number): boolean => weekday(day) % 6 === 0;

/** A fixed day with the first free weekday after it where it falls on a weekend or on another holiday. */
function withSubstitutes(fixed: [title: string, day: number][]): [string, number][] {
  const onTheDay = new Set(fixed.map(([, day]) => day).filter((day) => !isWeekend(day)));
  return fixed.map(([title, day]) => {
    if (!isWeekend(day)) return [title, day];
    let substitute = day + 1;
    while (isWeekend(substitute) || onTheDay.has(substitute)) substitute += 1;
    onTheDay.add(substitute);
    return [`${title} (substitute)`, substitute];
  });
}

/**
 * Gives a nation's bank holidays of any year by the standing rules of the Banking and Financial Dealings
 * Act 1971 and yearly proclamation, in order, all provisional: a moved or extra day is not foreseen.
 */
export function standingHolidays(
  nation: Nation,
  year: number,
): { date: string; title: string; provisional: true }[] {
  const on = (month: number, day: number): number => epochDayOf({ year, month, day });
  const scotland = nation === 'scotland';
  const ireland = nation === 'northern-ireland';
  const easter = easterSunday(year);
  const fixed: [string, number][] = [
    ['New Year’s Day', on(1, 1)],
    ...(scotland ? ([['2nd January', on(1, 2)]] as [string, number][]) : []),
    ...(ireland ? ([['St Patrick’s Day', on(3, 17)]] as [string, number][]) : []),
    ...(ireland ? ([['Battle of the Boyne (Orangemen’s Day)', on(7, 12)]] as [string, number][]) : []),
    ...(scotland ? ([['St Andrew’s Day', on(11, 30)]] as [string, number][]) : []),
    ['Christmas Day', on(12, 25)],
    ['Boxing Day', on(12, 26)],
  ];
  const moving: [string, number][] = [
    ['Good Friday', easter - 2],
    ...(scotland ? [] : ([['Easter Monday', easter + 1]] as [string, number][])),
    ['Early May bank holiday', mondayFrom(on(5, 1))],
    ['Spring bank holiday', mondayFrom(on(5, 25))],
    ['Summer bank holiday', mondayFrom(scotland ? on(8, 1) : on(8, 25))],
  ];
  return [...withSubstitutes(fixed), ...moving]
    .sort(([, one], [, other]) => one - other)
    .map(([title, day]) => ({ date: dateOf(day), title, provisional: true }));
}
