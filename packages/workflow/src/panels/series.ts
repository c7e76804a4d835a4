import { bankHolidays, isProvisional, isWorkingEpochDay } from '../clocks/bank-holidays.js';
import { civilOf, dateOf, daysInMonth, epochDay, epochDayOf, weekday } from '../clocks/calendar.js';
import { instantAt, instantMs, instantOf } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';

/** How often a panel sits. */
export const seriesSteps = ['weeks', 'month', 'quarter'] as const;
/** The days of the week on which a panel may sit. */
export const seriesDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
/** Which of these days in a month. */
export const seriesPlaces = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** A rule of sittings: “the first Thursday of each month at 10:00”, “every two weeks on a Tuesday”. */
export interface SeriesRule {
  every: (typeof seriesSteps)[number];
  /** For a rule of weeks: every how many. */
  weeks?: number;
  /** For a rule of months or quarters: which such day of the month; the first where it is left out. */
  nth?: (typeof seriesPlaces)[number];
  weekday: (typeof seriesDays)[number];
  /** By the clock on the wall, HH:MM. */
  startTime: string;
  minutes: number;
}

/** One sitting that a rule proposes, and why on that day. */
export interface ProposedSitting {
  date: string;
  startsAt: string;
  endsAt: string;
  /** The day that the rule gives; another where that is no working day. */
  ruleDate: string;
  /** The bank holiday that moved it; null where nothing did. */
  holiday: string | null;
  /** Whether the bank holidays of its year are by standing rule only. */
  provisional: boolean;
}

/** A year of weekly sittings, and no more, is planned at once. */
export const mostPlanned = 53;

type Area = Pick<Profile, 'timeZone' | 'nation'>;

const dayNumber = (rule: SeriesRule): number => seriesDays.indexOf(rule.weekday) + 1;

function firstOnOrAfter(day: number, wanted: number): number {
  return day + ((wanted - weekday(day) + 7) % 7);
}

/** The n-th such weekday of a month; the last where the rule says so. */
function ofMonth(year: number, month: number, rule: SeriesRule): number {
  const wanted = dayNumber(rule);
  const first = firstOnOrAfter(epochDayOf({ year, month, day: 1 }), wanted);
  if (rule.nth !== 'last') return first + 7 * seriesPlaces.indexOf(rule.nth ?? 'first');
  const last = epochDayOf({ year, month, day: daysInMonth(year, month) });
  return last - ((weekday(last) - wanted + 7) % 7);
}

function daysOfRule(rule: SeriesRule, from: number, until: number): number[] {
  const days: number[] = [];
  if (rule.every === 'weeks') {
    const step = 7 * (rule.weeks ?? 1);
    for (let day = firstOnOrAfter(from, dayNumber(rule)); day <= until; day += step) days.push(day);
    return days;
  }
  const start = civilOf(from);
  const step = rule.every === 'month' ? 1 : 3;
  for (let months = 0; ; months += step) {
    const first = civilOf(epochDayOf({ year: start.year, month: start.month + months, day: 1 }));
    if (epochDayOf(first) > until) return days;
    const day = ofMonth(first.year, first.month, rule);
    if (day >= from && day <= until) days.push(day);
  }
}

function nextWorkingDay(day: number, { nation }: Area): number {
  let reached = day;
  while (!isWorkingEpochDay(reached, nation)) reached += 1;
  return reached;
}

function holidayOn(day: number, { nation }: Area): string | null {
  const date = dateOf(day);
  return bankHolidays(nation, civilOf(day).year).find((one) => one.date === date)?.title ?? null;
}

/**
 * The sittings that a rule gives from one local day to another, both counted, in order: a bank holiday of the nation
 * moves a sitting to the next working day, and says so. The time is the one on the wall of the place, so it stays the
 * same across a change of the clocks. Throws a RangeError where a day is none of the calendar.
 */
export function seriesDates(
  rule: SeriesRule,
  between: { from: string; until: string },
  area: Area,
): ProposedSitting[] {
  return daysOfRule(rule, epochDay(between.from), epochDay(between.until)).map((ruleDay) => {
    const day = nextWorkingDay(ruleDay, area);
    const date = dateOf(day);
    const startsAt = instantAt(date, rule.startTime, area.timeZone);
    return {
      date,
      startsAt,
      endsAt: instantOf(instantMs(startsAt) + rule.minutes * 60_000),
      ruleDate: dateOf(ruleDay),
      holiday: day === ruleDay ? null : holidayOn(ruleDay, area),
      provisional: isProvisional(date, area.nation),
    };
  });
}
