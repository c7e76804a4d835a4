import {
  dayOf,
  isEpisode,
  isIn,
  isOver,
  type NaiveAsked,
  of,
  standingOf,
  type Tally,
} from './naive-terms.js';
import { isCase, openAtEnd, timesOf } from './naive-times.js';
import type { Told, ToldBooks, ToldEntry } from './told-books.js';

/** Who held a case on the last day: the last time by then that its entries say something else than before. */
function heldThen(
  books: ToldBooks,
  { id }: ToldEntry,
  field: 'team' | 'workerId',
  { to }: NaiveAsked,
): string | null {
  let before: string | null = null;
  let held: string | null = null;
  for (const { entry } of books.entries.filter((one) => one.id === id)) {
    const now = entry.standing[field];
    if (now !== before && dayOf(entry.command.happened) <= to) held = now ?? null;
    before = now;
  }
  return held;
}

/** The last entry of a record that was accepted by the end of the last day; undefined where there was none. */
export function entryByEnd(books: ToldBooks, id: string, { to }: NaiveAsked): ToldEntry | undefined {
  return books.entries.filter((one) => one.id === id && dayOf(one.entry.command.at) <= to).at(-1);
}

/** The priority that the last entry by the end of the last day says, or the first that is known. */
export function priorityThen(books: ToldBooks, { id }: ToldEntry, { to }: NaiveAsked): string {
  const own = books.entries.filter((one) => one.id === id);
  const then = own.filter(({ entry }) => dayOf(entry.command.at) <= to).at(-1) ?? own[0];
  return then?.entry.standing.priority;
}

/** What commands said of a child that had begun by the last day, the latest begun last; nothing of it was withdrawn in the year. */
function saidThen(books: ToldBooks, id: string, event: string, { to }: NaiveAsked): Told[] {
  const joined = (books.records.get(id)?.entry.standing.joined ?? []).map((one: Told) => one.id);
  const said = books.entries.filter((one) => [id, ...joined].includes(one.id) && one.entry.event === event);
  return said
    .map(({ entry }) => entry.payload)
    .filter(({ since }) => since <= to)
    .sort((one, other) => (one.since < other.since ? -1 : Number(one.since > other.since)));
}

/** Cases by who held them on the last day, and services. */
export function caseload(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const teams = new Map<string, string>(
    of(books, 'agency').flatMap((one) => standingOf(one).teams.map((team: Told) => [team.id, team.name])),
  );
  const workers = new Set<string>();
  for (const one of of(books, 'childCase')) {
    if (!openAtEnd(books, one, asked)) continue;
    const team = heldThen(books, one, 'team', asked);
    const workerId = heldThen(books, one, 'workerId', asked);
    const name = teams.get(team ?? '') ?? team ?? 'not-known';
    tally.add('cases', name);
    tally.add(workerId ? 'withWorker' : 'waiting', name);
    if (workerId && !workers.has(`${name} ${workerId}`)) tally.add('workers', name);
    workers.add(`${name} ${workerId}`);
  }
  for (const one of of(books, 'serviceEpisode')) {
    const { agencyName, referred, startedAt, ended } = standingOf(one);
    if (isIn(referred?.at, asked)) tally.add('servicesReferred', agencyName);
    if (isIn(startedAt, asked)) tally.add('servicesStarted', agencyName);
    if (startedAt && isIn(ended?.at, asked)) tally.add('servicesEnded', agencyName);
    if (startedAt && dayOf(startedAt) <= asked.to && !isOver(ended?.at, asked))
      tally.add('servicesAtEnd', agencyName);
  }
}

/** Who the children are, with what they were under on the last day. */
export function cohort(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const ids = new Set<string>();
  for (const one of of(books, 'childCase')) {
    const isOfCohort = timesOf(books, one).some((time, index) => {
      const byEnd = time.grades.filter(({ happened }) => dayOf(happened) <= asked.to);
      const isOpen = dayOf(time.since) <= asked.to && (!time.ended || dayOf(time.ended.at) >= asked.from);
      return isCase(time, index) && isOpen && isEpisode(byEnd, asked);
    });
    if (isOfCohort) ids.add(one.entry.record.parentId);
  }
  for (const id of ids) {
    const { birthDate, sex, ethnicity } = books.records.get(id)?.entry.standing ?? {};
    const birthday = birthDate && `${asked.to.slice(0, 4)}${birthDate.slice(4)}`;
    const years =
      birthDate && Number(asked.to.slice(0, 4)) - Number(birthDate.slice(0, 4)) - Number(asked.to < birthday);
    const [, label = 'not-known'] = birthDate ? (bands.find(([most]) => years <= most) ?? []) : [];
    tally.add('cohort');
    tally.add('sex', sex ?? 'not-known');
    tally.add('age', label);
    tally.add('ethnicity', ethnicity ?? 'not-known');
    const stands = ({ until }: Told) => !until || until >= asked.to;
    const status = saidThen(books, id, 'record-status', asked).at(-1);
    tally.add('legalStatus', status && stands(status) ? status.legalStatus : 'not-looked-after');
    const lines = new Map(saidThen(books, id, 'record-status-line', asked).map((one) => [one.status, one]));
    for (const [line, one] of lines) if (stands(one)) tally.add('vulnerability', line);
  }
}

const bands: [most: number, label: string][] = [
  [10, '10 and under'],
  [12, '11 to 12'],
  [15, '13 to 15'],
  [17, '16 to 17'],
  [Number.POSITIVE_INFINITY, '18 and over'],
];
