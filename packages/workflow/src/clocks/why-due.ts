import { clocksFromBirth } from '../child-cases/adulthood.js';
import type { RunningClock } from '../model.js';
import { type ClockLength, type ClockRule, clockLength } from '../profile/clock-rule.js';
import { grades } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';
import { bankHolidays, isProvisional } from './bank-holidays.js';
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

function waysOf(rule: ClockRule, names: Area['grades']): Way[] {
  if ('byGrade' in rule)
    return grades.flatMap((grade) => {
      const length = clockLength(rule, { grade });
      return length ? [{ length, where: `grade ${names[grade].name}` }] : [];
    });
  const raised = rule.raised ? [{ length: rule.raised, where: 'raised risk' }] : [];
  return [{ length: { amount: rule.amount, unit: rule.unit }, where: '' }, ...raised];
}

type Area = Pick<Profile, 'clocks' | 'timeZone' | 'nation' | 'grades'>;

const ruleOf = ({ rule }: CountedClock, { clocks }: Area): ClockRule | undefined =>
  clocks[rule as keyof Profile['clocks']] as ClockRule | undefined;

/** The lengths of the rule that give the day on which the clock is due. */
function waysThatGive(
  clock: CountedClock,
  rule: ClockRule,
  { timeZone, nation, grades: names }: Area,
): Way[] {
  const { direction, nonWorkingDay } = rule;
  const options = {
    timeZone,
    nation,
    ...(direction && { direction }),
    ...(nonWorkingDay && { nonWorkingDay }),
  };
  const due = instantMs(clock.due);
  return waysOf(rule, names).filter(
    ({ length: { amount, unit } }) => instantMs(dueAt(amount, unit, clock.start, options)) === due,
  );
}

/** The clock before it was put off, if it was: a second due date is counted from nothing. */
const asCounted = (clock: CountedClock): CountedClock =>
  clock.extended ? { ...clock, due: clock.extended.from } : clock;

/**
 * By which of several profiles a clock was counted: the first of them that gives its day; where none does, the first.
 * What was recorded late was counted by the rules of the day on which it was recorded.
 */
export function countedBy<P extends Area>(clock: CountedClock, [first, ...others]: readonly [P, ...P[]]): P {
  const gives = (profile: P) => {
    const rule = ruleOf(clock, profile);
    return rule !== undefined && waysThatGive(asCounted(clock), rule, profile).length > 0;
  };
  return gives(first) ? first : (others.find(gives) ?? first);
}

/** Whether the day may still move: it was counted over a year of which no bank holidays are published yet, and not put off. */
export function isProvisionalDue(clock: CountedClock, profile: Area): boolean {
  const rule = ruleOf(clock, profile);
  return rule !== undefined && mayMove(clock, rule, waysThatGive(clock, rule, profile), profile);
}

/** The same, of a clock whose rule and the lengths that give its day are known. */
function mayMove(clock: CountedClock, rule: ClockRule, ways: readonly Way[], profile: Area): boolean {
  if (clock.extended) return false;
  if (!ways.some(({ length }) => rule.nonWorkingDay || length.unit === 'workingDays')) return false;
  const days = [clock.start, clock.due].map((at) => localDate(at, profile.timeZone));
  return days.some((day) => isProvisional(day, profile.nation));
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
export function whyDue(clock: CountedClock, profile: Area): string[] {
  const second = extensionWords(clock, profile.timeZone);
  return [...countedWhy(asCounted(clock), profile), ...(second ? [second] : [])];
}

function countedWhy(clock: CountedClock, profile: Area): string[] {
  const rule = ruleOf(clock, profile);
  const began = dayWords(localDate(clock.start, profile.timeZone));
  if (!rule) return [`It runs from ${began}, by a rule that the area’s rules of that day do not have.`];
  const ways = waysThatGive(clock, rule, profile);
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
    ...(mayMove(clock, rule, ways, profile)
      ? ['Provisional: bank holidays of that time are not published yet, and the day may still move.']
      : []),
    source,
  ];
}
