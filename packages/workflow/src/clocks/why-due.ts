import { clocksFromBirth } from '../child-cases/adulthood.js';
import type { RunningClock } from '../model.js';
import { type ClockLength, type ClockRule, clockLength } from '../profile/clock-rule.js';
import { grades } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';
import { bankHolidays } from './bank-holidays.js';
import { civilOf, epochDay, weekday } from './calendar.js';
import { dayWords } from './day-words.js';
import { dueAt } from './due.js';
import { extensionWords } from './extending.js';
import { clockLengthWords } from './length-words.js';
import { instantMs, localDate, localEpochDay } from './time-zone.js';

/** A clock as the books have it: which rule, from when, until when. */
export interface CountedClock {
  rule: string;
  start: string;
  due: string;
  extended?: RunningClock['extended'];
}

interface Way {
  length: ClockLength;
  /** Where the rule counts so, in words; empty where it does everywhere. */
  where: string;
}

function waysOf(rule: ClockRule): Way[] {
  if ('byGrade' in rule)
    return grades.flatMap((grade) => {
      const length = clockLength(rule, { grade });
      return length ? [{ length, where: `grade ${grade}` }] : [];
    });
  const raised = rule.raised ? [{ length: rule.raised, where: 'raised risk' }] : [];
  return [{ length: { amount: rule.amount, unit: rule.unit }, where: '' }, ...raised];
}

/** The bank holidays that fall on a weekday between two days, the first left out: those that counting passes over. */
function passedOver(
  clock: CountedClock,
  { timeZone, nation }: Pick<Profile, 'timeZone' | 'nation'>,
): string[] {
  const [one, other] = [clock.start, clock.due].map((at) => localEpochDay(instantMs(at), timeZone));
  const [from = 0, until = 0] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)];
  const years = [...new Set([from, until].map((day) => civilOf(day).year))];
  return years
    .flatMap((year) => bankHolidays(nation, year))
    .filter(({ date }) => {
      const day = epochDay(date);
      return day > from && day <= until && weekday(day) % 6 !== 0;
    })
    .map(
      ({ date, title, provisional }) =>
        `${dayWords(date)} (${title}${provisional ? ', by rule: not yet published' : ''})`,
    );
}

/**
 * Why a clock is due when it is, in sentences, by the rules of the profile that was in force when it started: what it
 * counts from, how long, which bank holidays were passed over, and where the rule comes from. A date that no length of the
 * rule gives was given with what was recorded, or moved, and that is what it says.
 */
export function whyDue(
  clock: CountedClock,
  profile: Pick<Profile, 'clocks' | 'timeZone' | 'nation'>,
): string[] {
  const second = extensionWords(clock, profile.timeZone);
  if (!clock.extended || !second) return countedWhy(clock, profile);
  return [...countedWhy({ ...clock, due: clock.extended.from }, profile), second];
}

function countedWhy(clock: CountedClock, profile: Pick<Profile, 'clocks' | 'timeZone' | 'nation'>): string[] {
  const rule = profile.clocks[clock.rule as keyof Profile['clocks']] as ClockRule | undefined;
  const began = dayWords(localDate(clock.start, profile.timeZone));
  if (!rule) return [`It runs from ${began}, by a rule that the area’s rules of that day do not have.`];
  const options = {
    ...{ timeZone: profile.timeZone, nation: profile.nation },
    ...(rule.direction && { direction: rule.direction }),
    ...(rule.nonWorkingDay && { nonWorkingDay: rule.nonWorkingDay }),
  };
  const ways = waysOf(rule).filter(
    ({ length: { amount, unit } }) =>
      instantMs(dueAt(amount, unit, clock.start, options)) === instantMs(clock.due),
  );
  const source = `Source: ${rule.source}.`;
  const [way] = ways;
  if (clocksFromBirth.includes(clock.rule))
    return [`It falls on an age, counted from ${rule.starts}: ${began}.`, source];
  if (!way)
    return [
      `It runs from ${began}. The day was given with what was recorded, or moved since: no length of the rule gives it.`,
      source,
    ];
  const { length } = way;
  // Two grades may have one length: which of them it was the date does not tell.
  const where = way.where && ` at ${ways.map((one) => one.where).join(' or ')}`;
  const side = rule.direction === 'before' ? 'before' : 'from';
  const passed = length.unit === 'workingDays' ? passedOver(clock, profile) : [];
  return [
    `${clockLengthWords(length)}${where}, counted ${side} ${rule.starts}: ${began}.`,
    ...(length.unit === 'hours' ? ['Hours count through nights and weekends.'] : []),
    ...(passed.length > 0 ? [`Not counted, besides weekends: ${passed.join('; ')}.`] : []),
    ...(rule.nonWorkingDay ? ['A day that is no working day falls to the working day before.'] : []),
    source,
  ];
}
