import { localDate } from '../clocks/time-zone.js';
import type { Grade } from '../profile/grade.js';
import type { ChildCaseStanding } from './standing.js';

/** What a case was, each time before it was taken up again: relisting begins anew and would forget it. */
export interface WorkedBefore {
  triage: NonNullable<ChildCaseStanding['triage']>;
  closed: NonNullable<ChildCaseStanding['closed']>;
  /** The last confirmed grade; null where none was. */
  grade: Grade | null;
  planned: boolean;
  heard: boolean;
}

/** One time that a case was worked on: from its receipt, or from the day it was taken up again, until it closed. */
export interface TimeWorked {
  since: string;
  ended: string | null;
}

const takesOn: readonly string[] = ['risk-assessment', 'section-47-and-risk-assessment', 'relisted'];

/** What a case leaves of itself where it is taken up again; nothing of one that was never decided on or is open. */
export function workedBefore(
  standing: ChildCaseStanding,
): Pick<ChildCaseStanding, 'before'> | Record<string, never> {
  const { triage, closed, confirmed, plan, lastDecision, before = [] } = standing;
  if (!triage || !closed) return {};
  const last: WorkedBefore = {
    ...{ triage, closed, grade: confirmed?.grade ?? null },
    ...{ planned: plan !== null, heard: lastDecision !== null },
  };
  return { before: [...before, last] };
}

/**
 * The times that a case was worked on, the earliest first: each that triage took on or that it was taken up again. A
 * referral that was joined with another case, or woke one, is nobody’s case and has none.
 */
export function timesWorked({ receivedAt, triage, closed, before = [] }: ChildCaseStanding): TimeWorked[] {
  return [...before, { triage, closed }].flatMap((one, index) =>
    one.triage && takesOn.includes(one.triage.outcome) && one.closed?.reason !== 'merged'
      ? [{ since: index === 0 ? receivedAt : one.triage.at, ended: one.closed?.at ?? null }]
      : [],
  );
}

/** Whether a case was taken on and open on a local day of a period, at any of the times that it was worked on. */
export function wasOpenOn(
  standing: ChildCaseStanding,
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
): boolean {
  const day = (instant: string) => localDate(instant, timeZone);
  return timesWorked(standing).some(
    ({ since, ended }) => day(since) <= to && (ended === null || day(ended) >= from),
  );
}
