import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kappa, kappaOf, percentAgreement, type Weighting, weightings } from './kappa.js';

const measured = (table: number[][], weighting: Weighting) => kappaOf(table, weighting) as Kappa;
const counted = fc
  .integer({ min: 2, max: 5 })
  .chain((k) =>
    fc.array(fc.array(fc.nat(20), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }),
  );

/**
 * Tables with kappa, its standard error and 95 per cent interval, and the standard error under chance: as somebody else
 * prints them, or worked by hand with the formulas of Fleiss, Cohen and Everitt, apart from this code.
 */
const worked: {
  source: string;
  table: number[][];
  weighting: Weighting;
  says: Partial<Record<'kappa' | 'se' | 'low' | 'high' | 'se0', string>>;
}[] = [
  {
    source: 'Worked by hand: two raters, 100 diagnoses of three kinds',
    table: [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ],
    weighting: 'none',
    says: { kappa: '0.6765', se: '0.0877', low: '0.5046', high: '0.8484', se0: '0.076' },
  },
  {
    source: 'The same, with linear weights',
    table: [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ],
    weighting: 'linear',
    says: { kappa: '0.7222', se: '0.0843', low: '0.5570', high: '0.8874' },
  },
  {
    source: 'Worked by hand: two pathologists, 118 slides in four grades',
    table: [
      [22, 2, 2, 0],
      [5, 7, 14, 0],
      [0, 2, 36, 0],
      [0, 1, 17, 10],
    ],
    weighting: 'none',
    says: { kappa: '0.493', se: '0.057' },
  },
  {
    source: 'SAS/STAT User’s Guide, FREQ procedure, Agreement Study: two dermatologists, 88 patients',
    table: [
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ],
    weighting: 'none',
    says: { kappa: '0.3449', se: '0.0724', low: '0.2030', high: '0.4868', se0: '0.0612' },
  },
  {
    source: 'The same, with linear weights',
    table: [
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ],
    weighting: 'linear',
    says: { kappa: '0.5082', se: '0.0655', low: '0.3798', high: '0.6366' },
  },
  {
    source: 'Worked by hand: two radiologists, 85 pictures in four grades',
    table: [
      [21, 12, 0, 0],
      [4, 17, 1, 0],
      [3, 9, 15, 2],
      [0, 0, 0, 1],
    ],
    weighting: 'none',
    says: { kappa: '0.47' },
  },
  {
    source: 'The same, with linear weights',
    table: [
      [21, 12, 0, 0],
      [4, 17, 1, 0],
      [3, 9, 15, 2],
      [0, 0, 0, 1],
    ],
    weighting: 'linear',
    says: { kappa: '0.57', low: '0.44', high: '0.70' },
  },
  {
    source: 'statsmodels, stats/tests/test_inter_rater.py, table10: a printout of SAS',
    table: [
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ],
    weighting: 'none',
    says: { kappa: '0.4842', se: '0.1380', low: '0.2137', high: '0.7547', se0: '0.1484' },
  },
  {
    source: 'The same, with linear weights',
    table: [
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ],
    weighting: 'linear',
    says: { kappa: '0.4701', se: '0.1457', low: '0.1845', high: '0.7558', se0: '0.1426' },
  },
  {
    source:
      'Worked by hand: 91 couples, a table of Hout and others 1987 (Friendly, Visualizing Categorical Data, 2000, p. 91)',
    table: [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ],
    weighting: 'linear',
    says: { kappa: '0.2374', se: '0.0783' },
  },
];

/** As many places as the source prints. */
const printed = (value: number, says: string) => value.toFixed(says.split('.')[1]?.length ?? 0);

describe('kappa', () => {
  it.each(worked)('is what was printed or worked by hand: $source', ({ table, weighting, says }) => {
    const { kappa, standardError, low, high, byChance } = measured(table, weighting);
    const found = { kappa, se: standardError, low, high, se0: byChance.standardError };
    for (const [name, said] of Object.entries(says))
      expect([name, printed(found[name as keyof typeof found], said)]).toEqual([name, said]);
  });

  it('is what was worked by hand for twenty people as two raters see them, with each kind of weights', () => {
    // Categories that neither used are dropped.
    const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
    const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2];
    const used = [1, 2, 3, 4, 6];
    const table = used.map((one) =>
      used.map((other) => second.filter((rating, at) => rating === one && third[at] === other).length),
    );
    expect(measured(table, 'quadratic').kappa).toBeCloseTo(0.2520325, 7);
    expect(measured(table, 'quadratic').byChance.z).toBeCloseTo(1.437451, 6);
    expect(measured(table, 'linear').kappa).toBeCloseTo(0.1459075, 7);
    expect(measured(table, 'linear').byChance.z).toBeCloseTo(1.282472, 6);
    expect(measured(table, 'none').kappa).toBeCloseTo(-0.006289308, 8);
  });

  it('has the standard error that the slope of kappa in every cell gives, in every weighting', () => {
    // The delta method with slopes taken by small steps: an oracle that knows nothing of the closed formula.
    const kappaOfShares = (shares: number[][], weighting: Weighting) => {
      const total = shares.flat().reduce((all, one) => all + one, 0);
      const p = shares.map((row) => row.map((one) => one / total));
      const k = p.length;
      let [seen, chance] = [0, 0];
      p.forEach((row, i) => {
        row.forEach((share, j) => {
          const apart = Math.abs(i - j) / (k - 1);
          const weight =
            apart === 0 ? 1 : { none: 0, linear: 1 - apart, quadratic: 1 - apart ** 2 }[weighting];
          const column = p.reduce((all, other) => all + (other[j] as number), 0);
          seen += weight * share;
          chance += weight * row.reduce((all, one) => all + one, 0) * column;
        });
      });
      return (seen - chance) / (1 - chance);
    };
    fc.assert(
      fc.property(counted, fc.constantFrom(...weightings), (table, weighting) => {
        const found = kappaOf(table, weighting);
        if (found.kappa === null || found.allAgree) return;
        const n = table.flat().reduce((all, one) => all + one, 0);
        const step = 1e-5;
        const shares = table.map((row) => row.map((count) => count / n));
        const slopes = shares.map((row, i) =>
          row.map((_share, j) => {
            const moved = (by: number) =>
              kappaOfShares(
                shares.map((one, a) => one.map((share, b) => (a === i && b === j ? share + by : share))),
                weighting,
              );
            return (moved(step) - moved(-step)) / (2 * step);
          }),
        );
        const mean = (of: (slope: number) => number) =>
          slopes.reduce(
            (all, row, i) => row.reduce((sum, slope, j) => sum + of(slope) * (shares[i]?.[j] ?? 0), all),
            0,
          );
        const oracle = Math.sqrt(Math.max(0, mean((slope) => slope ** 2) - mean((slope) => slope) ** 2) / n);
        expect(found.standardError).toBeCloseTo(oracle, 5);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whoever of the two is named first, and whichever end of the scale comes first', () => {
    fc.assert(
      fc.property(counted, fc.constantFrom(...weightings), (table, weighting) => {
        const turned = table.map((_row, i) => table.map((row) => row[i] as number));
        const reversed = [...table].reverse().map((row) => [...row].reverse());
        const found = kappaOf(table, weighting);
        for (const other of [turned, reversed].map((one) => kappaOf(one, weighting))) {
          if (found.kappa === null || other.kappa === null) expect(other).toEqual(found);
          else {
            expect(other.kappa).toBeCloseTo(found.kappa, 10);
            expect(other.standardError).toBeCloseTo(found.standardError, 10);
          }
        }
      }),
    );
  });

  it('is never what is no number, and lies with its interval between −1 and 1', () => {
    fc.assert(
      fc.property(counted, fc.constantFrom(...weightings), (table, weighting) => {
        const found = kappaOf(table, weighting);
        if (found.kappa === null) return;
        const { kappa, standardError, low, high, byChance } = found;
        for (const one of [kappa, standardError, low, high, byChance.standardError, byChance.z])
          expect(Number.isFinite(one)).toBe(true);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low <= kappa + 1e-9 && kappa <= high + 1e-9).toBe(true);
      }),
    );
  });

  it('is said not to be there where it cannot be: nothing rated, one pair, one category', () => {
    const empty = [
      [0, 0],
      [0, 0],
    ];
    for (const weighting of weightings) {
      expect(kappaOf(empty, weighting)).toMatchObject({ kappa: null, code: 'noPairs' });
      expect(
        kappaOf(
          [
            [1, 0],
            [0, 0],
          ],
          weighting,
        ),
      ).toMatchObject({ kappa: null, code: 'tooFew' });
      expect(
        kappaOf(
          [
            [9, 0],
            [0, 0],
          ],
          weighting,
        ),
      ).toMatchObject({ kappa: null, code: 'oneCategory' });
      expect(kappaOf([[9]], weighting)).toMatchObject({ kappa: null, code: 'oneCategory' });
    }
  });

  it('is 1 where all agree, and 0 where one rater never tells apart', () => {
    expect(
      kappaOf(
        [
          [5, 0],
          [0, 7],
        ],
        'quadratic',
      ),
    ).toMatchObject({ kappa: 1, standardError: 0, allAgree: true });
    expect(
      kappaOf(
        [
          [5, 7],
          [0, 0],
        ],
        'none',
      ),
    ).toMatchObject({ kappa: 0, allAgree: false });
  });

  it.each([
    [[[1, 2]]],
    [[]],
    [
      [
        [1, -1],
        [0, 0],
      ],
    ],
    [
      [
        [0.5, 1],
        [0, 0],
      ],
    ],
  ] as number[][][][])('refuses what is no table of agreement: %j', (table) => {
    expect(() => kappaOf(table, 'none')).toThrow(RangeError);
  });
});

describe('percent agreement', () => {
  it.each([
    [
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      { agreed: 89, of: 100, percent: '89.00' },
    ],
    [
      [
        [1, 1],
        [1, 0],
      ],
      { agreed: 1, of: 3, percent: '33.33' },
    ],
    [
      [
        [1, 7],
        [0, 0],
      ],
      { agreed: 1, of: 8, percent: '12.50' },
    ],
    // 1 of 800 is 0.125 per cent: the half goes up.
    [
      [
        [1, 799],
        [0, 0],
      ],
      { agreed: 1, of: 800, percent: '0.13' },
    ],
    [
      [
        [0, 0],
        [0, 0],
      ],
      { agreed: 0, of: 0, percent: null },
    ],
  ])('counts %j', (table, says) => {
    expect(percentAgreement(table)).toEqual(says);
  });
});
