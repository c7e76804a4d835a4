import { localDay } from './date-words.js';
import { type ErrorWords, enterDate, errorWords, type Fields } from './error-words.js';
import { isRealDay, typedDate } from './form-values.js';

/** What an address asks for, name by name. */
export type Asked = Record<string, string | undefined>;

const partOf = /^(.+)-(day|month|year)$/;

const namesOfDays = (query: Asked): string[] => [
  ...new Set(Object.keys(query).flatMap((name) => partOf.exec(name)?.[1] ?? [])),
];

/** How days are called that many lists ask for, where a page says nothing else. */
const usualNames: Fields = {
  from: enterDate('the first day'),
  to: enterDate('the last day'),
  compareFrom: enterDate('the first day beside'),
  compareTo: enterDate('the last day beside'),
  asAt: enterDate('the day up to which it was known'),
};

/**
 * An address with each date-input of its form as one day, `from=2026-04-01` for `from-day`, `from-month` and `from-year`, so
 * that a page reads a link and a form alike. What is no day of the calendar is left out: `wrongDays` says so.
 */
export function withDays(query: Asked): Asked {
  const days = namesOfDays(query);
  const others = Object.entries(query).filter(([name]) => !days.includes(partOf.exec(name)?.[1] ?? ''));
  const typed = days.map((name): [string, string | undefined] => [name, typedDate(query, name)]);
  return Object.fromEntries([...others, ...typed.filter(([, day]) => isRealDay(day))]);
}

/** What is said of each day in an address that is none of the calendar, by the names of the page's fields; a page's own also in a link. */
export function wrongDays(query: Asked, fields: Fields = {}): ErrorWords[] {
  const given = Object.keys(fields).filter((name) => fields[name]?.part === 'day' && query[name]?.trim());
  const wrong = [...new Set([...namesOfDays(query), ...given])].filter((name) => {
    const typed = typedDate(query, name) ?? query[name];
    return typed !== undefined && !isRealDay(typed);
  });
  const faults = wrong.map((name) => ({ pointer: `/${name}`, code: 'isDay', detail: 'is no day' }));
  return errorWords(faults, { ...usualNames, ...fields }, query);
}

const yearsAgo = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

const dayMs = 86_400_000;

/** Today in London, and so many days before it, as YYYY-MM-DD. */
export function today(back = 0): string {
  return localDay(new Date(Date.now() - back * dayMs).toISOString());
}

/** The days that an address asks for; up to today from another day on, where it asks for none. */
export function daysAsked({ query }: { query: Asked }, back = 27): { from: string; to: string } {
  return {
    from: isRealDay(query.from) ? query.from : today(back),
    to: isRealDay(query.to) ? query.to : today(),
  };
}

/** The days that an address asks for; from the same month of the year before up to today where it asks for none. */
export function yearAsked({ query }: { query: Asked }): { from: string; to: string } {
  const from = `${yearsAgo(today(), 1).slice(0, 7)}-01`;
  return { from: isRealDay(query.from) ? query.from : from, to: isRealDay(query.to) ? query.to : today() };
}

/** The first and last day of a quarter of the calendar year, so many quarters before the day's own. */
export function quarterOf(day: string, back = 0): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 - 3 * back, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3, 0));
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}

/** The year of account that a day is in: 1 April to 31 March. */
export function accountYearOf(day: string): { from: string; to: string } {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
  return { from: `${year}-04-01`, to: `${year + 1}-03-31` };
}

/** The periods that figures are mostly asked for, as links that keep what else the address asks; none reaches past today. */
export function usualPeriods(here: string, kept: Readonly<Record<string, string>> = {}) {
  const now = today();
  const toNow = ({ from, to }: { from: string; to: string }) => ({ from, to: to < now ? to : now });
  return [
    { text: 'This quarter', ...toNow(quarterOf(now)) },
    { text: 'Last quarter', ...quarterOf(now, 1) },
    { text: 'This year, from April', ...toNow(accountYearOf(now)) },
  ].map(({ text, ...days }) => ({ text, href: `${here}?${new URLSearchParams({ ...kept, ...days })}` }));
}
