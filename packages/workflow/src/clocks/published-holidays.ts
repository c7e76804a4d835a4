import type { Nation } from '../profile/profile.js';
import data from './bank-holidays.json' with { type: 'json' };

/** Bank holidays as they are published: by nation, date (YYYY-MM-DD) and title. */
export type PublishedHolidays = Record<Nation, Record<string, string>>;

/** What a newer publication makes of the data: the whole of it, and what differs, a line each. */
export interface HolidayRefresh {
  holidays: PublishedHolidays;
  changes: string[];
}

/** The bank holidays that this program counts by. */
export const publishedHolidays: PublishedHolidays = data;

const nations = Object.keys(data) as Nation[];
/** A year that is published whole has at least these: one with fewer has only been begun. */
const fewestOfAYear = 8;

/**
 * Reads <https://www.gov.uk/bank-holidays.json> and puts every year that it holds whole in the place of what is known;
 * years that it no longer holds are kept. Gives every fault where it is not that publication.
 */
export function refreshHolidays(published: unknown): HolidayRefresh | { faults: string[] } {
  const faults: string[] = [];
  const changes: string[] = [];
  const holidays = {} as PublishedHolidays;
  for (const nation of nations) {
    const read = readNation(published, nation, faults);
    holidays[nation] = {};
    const years = new Set(
      [...Object.keys(data[nation]), ...Object.keys(read)].map((date) => date.slice(0, 4)),
    );
    for (const year of [...years].sort()) {
      const [known, fresh] = [ofYear(data[nation], year), ofYear(read, year)];
      const isWhole = Object.keys(fresh).length >= fewestOfAYear;
      if (!isWhole && Object.keys(fresh).length > 0)
        changes.push(`${nation} ${year}: not published whole yet, left as it was`);
      Object.assign(holidays[nation], isWhole ? fresh : known);
      if (isWhole) changes.push(...differences(nation, known, fresh));
    }
  }
  return faults.length > 0 ? { faults } : { holidays, changes };
}

function readNation(published: unknown, nation: Nation, faults: string[]): Record<string, string> {
  const { events } = ((published ?? {}) as Record<string, { events?: unknown }>)[nation] ?? {};
  if (!Array.isArray(events) || events.length === 0) {
    faults.push(`/${nation}/events is no list of bank holidays`);
    return {};
  }
  const read: Record<string, string> = {};
  for (const [index, event] of events.entries()) {
    const { date, title } = (event ?? {}) as { date?: unknown; title?: unknown };
    const fault = faultOf(date, title, read);
    if (fault) faults.push(`/${nation}/events/${index} ${fault}`);
    else read[date as string] = title as string;
  }
  return read;
}

function faultOf(date: unknown, title: unknown, read: Record<string, string>): string | undefined {
  if (typeof date !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(date)) return 'has no date like 2026-12-25';
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    return `has the date ${date}, which is none`;
  if (new Date(time).getUTCDay() % 6 === 0) return `is on a weekend (${date})`;
  if (typeof title !== 'string' || title.trim() === '' || title.length > 100) return `(${date}) has no title`;
  return date in read ? `has the date ${date} a second time` : undefined;
}

const ofYear = (all: Record<string, string>, year: string) =>
  Object.fromEntries(
    Object.entries(all)
      .filter(([date]) => date.startsWith(year))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

function differences(nation: Nation, known: Record<string, string>, fresh: Record<string, string>): string[] {
  const line = (sign: string, [date, title]: [string, string]) => `${sign} ${nation} ${date} ${title}`;
  return [
    ...Object.entries(known)
      .filter(([date]) => !(date in fresh))
      .map((one) => line('-', one)),
    ...Object.entries(fresh)
      .filter(([date]) => !(date in known))
      .map((one) => line('+', one)),
  ];
}
