import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomePart } from '../incidents/outcome-codes.js';
import { englandProfile } from '../profile/profile.js';
import { type Known, modulo, solved } from '../testing/solved.js';
import { countingRules, measuresIn } from './area-rules.js';
import type { Counted } from './measure.js';
import { scorecardRegistry } from './registry.js';
import { type ScorecardCount, scorecardOf } from './scorecard.js';
import { suppressScorecard } from './suppress.js';

const days = {
  ...{ from: '2026-01-01', to: '2026-03-31', compareFrom: null, compareTo: null },
  ...{ knownAt: '2026-04-01T09:00:00.000Z', entries: 400 },
};
const profile = englandProfile;
type Id = 'missing' | 'incidents';
const whole = (id: Id, counts: ScorecardCount[]) =>
  scorecardOf(id, days, { counts, compared: null, profile });
const figureIn = (id: Id, counts: ScorecardCount[], figure: string) =>
  whole(id, counts).figures.find((one) => one.id === figure);
const codes = ['1', '18', '14'].map((wanted) => {
  const found = profile.incidents.outcomes.find(({ code, force }) => code === wanted && !force);
  if (!found) throw new Error(`England has no outcome ${wanted}`);
  return outcomePart(found);
});
const parts = [...codes, 'not-in-list', 'no-outcome'];
const count = (measure: string, part: string | null, n: number): ScorecardCount => ({ measure, part, n });

describe('the scorecard of incidents', () => {
  const counts = [
    ...[count('incidents', 'crime', 7), count('incidents', 'non-crime', 4)],
    ...parts.map((part, index) => count('outcomes', part, index + 1)).slice(0, 4),
    count('outcomes', 'no-outcome', 1),
  ];

  it('adds outcomes up as the area means them, and says which it calls positive', () => {
    expect(figureIn('incidents', counts, 'outcome-known')?.period).toMatchObject({ n: 6, of: 11 });
    const positive = figureIn('incidents', counts, 'positive-outcome');
    expect(positive?.period).toMatchObject({ n: 1, of: 11, value: '9.09' });
    expect(positive?.definition).toContain(profile.incidents.positive.words);
  });

  it('names each outcome by its code and its words, in the order of the list of the area', () => {
    const labels = figureIn('incidents', counts, 'outcomes')?.lines.map(({ label }) => label);
    expect(labels?.[0]).toBe('1 Charged or summonsed');
    expect(labels?.slice(-2)).toEqual(['Not in the list of the area', 'No outcome recorded']);
  });

  it('tells the database each code with the days on which it holds', () => {
    const { outcomes } = countingRules(profile);
    expect(outcomes).toHaveLength(profile.incidents.outcomes.length);
    expect(outcomes[0]).toEqual({ code: '1', from: '2014-04-01', part: codes[0] });
  });
});

/** What whoever reads what left knows of the numbers that were kept back. */
function knownOf(id: Id, counts: ScorecardCount[], same: [string, string][]) {
  const left = suppressScorecard(whole(id, counts), profile);
  const shown = new Map<string, number | null>();
  const sums: [string[], string][] = [];
  const name = ({ count: of, parts: some }: Pick<Counted, 'count' | 'parts'>) => `${of} ${some ?? ''}`;
  for (const measure of measuresIn(profile, scorecardRegistry[id].measures)) {
    const figure = left.figures.find((one) => one.id === measure.id);
    if (!figure) continue;
    const of = (part: string) => `${measure.numerator.count} in ${part}`;
    shown.set(name(measure.numerator), figure.period.n);
    if (measure.denominator) shown.set(name(measure.denominator), figure.period.of);
    for (const { part, period } of figure.lines) shown.set(of(part), period.n);
    if (figure.lines.length > 0)
      sums.push([figure.lines.map(({ part }) => of(part)), name(measure.numerator)]);
    if (measure.numerator.parts) sums.push([measure.numerator.parts.map(of), name(measure.numerator)]);
  }
  for (const [one, other] of same) sums.push([[`${one} `], `${other} `]);
  const known: Known[] = sums.map(([names, sum]) => {
    const terms = [...names.map((one) => [one, 1] as const), [sum, -1] as const];
    return new Map(
      terms.filter(([one]) => shown.get(one) === null).map(([one, times]) => [one, modulo(times)]),
    );
  });
  const small = [...shown.values()].filter((n): n is number => n !== null && n > 0 && n < 5);
  return { known, small };
}

describe('what leaves the partnership of incidents and absences', () => {
  const some = fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 60 }));

  it('shows no number of incidents from 1 to 4, and none that outcomes or shares would tell', () => {
    fc.assert(
      fc.property(fc.tuple(some, some, some, some, some), fc.nat({ max: 100 }), (ns, share) => {
        const all = ns.reduce((sum, n) => sum + n, 0);
        const crimes = Math.floor((all * share) / 100);
        const { known, small } = knownOf(
          'incidents',
          [
            ...parts.map((part, index) => count('outcomes', part, ns[index] as number)),
            ...[count('incidents', 'crime', crimes), count('incidents', 'non-crime', all - crimes)],
          ],
          [['outcomes', 'incidents']],
        );
        expect(small).toEqual([]);
        expect(solved(known)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('shows no number of absences from 1 to 4, and none that another table of them would tell', () => {
    fc.assert(
      fc.property(fc.tuple(some, some, some), fc.nat({ max: 100 }), (ns, share) => {
        const all = ns.reduce((sum, n) => sum + n, 0);
        const away = Math.floor((all * share) / 100);
        const from = ['home', 'care', 'not-known'];
        const { known, small } = knownOf(
          'missing',
          [
            ...from.map((part, index) => count('from', part, ns[index] as number)),
            ...[count('level', 'low', away), count('level', 'high', all - away)],
            ...[count('episodes', 'away', away), count('episodes', 'missing', all - away)],
          ],
          [
            ['from', 'episodes'],
            ['level', 'episodes'],
          ],
        );
        expect(small).toEqual([]);
        expect(solved(known)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
