import { describe, expect, it } from 'vitest';
import { ageOn, birthdayAt } from './age.js';
import { addWorkingDays, isWorkingDay, subtractWorkingDays, workingDaysBetween } from './working-days.js';

const london = 'Europe/London';

describe('the age of a child', () => {
  it.each([
    ['the day before the birthday', '2008-11-26', '2026-11-25', 17],
    ['on the birthday', '2008-11-26', '2026-11-26', 18],
    ['late on the eve by London time, still the day before', '2008-07-07', '2026-07-06T22:59:59Z', 17],
    [
      'as the birthday begins by London time, before midnight in UTC',
      '2008-07-07',
      '2026-07-06T23:00:00Z',
      18,
    ],
    ['born on 29 February, on 28 February of another year', '2008-02-29', '2026-02-28', 17],
    ['born on 29 February, on 1 March of another year', '2008-02-29', '2026-03-01', 18],
    ['born on 29 February, on 29 February', '2008-02-29', '2024-02-29', 16],
    ['under 13 on the eve of the 13th birthday', '2013-11-26', '2026-11-25', 12],
    ['not yet born', '2027-01-10', '2026-11-26', -1],
  ])('%s', (_title, birth, on, years) => {
    expect(ageOn(birth, on, london)).toBe(years);
  });

  it.each([['2008-02-30'], ['26/11/2008'], ['']])('is not reckoned from %o, which is no date', (birth) => {
    expect(() => ageOn(birth, '2026-11-26', london)).toThrow(RangeError);
  });
});

describe('the day an age is reached', () => {
  it.each([
    ['18', '2008-11-26', 18, 0, '2026-11-26'],
    ['18, born on 29 February', '2008-02-29', 18, 0, '2026-03-01'],
    ['16, born on 29 February, in a leap year', '2008-02-29', 16, 0, '2024-02-29'],
    ['16 years and 9 months', '2008-11-26', 16, 9, '2025-08-26'],
    ['17 years and 6 months, where the month is shorter', '2008-08-31', 17, 6, '2026-02-28'],
    ['17 years and 11 months', '2008-11-26', 17, 11, '2026-10-26'],
  ])('of %s', (_title, birth, years, months, date) => {
    expect(birthdayAt(birth, years, months)).toBe(date);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-26', true],
    ['2026-11-28', false],
    ['2026-12-25', false],
    ['2026-12-28', false],
    ['2026-12-29', true],
    ['2020-05-04', true],
    ['2020-05-08', false],
  ])('%s is a working day in England: %s', (date, works) => {
    expect(isWorkingDay(date, 'england-and-wales')).toBe(works);
  });

  it('are counted on from the next day, and back without the day itself', () => {
    expect(addWorkingDays('2026-11-26', 15, 'england-and-wales')).toBe('2026-12-17');
    expect(addWorkingDays('2026-11-26', 45, 'england-and-wales')).toBe('2027-02-02');
    expect(subtractWorkingDays('2026-11-26', 5, 'england-and-wales')).toBe('2026-11-19');
  });

  it.each([
    ['2026-11-23', '2026-11-26', 3],
    ['2026-11-21', '2026-11-23', 1],
    ['2026-11-26', '2026-11-26', 0],
    ['2026-11-26', '2026-11-23', -3],
    ['2026-12-24', '2026-12-28', 0],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(workingDaysBetween(from, to, 'england-and-wales')).toBe(days);
  });
});
