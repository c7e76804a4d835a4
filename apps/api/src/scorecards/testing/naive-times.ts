import { dayOf, type NaiveAsked, of, phaseOf } from './naive-terms.js';
import type { Told, ToldBooks, ToldEntry } from './told-books.js';

/** One time that somebody worked on a case, as its entries tell it one after the other. */
export interface NaiveTime {
  /** What triage decided, `relisted` where it was taken up again; null before that. */
  outcome: string | null;
  /** When that was. */
  begun: string | null;
  /** The receipt of the referral, or when it was taken up again. */
  since: string;
  /** Whether a new referral took it up again, or whoever decides at triage alone. */
  byReferral: boolean;
  ended: { at: string; reason: string } | null;
  grades: { grade: string; happened: string }[];
  /** What the last entry of that time says. */
  last: Told;
}

const takesOn = ['risk-assessment', 'section-47-and-risk-assessment'];

/** Whether somebody decided on a new referral by the command that took this case up again. */
const isReferralOf = (other: ToldEntry, { id, commandId }: ToldEntry): boolean =>
  other.commandId === commandId && other.id !== id && other.entry.event === 'decide-triage';

/** Every time that a case was worked on, told by its entries: what triage decided, when it closed, when it was taken up again. */
export function timesOf(books: ToldBooks, { id }: ToldEntry): NaiveTime[] {
  const times: NaiveTime[] = [];
  let wasClosed = false;
  const own = books.entries.filter((one) => one.id === id);
  const replaced = own.flatMap(({ entry }) => entry.rows.flatMap((row: Told) => row.replaces ?? []));
  for (const told of own) {
    const { entry } = told;
    const { event, command, payload, standing } = entry;
    const again = event === 'relist';
    if (times.length === 0 || again)
      times.push({
        ...{ outcome: again ? 'relisted' : null, begun: again ? command.happened : null },
        ...{ since: again ? command.happened : standing.receivedAt, ended: null, grades: [], last: standing },
        byReferral: again && books.entries.some((other) => isReferralOf(other, told)),
      });
    const now = times.at(-1) as NaiveTime;
    if (event === 'decide-triage') Object.assign(now, { outcome: payload.outcome, begun: command.happened });
    if (entry.rows.some((row: Told) => row.kind === 'grade' && !replaced.includes(row.id)))
      now.grades.push({ grade: standing.confirmed.grade, happened: command.happened });
    const isClosed = phaseOf(told) === 'closed';
    if (isClosed && !wasClosed) now.ended = { at: command.happened, reason: standing.closed.reason };
    wasClosed = isClosed;
    now.last = standing;
  }
  return times;
}

/** Whether it was a case at that time: triage took it on or it was taken up again, and it was joined with no other. */
export const isCase = ({ outcome, begun, ended }: NaiveTime, index: number): boolean =>
  begun !== null && (index > 0 || takesOn.includes(outcome ?? '')) && ended?.reason !== 'merged';

/** Whether triage took a referral on. */
export const isReferral = ({ outcome }: NaiveTime, index: number): boolean =>
  index === 0 && takesOn.includes(outcome ?? '');

/** The time at which a case was open on the last day, if it was. */
export function openAtEnd(books: ToldBooks, one: ToldEntry, { to }: NaiveAsked): NaiveTime | undefined {
  return timesOf(books, one)
    .filter(isCase)
    .find(({ since, ended }) => dayOf(since) <= to && (!ended || dayOf(ended.at) > to));
}
