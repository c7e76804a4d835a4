import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { type Known, modulo, solved } from '../testing/solved.js';
import { scorecardIds } from './measure.js';
import { scorecardRegistry } from './registry.js';
import { type ScorecardCount, scorecardOf } from './scorecard.js';
import { suppressScorecard } from './suppress.js';
import { twoPlaces } from './two-places.js';

const days = {
  ...{ from: '2026-01-01', to: '2026-03-31', compareFrom: '2025-01-01', compareTo: '2025-03-31' },
  ...{ knownAt: '2026-04-01T09:00:00.000Z', entries: null },
};
const profile = englandProfile;
const count = (measure: string, n: number, part: string | null = null): ScorecardCount => ({
  measure,
  part,
  n,
});
const figure = (counts: ScorecardCount[], compared: ScorecardCount[] | null, id: string) =>
  scorecardOf('children', days, { counts, compared, profile }).figures.find((one) => one.id === id);

describe('a number to two places', () => {
  it.each([
    [1n, 3n, '0.33'],
    [2n, 3n, '0.67'],
    [1n, 8n, '0.13'],
    [-1n, 8n, '-0.13'],
    [1n, 200n, '0.01'],
    [-1n, 1000n, '0.00'],
    [250n, 2n, '125.00'],
  ])('%s of %s is %s, half away from nought', (n, of, text) => expect(twoPlaces(n, of)).toBe(text));

  it('is none where nothing divides it', () => expect(twoPlaces(4n, 0n)).toBeNull());
});

describe('a scorecard', () => {
  const now = [
    count('contacts', 5, 'risk-assessment'),
    count('contacts', 3, 'no-further-action'),
    count('assessed', 4),
    count('closed', 3, 'moved'),
    count('daysOpen', 100),
  ];
  const before = [
    count('contacts', 4, 'risk-assessment'),
    count('contacts', 6, 'early-help'),
    count('assessed', 4),
  ];

  it('says contacts in all and by what triage decided, beside another period, with the change in per cent', () => {
    expect(figure(now, before, 'contacts')).toMatchObject({
      period: { n: 8, of: null, value: '8' },
      comparison: { n: 10, of: null, value: '10' },
      variation: '-20.00',
      lines: [
        { label: 'Risk assessment', period: { n: 5 }, comparison: { n: 4 }, variation: '25.00' },
        { label: 'Early help', period: { n: 0 }, comparison: { n: 6 }, variation: '-100.00' },
        { label: 'No further action', period: { n: 3 }, comparison: { n: 0 }, variation: null },
      ],
    });
  });

  it('says a share with what it is of, and its change in percentage points', () => {
    expect(figure(now, before, 'referrals')).toMatchObject({
      period: { n: 5, of: 8, value: '62.50' },
      comparison: { n: 4, of: 10, value: '40.00' },
      variation: '22.50',
    });
    expect(figure(now, before, 'assessed')).toMatchObject({
      period: { n: 4, of: 5, value: '80.00' },
      comparison: { n: 4, of: 4, value: '100.00' },
      variation: '-20.00',
    });
  });

  it('says an average of days, and nothing where nothing was closed', () => {
    expect(figure(now, before, 'days-open')).toMatchObject({
      period: { n: 100, of: 3, value: '33.33' },
      comparison: { n: 0, of: 0, value: null },
      variation: null,
    });
  });

  it('stands alone where no period is compared', () => {
    expect(figure(now, null, 'contacts')).toMatchObject({ comparison: null, variation: null });
  });

  it('prints for every measure what it means, what it counts, what it is of, and who answers for it', () => {
    for (const id of scorecardIds) {
      const { figures, source } = scorecardOf(id, days, { counts: [], compared: [], profile });
      expect(source).not.toBe('');
      expect(new Set(figures.map((one) => one.id)).size).toBe(figures.length);
      for (const one of figures) {
        expect([one.definition, one.numerator, one.owner].every(Boolean)).toBe(true);
        expect(one.unit === 'number').toBe(one.denominator === null);
      }
    }
  });
});

/** Everything that whoever reads a scorecard of referrals knows of what is kept back. */
function knownOf(counts: ScorecardCount[]): { known: Known[]; small: number[] } {
  const left = suppressScorecard(scorecardOf('children', days, { counts, compared: null, profile }), profile);
  const shown = new Map<string, number | null>();
  const sums: { parts: string[]; sum: string }[] = [];
  for (const one of left.figures) {
    const measure = scorecardRegistry.children.measures.find(({ id }) => id === one.id);
    if (!measure || measure.unit === 'average') continue;
    const name = ({ count: of, parts }: { count: string; parts?: readonly string[] }) =>
      `${of} ${parts ?? ''}`;
    shown.set(name(measure.numerator), one.period.n);
    if (measure.denominator) shown.set(name(measure.denominator), one.period.of);
    for (const line of one.lines) shown.set(`${measure.numerator.count} in ${line.part}`, line.period.n);
    if (one.lines.length > 0)
      sums.push({
        parts: one.lines.map(({ part }) => `${measure.numerator.count} in ${part}`),
        sum: name(measure.numerator),
      });
    if (measure.numerator.parts)
      sums.push({
        parts: measure.numerator.parts.map((part) => `${measure.numerator.count} in ${part}`),
        sum: name(measure.numerator),
      });
  }
  const isHidden = (name: string) => shown.has(name) && shown.get(name) === null;
  return {
    known: sums.map(({ parts, sum }) => {
      const terms = [...parts.map((name) => [name, 1] as const), [sum, -1] as const];
      return new Map(terms.filter(([name]) => isHidden(name)).map(([name, times]) => [name, modulo(times)]));
    }),
    small: [...shown.values()].filter((n): n is number => n !== null && n > 0 && n < 5),
  };
}

describe('what leaves the partnership of a scorecard', () => {
  const outcomes = ['risk-assessment', 'section-47-and-risk-assessment', 'early-help', 'no-further-action'];

  it('shows no number from 1 to 4, and none that the rest would tell', () => {
    const some = fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 60 }));
    fc.assert(
      fc.property(fc.tuple(some, some, some, some), fc.nat({ max: 100 }), (parts, share) => {
        const counts = outcomes.map((part, index) => count('contacts', parts[index] as number, part));
        const taken = (parts[0] as number) + (parts[1] as number);
        const { known, small } = knownOf([...counts, count('assessed', Math.floor((taken * share) / 100))]);
        expect(small).toEqual([]);
        expect(solved(known)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a value back with either of its numbers, and says that it does', () => {
    const left = suppressScorecard(
      scorecardOf('children', days, {
        counts: [count('contacts', 20, 'risk-assessment'), count('assessed', 18)],
        compared: null,
        profile,
      }),
      profile,
    );
    const assessed = left.figures.find(({ id }) => id === 'assessed');
    expect(assessed?.period.value).toBeNull();
    expect([assessed?.period.n, assessed?.period.of]).toContain(null);
    expect(left).toMatchObject({ suppressed: true });
    expect(left.definitions.at(-1)).toMatch(/^Numbers from 1 to 4 are kept back/);
  });

  it('is worked out in a second for sixty rules of clocks with small numbers', () => {
    const rules = Object.keys(profile.clocks);
    const counts = rules.flatMap((rule, index) => [
      count('due', 4 + (index % 9), rule),
      count('met', 2 + (index % 3), rule),
      count('late', 1, rule),
      count('overdue', 1 + (index % 9) - (index % 3), rule),
    ]);
    const scorecard = scorecardOf('timeliness', days, { counts, compared: null, profile });
    const begun = performance.now();
    const left = suppressScorecard(scorecard, profile);
    expect(left.figures[1]?.lines.every(({ period }) => period.n === null)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
