import type { Nation } from '../profile/profile.js';
import data from './bank-holidays.json' with { type: 'json' };
import { civilOf, epochDay, weekday } from './calendar.js';
import { standingHolidays } from './standing-holidays.js';

/** One bank holiday; provisional where it follows the standing rules because none is published yet. */
export interface BankHoliday {
  date: string;
  title: string;
  provisional: boolean;
}

const published: Record<Nation, Record<string, string>> = data;
const byYear: Record<Nation, Map<number, ReadonlyMap<number, BankHoliday>>> = {
  'england-and-wales': new Map(),
  scotland: new Map(),
  'northern-ireland': new Map(),
};

function holidaysOf(nation: Nation, year: number): ReadonlyMap<number, BankHoliday> {
  const known = byYear[nation].get(year);
  if (known) return known;
  const given = Object.entries(published[nation])
    .filter(([date]) => date.startsWith(`${year}-`))
    .map(([date, title]) => ({ date, title, provisional: false }));
  const found = given.length > 0 ? given : standingHolidays(nation, year);
  const holidays = new Map(found.map((holiday) => [epochDay(holiday.date), holiday]));
  byYear[nation].set(year, holidays);
  return holidays;
}

/** Lists a nation's bank holidays of one year in order: as GOV.UK publishes them, else by the standing rules. */
export function bankHolidays(nation: Nation, year: number): BankHoliday[] {
  return [...holidaysOf(nation, year).values()];
}

/** Says whether a nation's bank holidays of the year of this date are by rule only, and may still change. */
export function isProvisional(date: string, nation: Nation): boolean {
  const [first] = bankHolidays(nation, civilOf(epochDay(date)).year);
  return first?.provisional ?? true;
}

/** Says whether a day counted from 1 January 1970 is Monday to Friday and no bank holiday of the nation. */
export function isWorkingEpochDay(day: number, nation: Nation): boolean {
  const inWeek = weekday(day);
  return inWeek !== 0 && inWeek !== 6 && !holidaysOf(nation, civilOf(day).year).has(day);
}
