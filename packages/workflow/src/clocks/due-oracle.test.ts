import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import type { Nation } from '../profile/profile.js';
import { bankHolidays } from './bank-holidays.js';
import { compareDue, dueCases } from './due-oracle.js';

/** The bank holidays of date-holidays, which knows nothing of our data, without those that fall on a weekend. */
function theirHolidays(state: string, year: number): string[] {
  return new Holidays('GB', state)
    .getHolidays(year)
    .filter((day) => day.type === 'public' || day.type === 'bank')
    .map((day) => day.date.slice(0, 10))
    .filter((date) => new Date(date).getUTCDay() % 6 !== 0)
    .sort();
}

/** The whole of the promise. */
const count = 100_000;

const years = Array.from({ length: 12 }, (_, index) => 2019 + index);
const english = new Set([...years, 2018, 2031].flatMap((year) => theirHolidays('ENG', year)));

describe('due times against an independent reckoning', () => {
  it('agree on 100,000 generated clocks from 2019 to 2030', () => {
    expect(compareDue(count, 20_261_126, (date) => english.has(date))).toEqual([]);
  }, 300_000);

  it('are generated across both changes of the clocks and the leap day', () => {
    const starts = [...dueCases(5_000, 20_261_126)].map((due) => due.start.slice(5, 10));
    for (const day of ['03-29', '10-26', '02-29', '12-25']) expect(starts).toContain(day);
  });

  it('are told apart when a bank holiday is forgotten', () => {
    const forgetful = (date: string) => english.has(date) && !date.endsWith('12-25');
    expect(compareDue(5_000, 20_261_126, forgetful).length).toBeGreaterThan(0);
  });
});

describe('bank holidays', () => {
  it.each<[string, Nation, string, string[]]>([
    ['England and Wales', 'england-and-wales', 'ENG', []],
    ['Scotland', 'scotland', 'SCT', ['2026-06-15']],
    ['Northern Ireland', 'northern-ireland', 'NIR', []],
  ])(
    'of %s are those of date-holidays from 2019 to 2030, but for the World Cup day of 2026',
    (_name, nation, state, extra) => {
      const ours = years.flatMap((year) => bankHolidays(nation, year).map((day) => day.date));
      const theirs = years.flatMap((year) => theirHolidays(state, year));
      expect(ours).toEqual([...theirs, ...extra].sort());
    },
  );
});
