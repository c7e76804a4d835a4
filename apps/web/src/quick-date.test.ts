import { describe, expect, it } from 'vitest';
import { quickDate } from './quick-date.js';

const today = '2026-11-26';

describe('a date typed in one field', () => {
  it.each([
    ['26 11 2026', '2026-11-26'],
    ['3/12/26', '2026-12-03'],
    ['3.12.2026', '2026-12-03'],
    ['3 December 2026', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
  ])('is taken as it is written: %s', (typed, day) => {
    expect(quickDate(typed, today)).toBe(day);
  });

  it('without a year is the next one to come', () => {
    expect(quickDate('3 dec', today)).toBe('2026-12-03');
    expect(quickDate('26/11', today)).toBe('2026-11-26');
    expect(quickDate('25/11', today)).toBe('2027-11-25');
  });

  it('may be said as days, weeks or months from today; a month ends on its last day', () => {
    expect(quickDate('10d', today)).toBe('2026-12-06');
    expect(quickDate('4w', today)).toBe('2026-12-24');
    expect(quickDate('4 weeks', today)).toBe('2026-12-24');
    expect(quickDate('1m', '2027-01-31')).toBe('2027-02-28');
  });

  it.each(['31 2 2027', 'soon', '', '99w9', '3 xyz', '45/13'])(
    'is refused when there is none: %s',
    (typed) => {
      expect(quickDate(typed, today)).toBeNull();
    },
  );
});
