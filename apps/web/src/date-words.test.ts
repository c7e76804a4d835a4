import { describe, expect, it } from 'vitest';
import {
  birthWords,
  dateWords,
  dueWords,
  localDay,
  momentWords,
  plannedWords,
  timeWords,
} from './date-words.js';
import { typedDate, typedDay, typedMoment } from './form-values.js';

describe('a date', () => {
  it('reads in full, with how far off it is in the words that it is given', () => {
    expect(dateWords('2026-11-26', 'in 3 working days')).toBe(
      'Thursday 26 November 2026 (in 3 working days)',
    );
    expect(dateWords('2026-11-26')).toBe('Thursday 26 November 2026');
  });

  it('is the day and time it was in London, in summer and in winter', () => {
    expect(momentWords('2026-07-01T23:30:00Z')).toBe('Thursday 2 July 2026 at 00:30');
    expect(timeWords('2026-11-26T10:05:00Z')).toBe('10:05');
  });

  // The clocks went forward on 29 March 2026 and back on 25 October 2026, each at 01:00 UTC.
  it.each([
    ['2026-03-28T23:59:00Z', '2026-03-28', 'Saturday 28 March 2026 at 23:59'],
    ['2026-03-29T00:01:00Z', '2026-03-29', 'Sunday 29 March 2026 at 00:01'],
    ['2026-03-29T01:00:00Z', '2026-03-29', 'Sunday 29 March 2026 at 02:00'],
    ['2026-03-29T22:59:00Z', '2026-03-29', 'Sunday 29 March 2026 at 23:59'],
    ['2026-03-29T23:01:00Z', '2026-03-30', 'Monday 30 March 2026 at 00:01'],
    ['2026-10-24T22:59:00Z', '2026-10-24', 'Saturday 24 October 2026 at 23:59'],
    ['2026-10-24T23:01:00Z', '2026-10-25', 'Sunday 25 October 2026 at 00:01'],
    ['2026-10-25T00:30:00Z', '2026-10-25', 'Sunday 25 October 2026 at 01:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25', 'Sunday 25 October 2026 at 01:30'],
    ['2026-10-25T23:59:00Z', '2026-10-25', 'Sunday 25 October 2026 at 23:59'],
    ['2026-10-26T00:01:00Z', '2026-10-26', 'Monday 26 October 2026 at 00:01'],
  ])('%s is on %s here, on both sides of midnight and of a change of the clocks', (at, day, words) => {
    expect([localDay(at), momentWords(at)]).toEqual([day, words]);
  });
});

describe('a typed date', () => {
  const typed = (day: string, month: string, year: string, time = '') => ({
    'x-day': day,
    'x-month': month,
    'x-year': year,
    'x-time': time,
  });

  it('is passed on as a date, or as it was typed when it is none, or not at all when blank', () => {
    expect(typedDate(typed('5', ' 1 ', '2026'), 'x')).toBe('2026-01-05');
    expect(typedDate(typed('31', 'Feb', '2026'), 'x')).toBe('2026-Feb-31');
    expect(typedDate(typed('', ' ', ''), 'x')).toBeUndefined();
  });

  it('with a time is an instant at the offset that London has then', () => {
    expect(typedMoment(typed('1', '7', '2026', '9:05'), 'x')).toBe('2026-07-01T09:05:00+01:00');
    expect(typedMoment(typed('1', '12', '2026', '9.05'), 'x')).toBe('2026-12-01T09:05:00+00:00');
    expect(typedMoment(typed('29', '3', '2026', '02:30'), 'x')).toBe('2026-03-29T02:30:00+01:00');
    expect(typedMoment(typed('1', '12', '2026', 'noon'), 'x')).toContain('noon');
    expect(typedMoment(typed('', '', '', ''), 'x')).toBeUndefined();
  });

  it('of what was done is the instant at which the day begins in London; today and blank are now', () => {
    const now = new Date('2026-07-01T22:30:00Z');
    const day = (...parts: [string, string, string]) => typedDay(typed(...parts), 'x', now);
    expect(day('1', '5', '2014')).toBe('2014-05-01T00:00:00+01:00');
    expect(day('30', '6', '2026')).toBe('2026-06-30T00:00:00+01:00');
    expect(day('29', '3', '2026')).toBe('2026-03-29T00:00:00+00:00');
    expect([day('1', '7', '2026'), day('', '', '')]).toEqual([undefined, undefined]);
    expect([day('29', '2', '2026'), day('1', '13', '2026')]).toEqual(['2026-02-29', '2026-13-01']);
  });
});

describe('a day that something is due', () => {
  it('says how far off it is in working days of England', () => {
    const monday = new Date('2026-11-23T09:00:00Z');
    expect(dueWords('2026-11-26', monday)).toBe('Thursday 26 November 2026 (in 3 working days)');
    expect(plannedWords('2026-12-29T14:00:00Z', new Date('2026-12-24T09:00:00Z'))).toBe(
      'Tuesday 29 December 2026 at 14:00 (in 1 working day)',
    );
  });

  it('a date of birth needs no weekday', () => {
    expect(birthWords('2011-05-04')).toBe('4 May 2011');
  });
});
