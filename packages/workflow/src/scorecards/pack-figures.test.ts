import { describe, expect, it } from 'vitest';
import { figuresInPapers, monthsForPapers } from './pack-figures.js';
import { findMeasure } from './registry.js';

describe('the figures in the papers of a sitting', () => {
  it.each([
    ['2026-11-23', '2026-08-01', '2026-10-31', '2026-05-01', '2026-07-31'],
    ['2028-03-01', '2027-12-01', '2028-02-29', '2027-09-01', '2027-11-30'],
    ['2027-03-31', '2026-12-01', '2027-02-28', '2026-09-01', '2026-11-30'],
  ])(
    'issued on %s are of the three whole months before it, and beside them the three before those',
    (day, ...days) => {
      const { from, to, compareFrom, compareTo } = monthsForPapers(day);
      expect([from, to, compareFrom, compareTo]).toEqual(days);
    },
  );

  it('are measures of the registry, each with its definition', () => {
    const counted = figuresInPapers.flatMap(({ scorecard, figures }) =>
      figures.map((id) => [id, findMeasure(scorecard, id)?.definition]),
    );
    expect(counted.filter(([, definition]) => !definition)).toEqual([]);
    expect(counted.length).toBeGreaterThan(10);
  });
});
