import { describe, expect, it } from 'vitest';
import { type MissingCount, missingReport } from './report.js';

const days = { from: '2026-07-01', to: '2026-09-30', asAt: '2026-10-05' };
const count = (measure: string, n: number, part: string | null = null): MissingCount => ({
  measure,
  part,
  n,
});
const counts = [
  count('episodes', 5, 'missing'),
  count('episodes', 1, 'away'),
  count('children', 3),
  count('childrenRepeat', 1),
  count('firstTime', 3),
  count('firstTimeNotAgain', 2),
  count('ended', 6),
  count('offered', 4),
  count('outcome', 2, 'completed-in-time'),
  count('outcome', 1, 'completed-late'),
  count('outcome', 1, 'missing-again'),
  count('outcome', 2, 'not-recorded'),
];

describe('the report of missing episodes', () => {
  const report = missingReport(counts, days);
  const shareOf = (label: string) => report.shares.find((one) => one.label === label);

  it('says of every share what it is of, to two places, half up', () => {
    expect(shareOf('Not missing again')).toMatchObject({ n: 2, of: 3, percent: '66.67' });
    expect(shareOf('Held within 72 hours')).toMatchObject({ n: 2, of: 6, percent: '33.33' });
    expect(shareOf('Interview held')).toMatchObject({ n: 3, of: 6, percent: '50.00' });
  });

  it('counts every absence that ended under one outcome of the interview', () => {
    const lines = report.groups.find(({ label }) => label === 'Return home interview')?.lines ?? [];
    expect(lines.reduce((sum, { n }) => sum + n, 0)).toBe(6);
  });

  it('has no percentage where there is nothing to divide by', () => {
    expect(missingReport([], days).shares.map(({ percent }) => percent)).toEqual(Array(6).fill(null));
  });
});
