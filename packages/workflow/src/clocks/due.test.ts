import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { dateOf, epochDay } from './calendar.js';
import { type DueOptions, dueAt, ruleDueAt } from './due.js';
import { endOfLocalDay, localDate } from './time-zone.js';
import { subtractWorkingDays, workingDaysBetween } from './working-days.js';

const england: DueOptions = { timeZone: 'Europe/London', nation: 'england-and-wales' };
const instants = fc
  .date({ min: new Date('2019-01-10'), max: new Date('2030-09-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('a due time in England', () => {
  it.each<[string, number, Parameters<typeof dueAt>[1], string, Partial<DueOptions>, string]>([
    [
      'one working day from a Wednesday is the end of Thursday',
      1,
      'workingDays',
      '2026-11-25T10:00:00Z',
      {},
      '2026-11-26T23:59:59.999Z',
    ],
    [
      'one working day from a Friday evening is the end of Monday',
      1,
      'workingDays',
      '2026-11-20T19:30:00Z',
      {},
      '2026-11-23T23:59:59.999Z',
    ],
    [
      'one working day from a Saturday is the end of Monday',
      1,
      'workingDays',
      '2026-11-21T09:00:00Z',
      {},
      '2026-11-23T23:59:59.999Z',
    ],
    [
      'one working day from Christmas Eve 2026 passes the holidays and the substitute day',
      1,
      'workingDays',
      '2026-12-24T09:00:00Z',
      {},
      '2026-12-29T23:59:59.999Z',
    ],
    [
      'one working day from the eve of the Jubilee days of 2022 is the Monday after',
      1,
      'workingDays',
      '2022-06-01T09:00:00Z',
      {},
      '2022-06-06T22:59:59.999Z',
    ],
    [
      'a summer evening belongs to the local day: 23:30 UTC is already tomorrow',
      1,
      'workingDays',
      '2026-07-06T23:30:00Z',
      {},
      '2026-07-08T22:59:59.999Z',
    ],
    [
      'a due day on which summer time begins ends at 22:59 UTC',
      1,
      'calendarDays',
      '2026-03-28T12:00:00Z',
      {},
      '2026-03-29T22:59:59.999Z',
    ],
    [
      'a due day on which summer time ends, ends at 23:59 UTC',
      1,
      'calendarDays',
      '2026-10-24T12:00:00Z',
      {},
      '2026-10-25T23:59:59.999Z',
    ],
    [
      '24 hours are 24 hours across the change of the clocks',
      24,
      'hours',
      '2026-03-28T12:00:00Z',
      {},
      '2026-03-29T12:00:00.000Z',
    ],
    [
      '24 hours run through the weekend and keep the milliseconds',
      24,
      'hours',
      '2026-11-21T09:15:30.125Z',
      {},
      '2026-11-22T09:15:30.125Z',
    ],
    [
      'nothing to count is the end of the same day, even on a Sunday',
      0,
      'workingDays',
      '2026-11-22T09:00:00Z',
      {},
      '2026-11-22T23:59:59.999Z',
    ],
    ['three months keep the day', 3, 'months', '2026-08-14T09:00:00Z', {}, '2026-11-14T23:59:59.999Z'],
    [
      'three months from 30 November take the last of February',
      3,
      'months',
      '2026-11-30T09:00:00Z',
      {},
      '2027-02-28T23:59:59.999Z',
    ],
    [
      'a month from 31 January of a leap year is 29 February',
      1,
      'months',
      '2028-01-31T09:00:00Z',
      {},
      '2028-02-29T23:59:59.999Z',
    ],
    [
      'four weeks fall on the same weekday',
      4,
      'weeks',
      '2026-11-26T09:00:00Z',
      {},
      '2026-12-24T23:59:59.999Z',
    ],
    [
      'a review on a Saturday falls to the Friday before',
      3,
      'months',
      '2026-08-14T09:00:00Z',
      { nonWorkingDay: 'workingDayBefore' },
      '2026-11-13T23:59:59.999Z',
    ],
    [
      'a review on Boxing Day 2028 falls to the Friday before Christmas',
      4,
      'weeks',
      '2028-11-28T09:00:00Z',
      { nonWorkingDay: 'workingDayBefore' },
      '2028-12-22T23:59:59.999Z',
    ],
    [
      'papers five working days before a Thursday sitting are due a week earlier',
      5,
      'workingDays',
      '2026-11-26T10:00:00Z',
      { direction: 'before' },
      '2026-11-19T23:59:59.999Z',
    ],
    [
      'a warning 28 days before an order lapses',
      28,
      'calendarDays',
      '2026-11-26T10:00:00Z',
      { direction: 'before' },
      '2026-10-29T23:59:59.999Z',
    ],
    [
      'Scotland works on Easter Monday',
      1,
      'workingDays',
      '2026-04-02T10:00:00Z',
      { nation: 'scotland' },
      '2026-04-06T22:59:59.999Z',
    ],
    ['England does not', 1, 'workingDays', '2026-04-02T10:00:00Z', {}, '2026-04-07T22:59:59.999Z'],
  ])('%s', (_title, amount, unit, start, options, due) => {
    expect(dueAt(amount, unit, start, { ...england, ...options })).toBe(due);
  });

  it.each([['2026-11-26'], ['2026-11-26T10:00:00'], ['2026-02-30T10:00:00Z'], ['yesterday'], ['']])(
    'is not reckoned from %o, which is no instant',
    (start) => {
      expect(() => dueAt(1, 'workingDays', start, england)).toThrow(RangeError);
    },
  );

  it.each([[-1], [0.5], [Number.NaN]])('is not reckoned for %d days', (amount) => {
    expect(() => dueAt(amount, 'workingDays', '2026-11-26T10:00:00Z', england)).toThrow(RangeError);
  });

  it('of a rule follows the grade, and is none where the rule starts no clock', () => {
    const start = '2026-11-26T10:00:00.000Z';
    const { reassessment, papers } = englandProfile.clocks;
    expect(ruleDueAt(reassessment, start, englandProfile, { grade: 'high' })).toBe(
      '2026-12-24T23:59:59.999Z',
    );
    expect(ruleDueAt(reassessment, start, englandProfile, { grade: 'none' })).toBeNull();
    expect(ruleDueAt(papers, start, englandProfile)).toBe('2026-11-19T23:59:59.999Z');
    const raised = ruleDueAt(englandProfile.clocks['first-assessment'], start, englandProfile, {
      raised: true,
    });
    expect(raised).toBe('2026-12-03T23:59:59.999Z');
  });
});

describe('for every start and length', () => {
  it('a longer clock is never due before a shorter one, and none before it starts', () => {
    fc.assert(
      fc.property(
        instants,
        fc.nat(90),
        fc.constantFrom('hours', 'calendarDays', 'workingDays', 'months'),
        (start, amount, unit) => {
          const due = dueAt(amount, unit, start, england);
          expect(due >= start).toBe(true);
          expect(dueAt(amount + 1, unit, start, england) > due).toBe(true);
        },
      ),
    );
  });

  it('a due time is the last millisecond of the local day', () => {
    fc.assert(
      fc.property(instants, fc.nat(90), (start, amount) => {
        const due = Date.parse(dueAt(amount, 'workingDays', start, england));
        const day = (ms: number) => localDate(new Date(ms).toISOString(), 'Europe/London');
        expect(day(due + 1) > day(due)).toBe(true);
      }),
    );
  });

  it('counting back undoes counting on from a working day', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const due = localDate(dueAt(amount, 'workingDays', start, england), 'Europe/London');
        const today = localDate(start, 'Europe/London');
        expect(workingDaysBetween(today, due, 'england-and-wales')).toBe(amount);
        expect(workingDaysBetween(due, today, 'england-and-wales')).toBe(-amount);
        expect(subtractWorkingDays(due, amount, 'england-and-wales') <= today).toBe(true);
      }),
    );
  });

  it('the end of a day in other zones is that of Temporal, where midnight is skipped or told twice as well', () => {
    const zones = [
      'Europe/London',
      'America/Havana',
      'Asia/Beirut',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: epochDay('2012-01-01'), max: epochDay('2030-01-01') }),
        fc.constantFrom(...zones),
        (day, zone) => {
          const next = Temporal.PlainDate.from(dateOf(day + 1)).toZonedDateTime(zone);
          expect(endOfLocalDay(day, zone)).toBe(next.epochMilliseconds - 1);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('speed', () => {
  it('a due time takes less than 60 microseconds once warm', () => {
    const run = (times: number) => {
      const begun = performance.now();
      for (let index = 0; index < times; index += 1)
        dueAt(45, 'workingDays', '2026-11-26T10:00:00.000Z', england);
      return ((performance.now() - begun) * 1000) / times;
    };
    run(2_000);
    // Of many short runs the quickest: what else the machine does stands in the others.
    const micros = Math.min(...Array.from({ length: 40 }, () => run(150)));
    console.log(`due time of 45 working days: ${micros.toFixed(1)} µs`);
    expect(micros).toBeLessThan(60);
  });
});
