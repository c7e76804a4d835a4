import { describe, expect, it } from 'vitest';
import { monthOf, monthsOn, weeksOf } from './month-days.js';

describe('a month on the wall', () => {
  it('begins each week on Monday and shows every day once', () => {
    const weeks = weeksOf('2026-11-01');
    expect(weeks.map(([monday]) => monday?.date)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    const own = weeks.flat().filter(({ inMonth }) => inMonth);
    expect(own.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('has four weeks where February begins on a Monday', () => {
    expect(weeksOf('2027-02-01')).toHaveLength(4);
  });

  it('is the one that is asked for, else the one of today', () => {
    expect(monthOf('2027-02', '2026-11-23')).toBe('2027-02-01');
    expect(monthOf('2027-13', '2026-11-23')).toBe('2026-11-01');
    expect(monthOf(undefined, '2026-11-23')).toBe('2026-11-01');
    expect([monthsOn('2026-12-01', 1), monthsOn('2027-01-01', -1)]).toEqual(['2027-01-01', '2026-12-01']);
  });
});
