import { type ClockRule, type ClockRuleWords, type ClockUnit, clockLength } from '../profile/clock-rule.js';
import type { Grade } from '../profile/grade.js';
import type { Nation } from '../profile/profile.js';
import { addMonths } from './calendar.js';
import { endOfLocalDay, instantMs, instantOf, localEpochDay } from './time-zone.js';
import { moveWorkingDays, workingDayOnOrBefore } from './working-days.js';

/** Where a clock counts, and which way. */
export interface DueOptions extends Pick<ClockRuleWords, 'direction' | 'nonWorkingDay'> {
  timeZone: string;
  nation: Nation;
}

const hourMs = 3_600_000;

function move(day: number, amount: number, unit: Exclude<ClockUnit, 'hours'>, nation: Nation): number {
  switch (unit) {
    case 'calendarDays':
      return day + amount;
    case 'weeks':
      return day + 7 * amount;
    case 'months':
      return addMonths(day, amount);
    case 'workingDays':
      return moveWorkingDays(day, amount, nation);
  }
}

/**
 * Gives the instant (UTC, with milliseconds) by which something is due: hours exactly; else the end of the due
 * day in local time, where day zero is the local day of the event and working days count from the next one.
 * Throws a RangeError where `start` is no instant or `amount` no whole number of 0 or more.
 */
export function dueAt(amount: number, unit: ClockUnit, start: string, options: DueOptions): string {
  if (!Number.isInteger(amount) || amount < 0)
    throw new RangeError(`${amount} is no whole number of 0 or more`);
  const { timeZone, nation } = options;
  const signed = options.direction === 'before' ? -amount : amount;
  const startMs = instantMs(start);
  if (unit === 'hours') return instantOf(startMs + signed * hourMs);
  const reached = move(localEpochDay(startMs, timeZone), signed, unit, nation);
  const due = options.nonWorkingDay === 'workingDayBefore' ? workingDayOnOrBefore(reached, nation) : reached;
  return instantOf(endOfLocalDay(due, timeZone));
}

/** Gives when a clock of this rule is due, or null where the rule starts none at this grade and risk. */
export function ruleDueAt(
  rule: ClockRule,
  start: string,
  area: { timeZone: string; nation: Nation },
  about: { raised?: boolean; grade?: Grade | null } = {},
): string | null {
  const length = clockLength(rule, about);
  if (!length) return null;
  const { direction, nonWorkingDay } = rule;
  return dueAt(length.amount, length.unit, start, {
    timeZone: area.timeZone,
    nation: area.nation,
    ...(direction && { direction }),
    ...(nonWorkingDay && { nonWorkingDay }),
  });
}
