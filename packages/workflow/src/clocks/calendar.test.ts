import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilOf,
  dateOf,
  daysInMonth,
  epochDay,
  epochDayOf,
  findCivil,
  weekday,
} from './calendar.js';

describe('the calendar', () => {
  it('knows every day from 1890 to 2110 as the platform does', () => {
    for (let day = epochDay('1890-01-01'); day < epochDay('2110-01-01'); day += 1) {
      const civil = civilOf(day);
      if (epochDayOf(civil) !== day || epochDay(dateOf(day)) !== day)
        throw new Error(`day ${day} is not kept`);
      if (weekday(day) !== new Date(day * 86_400_000).getUTCDay()) throw new Error(`weekday of ${day}`);
    }
    expect(civilOf(epochDay('2024-02-29'))).toEqual({ year: 2024, month: 2, day: 29 });
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 13, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(dateOf(addMonths(epochDay(from), months))).toBe(to);
  });

  it('gives February 29 days in leap years only', () => {
    expect([2023, 2024, 2100, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });

  it.each([
    ['2026-02-29'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-01-00'],
    ['0020-01-01'],
    ['2026-1-1'],
    ['2026-01-01T00:00'],
  ])('does not read %s as a date', (text) => {
    expect(findCivil(text)).toBeNull();
    expect(() => epochDay(text)).toThrow(RangeError);
  });
});
