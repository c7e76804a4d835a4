import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { type IncidentCount, incidentReport, monthsBetween } from './report.js';
import { share } from './share.js';
import { suppressReport } from './suppress.js';

const count = (measure: string, n: number, more: Partial<IncidentCount> = {}): IncidentCount => ({
  ...{ measure, n, kind: null, month: null, force: null, code: null, on: null },
  ...more,
});
const outcome = (code: string | null, kind: 'crime' | 'non-crime', n: number, on = '2026-03-01') =>
  count('outcomes', n, { code, kind, force: code ? 'Testshire Police' : null, on: code ? on : null });
const days = { from: '2026-01-15', to: '2026-03-14', asAt: '2026-06-30' };

describe('a share', () => {
  it.each([
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [1, 8, '12.50'],
    [1, 800, '0.13'],
    [1, 1600, '0.06'],
    [3, 1600, '0.19'],
    [201, 40000, '0.50'],
    [5, 5, '100.00'],
    [0, 7, '0.00'],
  ])('%i of %i is %s per cent, half up', (n, of, percent) => {
    expect(share(n, of)).toEqual({ n, of, percent });
  });

  it('of nothing is no percentage', () => {
    expect(share(0, 0)).toEqual({ n: 0, of: 0, percent: null });
  });
});

describe('the incident report', () => {
  const counts = [
    count('incidents', 7, { kind: 'crime', month: '2026-01' }),
    count('incidents', 6, { kind: 'crime', month: '2026-03' }),
    count('incidents', 8, { kind: 'non-crime', month: '2026-01' }),
    outcome('1', 'crime', 5),
    outcome('22', 'crime', 1),
    outcome('UI', 'crime', 2),
    outcome('ZZ', 'crime', 1),
    outcome(null, 'crime', 4),
    outcome(null, 'non-crime', 8),
    count('victims', 9),
    count('victimsRepeat', 2),
    count('victimsUnknown', 3),
    count('offenderKnown', 6, { kind: 'crime' }),
  ];
  const report = incidentReport(counts, days, englandProfile);

  it('has every month of its days, also the one without an incident', () => {
    expect(report.months).toEqual([
      { label: '2026-01', crime: 7, nonCrime: 8, total: 15 },
      { label: '2026-02', crime: 0, nonCrime: 0, total: 0 },
      { label: '2026-03', crime: 6, nonCrime: 0, total: 6 },
    ]);
    expect(monthsBetween('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('has a line for each outcome, those that the area does not know before those without one', () => {
    expect(report.outcomes.map(({ code, total }) => [code, total])).toEqual([
      ['1', 5],
      ['22', 1],
      ['UI', 2],
      ['ZZ', 1],
      [null, 12],
    ]);
  });

  it('says each share of crimes, non-crimes and both, with what it is of', () => {
    expect(
      report.shares.map(({ label, crime, total }) => [
        label,
        crime.n,
        crime.of,
        crime.percent,
        total.percent,
      ]),
    ).toEqual([
      ['Outcome known', 6, 13, '46.15', '28.57'],
      ['Finished', 6, 13, '46.15', '28.57'],
      ['Positive outcome', 5, 13, '38.46', '23.81'],
      ['Offender known', 6, 13, '46.15', '28.57'],
    ]);
    expect(report.shares[2]?.definition).toBe(englandProfile.incidents.positive.words);
  });

  it('takes an outcome as known only where the area knows it and the investigation does not go on', () => {
    const shareOf = (code: string | null) =>
      incidentReport(
        [count('incidents', 1, { kind: 'crime', month: '2026-01' }), outcome(code, 'crime', 1)],
        days,
        englandProfile,
      ).shares[0]?.total.n;
    expect(['1', '21', 'UI', 'ZZ', null].map(shareOf)).toEqual([1, 1, 0, 0, 0]);
  });

  it('says how many people are in more than one incident', () => {
    expect(report.people[0]).toMatchObject({
      distinct: 9,
      unknown: 3,
      repeat: { n: 2, of: 9, percent: '22.22' },
    });
  });

  it('as it may leave the partnership has no number from 1 to 4, and no share of outcomes beside one', () => {
    const left = suppressReport(report);
    expect(left.shares.slice(0, 3).every(({ crime, total }) => crime.n === null && total.n === null)).toBe(
      true,
    );
    expect(left.people[0]).toMatchObject({ distinct: 9, unknown: null, repeat: { n: null, percent: null } });
    const numbers = JSON.stringify([left.months, left.outcomes, left.total, left.shares, left.people]).match(
      /:\d+/g,
    );
    expect(numbers?.filter((one) => /:[1-4]$/.test(one))).toEqual([]);
  });
});
