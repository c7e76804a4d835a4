import { describe, expect, it } from 'vitest';
import type { HolidayRefresh, PublishedHolidays } from './published-holidays.js';
import { publishedHolidays, refreshHolidays } from './published-holidays.js';
import { standingHolidays } from './standing-holidays.js';

/** As GOV.UK publishes it, with the changes of a test. */
function publication(change: (all: PublishedHolidays) => void = () => undefined): unknown {
  const all = structuredClone(publishedHolidays);
  change(all);
  return Object.fromEntries(
    Object.entries(all).map(([nation, days]) => [
      nation,
      {
        division: nation,
        events: Object.entries(days).map(([date, title]) => ({ date, title, notes: '', bunting: true })),
      },
    ]),
  );
}
const refreshed = (published: unknown) => refreshHolidays(published) as HolidayRefresh;
const faults = (published: unknown) => (refreshHolidays(published) as { faults: string[] }).faults;

describe('a newer publication of bank holidays', () => {
  it('that says what is known changes nothing', () => {
    expect(refreshed(publication())).toEqual({ holidays: publishedHolidays, changes: [] });
  });

  it('adds a day that was proclaimed, and takes one back that was moved', () => {
    const { holidays, changes } = refreshed(
      publication((all) => {
        delete all['england-and-wales']['2027-05-03'];
        all['england-and-wales']['2027-05-07'] = 'Early May bank holiday (made up)';
      }),
    );
    expect(changes).toEqual([
      '- england-and-wales 2027-05-03 Early May bank holiday',
      '+ england-and-wales 2027-05-07 Early May bank holiday (made up)',
    ]);
    expect(Object.keys(holidays['england-and-wales'])).toContain('2027-05-07');
  });

  it('takes a new year once it is whole, and keeps the years that are no longer published', () => {
    const year = standingHolidays('scotland', 2029).map(({ date, title }) => [date, title] as const);
    const begun = refreshed(
      publication((all) => Object.assign(all.scotland, Object.fromEntries(year.slice(0, 3)))),
    );
    expect(begun.changes).toEqual(['scotland 2029: not published whole yet, left as it was']);
    expect(begun.holidays).toEqual(publishedHolidays);
    const whole = refreshed(
      publication((all) => {
        all.scotland = {
          ...Object.fromEntries(Object.entries(all.scotland).filter(([date]) => date > '2024')),
          ...Object.fromEntries(year),
        };
      }),
    );
    expect(whole.changes).toHaveLength(year.length);
    expect(Object.keys(whole.holidays.scotland)).toEqual(
      expect.arrayContaining(['2019-01-01', '2029-12-25']),
    );
  });

  it('that is something else is refused with every fault and its place', () => {
    expect(faults('<html>')).toHaveLength(3);
    expect(
      faults(
        publication((all) => {
          all.scotland['2027-02-30'] = 'No day';
          all.scotland['2027-01-02'] = 'A Saturday';
          all['northern-ireland']['2027-01-05'] = ' ';
        }),
      ),
    ).toEqual([
      expect.stringMatching(/^\/scotland\/events\/\d+ has the date 2027-02-30, which is none/),
      expect.stringMatching(/^\/scotland\/events\/\d+ is on a weekend \(2027-01-02\)/),
      expect.stringMatching(/^\/northern-ireland\/events\/\d+ \(2027-01-05\) has no title/),
    ]);
  });
});
