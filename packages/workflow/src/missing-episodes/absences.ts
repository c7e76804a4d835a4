import type { ChildStanding } from '../children/standing.js';
import { epochDayOf, getCivil } from '../clocks/calendar.js';
import { isEarlier } from '../clocks/is-earlier.js';
import { endOfLocalDay, instantOf, localDate } from '../clocks/time-zone.js';
import type { Context, StoredRecord } from '../model.js';
import type { MissingEpisodeStanding } from './standing.js';

/** An absence on the books. */
export type Episode = StoredRecord<MissingEpisodeStanding>;

type Books = Pick<Context<never>, 'locked' | 'profile'> & { record: Pick<StoredRecord, 'id' | 'parentId'> };

/** The child of an absence, as far as it is locked. */
export function childOf({ locked }: Pick<Context, 'locked'>): ChildStanding | undefined {
  return locked.find((one) => one.kind === 'child')?.standing as ChildStanding | undefined;
}

/** Absences of the child that are locked and count: neither held reports nor such as were merged. */
export function absencesOf({ locked, record }: Books): Episode[] {
  return locked.filter(
    (one) =>
      one.kind === 'missingEpisode' &&
      one.id !== record.id &&
      one.parentId === record.parentId &&
      ['absent', 'over'].includes(one.state as string),
  ) as Episode[];
}

/** Whether an absence had not ended at an instant: to the minute where the return is known so, else by local days. */
export function lasts(
  { end, returnedAt }: MissingEpisodeStanding,
  instant: string,
  timeZone: string,
): boolean {
  if (end === null) return true;
  if (returnedAt) return isEarlier(instant, returnedAt);
  return localDate(instant, timeZone) < end;
}

/** The absence of which a report since an instant may be a second one: one that lasts before one that is over. */
export function sameAbsence(books: Books, since: string): Episode | undefined {
  const fitting = absencesOf(books).filter(({ standing }) => lasts(standing, since, books.profile.timeZone));
  return fitting.find(({ standing }) => standing.end === null) ?? fitting.at(-1);
}

/** The last instant of a local day. */
export function endingOf(day: string, timeZone: string): string {
  return instantOf(endOfLocalDay(epochDayOf(getCivil(day)), timeZone));
}

/** The first instant of a local day. */
export function beginningOf(day: string, timeZone: string): string {
  return instantOf(endOfLocalDay(epochDayOf(getCivil(day)) - 1, timeZone) + 1);
}
