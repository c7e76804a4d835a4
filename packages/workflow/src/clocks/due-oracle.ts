import { Temporal } from 'temporal-polyfill';
import { type ClockUnit, clockUnits } from '../profile/clock-rule.js';
import { type DueOptions, dueAt } from './due.js';

/** One generated clock, and when it is due by either reckoning. */
export interface DueCase {
  amount: number;
  unit: ClockUnit;
  start: string;
  options: DueOptions;
}

/** A generated clock on which the two reckonings differ. */
export interface DueDifference extends DueCase {
  ours: string;
  theirs: string;
}

/** Reckons a due time a second way, a day at a time with Temporal and holidays from elsewhere: slow, and only to test `dueAt`. */
export function reckonDue(due: DueCase, isHoliday: (date: string) => boolean): string {
  const { amount, unit, start, options } = due;
  const sign = options.direction === 'before' ? -1 : 1;
  const from = Temporal.Instant.from(start);
  if (unit === 'hours') return from.add({ hours: sign * amount }).toString({ fractionalSecondDigits: 3 });
  const isOff = (date: Temporal.PlainDate): boolean => date.dayOfWeek > 5 || isHoliday(date.toString());
  let date = from.toZonedDateTimeISO(options.timeZone).toPlainDate();
  if (unit === 'workingDays') {
    for (let counted = 0; counted < amount; ) {
      date = date.add({ days: sign });
      if (!isOff(date)) counted += 1;
    }
  } else {
    date = date.add({ [unit === 'calendarDays' ? 'days' : unit]: sign * amount });
  }
  if (options.nonWorkingDay) while (isOff(date)) date = date.subtract({ days: 1 });
  const nextDay = date.add({ days: 1 }).toZonedDateTime(options.timeZone);
  return nextDay.toInstant().subtract({ milliseconds: 1 }).toString({ fractionalSecondDigits: 3 });
}

/** A seeded sequence of whole numbers below a bound (mulberry32): the same seed gives the same cases for ever. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const hour = 3_600_000;
const starting = Date.UTC(2019, 0, 10);
const span = Date.UTC(2030, 9, 1) - starting;

/** Days around which one case in four starts: both changes of the clocks, the leap day, Christmas, New Year, Easter. */
const hardDays = [
  '03-25',
  '03-31',
  '10-25',
  '10-31',
  '02-28',
  '02-29',
  '12-24',
  '12-31',
  '04-03',
  '05-07',
  '08-30',
];

/** Makes the generated clocks of a seed, starting from 10 January 2019 to September 2030 in London. */
export function* dueCases(count: number, seed: number): Generator<DueCase> {
  const next = sequence(seed);
  for (let made = 0; made < count; made += 1) {
    const anywhere = starting + next(span / 1000) * 1000;
    const year = 2020 + next(10);
    const hard = Date.parse(`${year}-${hardDays[next(hardDays.length)]}T00:00:00Z`) + next(72) * hour;
    const unit = clockUnits[next(clockUnits.length)] ?? 'hours';
    yield {
      amount: next(unit === 'months' ? 7 : unit === 'weeks' ? 14 : 61),
      unit,
      start: new Date(next(4) === 0 ? hard : anywhere).toISOString(),
      options: {
        timeZone: 'Europe/London',
        nation: 'england-and-wales',
        ...(next(4) === 0 && { direction: 'before' as const }),
        ...(next(4) === 0 && { nonWorkingDay: 'workingDayBefore' as const }),
      },
    };
  }
}

/** Compares `dueAt` with the second reckoning over generated clocks; gives every difference. */
export function compareDue(
  count: number,
  seed: number,
  isHoliday: (date: string) => boolean,
): DueDifference[] {
  const differences: DueDifference[] = [];
  for (const due of dueCases(count, seed)) {
    const ours = dueAt(due.amount, due.unit, due.start, due.options);
    const theirs = reckonDue(due, isHoliday);
    if (ours !== theirs) differences.push({ ...due, ours, theirs });
  }
  return differences;
}
