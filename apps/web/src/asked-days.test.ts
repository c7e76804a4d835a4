import { describe, expect, it } from 'vitest';
import { accountYearOf, quarterOf, withDays, wrongDays } from './asked-days.js';
import { enterDate } from './error-words.js';

const typed = (name: string, day: string, month: string, year: string) => ({
  ...{ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year },
});

describe('the days of an address', () => {
  it('are the same whether a form or a link asks for them', () => {
    const form = { team: 'north', ...typed('from', '1', '4', '2026'), ...typed('to', '30', '06', '2026') };
    expect(withDays(form)).toEqual({ team: 'north', from: '2026-04-01', to: '2026-06-30' });
    expect(withDays({ from: '2026-04-01' })).toEqual({ from: '2026-04-01' });
  });

  it('are none where their boxes were left empty', () => {
    const empty = { from: '2026-04-01', ...typed('to', '', ' ', '') };
    expect(withDays(empty)).toEqual({ from: '2026-04-01' });
    expect(wrongDays(empty)).toEqual([]);
  });

  it('are left out where they are none of the calendar, and it is said which', () => {
    const wrong = { ...typed('from', '31', '2', '2026'), ...typed('until', 'x', '', '') };
    expect(withDays(wrong)).toEqual({});
    expect(wrongDays(wrong, { until: enterDate('the end') })).toEqual([
      { field: 'from', anchor: 'from-day', text: 'The first day must be a real date, like 26 11 2026' },
      { field: 'until', anchor: 'until-day', text: 'The end must be a real date, like 26 11 2026' },
    ]);
  });

  it('are told of a link too, where the page names its day', () => {
    const fields = { day: enterDate('the day') };
    expect(wrongDays({ day: 'yesterday' }, fields)).toEqual([
      { field: 'day', anchor: 'day-day', text: 'The day must be a real date, like 26 11 2026' },
    ]);
    expect(wrongDays({ day: '2026-11-26' }, fields)).toEqual([]);
    expect(wrongDays({ from: '2026-04' })).toEqual([]);
    const other = { child: { label: 'who the child is', ask: 'Enter', part: 'firstName' } } as const;
    expect(wrongDays({ child: 'an id in an address' }, other)).toEqual([]);
  });

  it.each([
    ['2026-11-26', 0, '2026-10-01', '2026-12-31'],
    ['2026-02-03', 1, '2025-10-01', '2025-12-31'],
    ['2028-03-31', 0, '2028-01-01', '2028-03-31'],
    ['2026-05-09', 4, '2025-04-01', '2025-06-30'],
  ])('of the quarter of %s, %i before, are %s to %s', (day, back, from, to) => {
    expect(quarterOf(day, back)).toEqual({ from, to });
  });

  it.each([
    ['2026-03-31', '2025-04-01', '2026-03-31'],
    ['2026-04-01', '2026-04-01', '2027-03-31'],
  ])('of the year of account of %s are %s to %s', (day, from, to) => {
    expect(accountYearOf(day)).toEqual({ from, to });
  });
});
