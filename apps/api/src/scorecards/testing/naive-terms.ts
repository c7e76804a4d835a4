import type { ScorecardCount } from '@mase/workflow';
import type { Told, ToldBooks, ToldEntry } from './told-books.js';

/** Of which days, to which instant known. */
export interface NaiveAsked {
  from: string;
  to: string;
  knownAt: string;
  /** From which confirmed grade on the area counts an episode. */
  episodesFrom: string;
}

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });
/** The day of an instant in the area. */
export const dayOf = (instant: string): string => london.format(new Date(instant));
/** Whether a day lies in the period. */
export const between = (day: string, { from, to }: NaiveAsked): boolean => day >= from && day <= to;
/** Whether an instant lies in the period. */
export const isIn = (instant: string | null | undefined, asked: NaiveAsked): boolean =>
  typeof instant === 'string' && between(dayOf(instant), asked);
/** Whether something ended by the last day. */
export const isOver = (instant: string | null | undefined, { to }: NaiveAsked): boolean =>
  typeof instant === 'string' && dayOf(instant) <= to;
/** Days from one day to another. */
export const daysFrom = (one: string, other: string): number =>
  Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000);
/** Grades from the lowest up. */
export const heights = ['none', 'low', 'medium', 'high'];

/** Counts by measure and part, from plain loops over everything. */
export class Tally {
  readonly counts = new Map<string, ScorecardCount>();
  add(measure: string, part: string | null = null, n = 1): void {
    const key = `${measure} ${part}`;
    const one = this.counts.get(key) ?? { measure, part, n: 0 };
    one.n += n;
    this.counts.set(key, one);
  }
}

/** The last entry of every record of a kind. */
export const of = (books: ToldBooks, kind: string): ToldEntry[] =>
  [...books.records.values()].filter((one) => one.kind === kind);
/** What an entry says of the record. */
export const standingOf = (one: ToldEntry): Told => one.entry.standing;
/** The state of a record, of a case that of its work. */
export const phaseOf = ({ entry: { state } }: ToldEntry): string =>
  typeof state === 'string' ? state : state.work;
/** Grades of a case as each was confirmed, by the entries that wrote one and were not replaced. */
export function gradesOf(books: ToldBooks, id: string): { grade: string; happened: string }[] {
  const own = books.entries.filter((one) => one.id === id);
  const replaced = own.flatMap(({ entry }) => entry.rows.flatMap((row: Told) => row.replaces ?? []));
  return own
    .filter(({ entry }) => entry.rows.some((row: Told) => row.kind === 'grade' && !replaced.includes(row.id)))
    .map(({ entry }) => ({ grade: entry.standing.confirmed.grade, happened: entry.command.happened }));
}

/** Whether one of these grades is as high as the area asks of an episode. */
export const isEpisode = (given: { grade: string }[], { episodesFrom }: NaiveAsked): boolean =>
  episodesFrom === 'none' ||
  given.some(({ grade }) => heights.indexOf(grade) >= heights.indexOf(episodesFrom));

/** Counts in one order, to be compared. */
export function sorted(counts: readonly ScorecardCount[]): ScorecardCount[] {
  const key = ({ measure, part }: ScorecardCount) => `${measure} ${part}`;
  return [...counts].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
