import { describe, expect, it } from 'vitest';
import type { Nation } from '../profile/profile.js';
import { bankHolidays, isProvisional } from './bank-holidays.js';
import { dateOf } from './calendar.js';
import { easterSunday, standingHolidays } from './standing-holidays.js';

const dates = (days: { date: string }[]): string[] => days.map((day) => day.date);
const years = Array.from({ length: 10 }, (_, index) => 2019 + index);

describe('the standing rules', () => {
  it.each<[Nation, string[], string[]]>([
    [
      'england-and-wales',
      ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'],
      ['2020-05-04', '2022-05-30'],
    ],
    [
      'northern-ireland',
      ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'],
      ['2020-05-04', '2022-05-30'],
    ],
    [
      'scotland',
      ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08', '2026-06-15'],
      ['2020-05-04', '2022-05-30'],
    ],
  ])(
    'give the published bank holidays of %s but for the moved and extra days',
    (nation, extra, movedFrom) => {
      const published = years.flatMap((year) => dates(bankHolidays(nation, year)));
      const byRule = years.flatMap((year) => dates(standingHolidays(nation, year)));
      expect(published.filter((date) => !byRule.includes(date))).toEqual(extra);
      expect(byRule.filter((date) => !published.includes(date))).toEqual(movedFrom);
    },
  );

  it.each([
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('know Easter Sunday of %i', (year, date) => {
    expect(dateOf(easterSunday(year))).toBe(date);
  });

  it('move New Year’s Day and Christmas of a weekend to the next free weekdays', () => {
    expect(dates(standingHolidays('england-and-wales', 2033))).toEqual(
      expect.arrayContaining(['2033-01-03', '2033-12-26', '2033-12-27']),
    );
    expect(dates(standingHolidays('scotland', 2033)).slice(0, 2)).toEqual(['2033-01-03', '2033-01-04']);
  });
});

describe('a year beyond what GOV.UK has published', () => {
  it('is provisional, and a published year is not', () => {
    expect(isProvisional('2028-12-31', 'england-and-wales')).toBe(false);
    expect(isProvisional('2029-01-01', 'england-and-wales')).toBe(true);
    expect(bankHolidays('england-and-wales', 2030).every((day) => day.provisional)).toBe(true);
    expect(bankHolidays('england-and-wales', 2026).some((day) => day.provisional)).toBe(false);
  });
});
