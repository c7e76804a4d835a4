import { describe, expect, it } from 'vitest';
import { type SeriesRule, seriesDates } from './series.js';

const england = { timeZone: 'Europe/London', nation: 'england-and-wales' } as const;
const rule = (over: Partial<SeriesRule> = {}): SeriesRule => ({
  every: 'month',
  nth: 'first',
  weekday: 'thursday',
  startTime: '10:00',
  minutes: 120,
  ...over,
});
const days = (
  over: Partial<SeriesRule>,
  from: string,
  until: string,
  area: Parameters<typeof seriesDates>[2] = england,
) => seriesDates(rule(over), { from, until }, area).map(({ date }) => date);
const wall = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );

describe('the sittings that a rule gives', () => {
  it('the first Thursday of each month, from the first day on, with the last day counted', () => {
    expect(days({}, '2027-01-08', '2027-06-03')).toEqual([
      '2027-02-04',
      '2027-03-04',
      '2027-04-01',
      '2027-05-06',
      '2027-06-03',
    ]);
  });

  it.each([
    ['the last Friday', { nth: 'last', weekday: 'friday' }, ['2027-01-29', '2027-02-26']],
    ['the third Tuesday', { nth: 'third', weekday: 'tuesday' }, ['2027-01-19', '2027-02-16']],
    [
      'every two weeks on a Wednesday',
      { every: 'weeks', weeks: 2, weekday: 'wednesday' },
      ['2027-01-06', '2027-01-20', '2027-02-03', '2027-02-17'],
    ],
    [
      'each quarter, counted from the month of the first day',
      { every: 'quarter', nth: 'second' },
      ['2027-01-14'],
    ],
  ] as [string, Partial<SeriesRule>, string[]][])('%s', (_, over, expected) => {
    expect(days(over, '2027-01-04', '2027-02-28')).toEqual(expected);
  });

  it('a quarter is three months', () => {
    expect(days({ every: 'quarter' }, '2027-02-01', '2028-01-31')).toEqual([
      '2027-02-04',
      '2027-05-06',
      '2027-08-05',
      '2027-11-04',
    ]);
  });

  it('on a bank holiday it sits the next working day, and says why', () => {
    const [april] = seriesDates(
      rule({ nth: 'last', weekday: 'friday' }),
      { from: '2027-03-01', until: '2027-03-31' },
      england,
    );
    // Good Friday 2027, and Easter Monday after it.
    expect(april).toMatchObject({ ruleDate: '2027-03-26', date: '2027-03-30', holiday: 'Good Friday' });
    expect(days({ nth: 'first', weekday: 'monday' }, '2027-05-01', '2027-05-31')).toEqual(['2027-05-04']);
  });

  it('goes by the bank holidays of its own nation', () => {
    const monday = { nth: 'first', weekday: 'monday' } as const;
    const scotland = { timeZone: 'Europe/London', nation: 'scotland' } as const;
    expect(days(monday, '2027-08-01', '2027-08-31')).toEqual(['2027-08-02']);
    expect(days(monday, '2027-08-01', '2027-08-31', scotland)).toEqual(['2027-08-03']);
  });

  it('stays at ten on the wall over both changes of the clocks', () => {
    const year = seriesDates(rule(), { from: '2027-01-01', until: '2027-12-31' }, england);
    expect(year).toHaveLength(12);
    expect(new Set(year.map(({ startsAt }) => wall(startsAt)))).toEqual(new Set(['10:00']));
    expect(new Set(year.map(({ endsAt }) => wall(endsAt)))).toEqual(new Set(['12:00']));
    expect(new Set(year.map(({ startsAt }) => startsAt.slice(11, 16)))).toEqual(new Set(['10:00', '09:00']));
  });
});
