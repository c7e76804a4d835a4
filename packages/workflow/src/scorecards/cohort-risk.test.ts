import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { type Population, populationFor } from './cohort-risk.js';
import { relativeRisk } from './relative-risk.js';
import { type ScorecardCount, scorecardOf } from './scorecard.js';
import { suppressScorecard } from './suppress.js';

describe('a relative risk', () => {
  // ln 3 = 1.098612; √(1/30 − 1/1000 + 1/20 − 1/2000) = 0.286065; 1.098612 ± 1.959964 × 0.286065.
  it('of 30 in 1,000 against 20 in 2,000 is 3.00, from 1.71 to 5.26', () => {
    expect(relativeRisk({ n: 30, of: 1000, othersN: 20, othersOf: 2000 })).toMatchObject({
      ...{ value: '3.00', low: '1.71', high: '5.26' },
    });
  });

  // ln 1 = 0; √(1/10 − 1/100 + 1/20 − 1/200) = 0.367423; e^±0.720137.
  it('of equal shares is 1.00, and its interval holds 1 in its middle', () => {
    expect(relativeRisk({ n: 10, of: 100, othersN: 20, othersOf: 200 })).toMatchObject({
      ...{ value: '1.00', low: '0.49', high: '2.05' },
    });
  });

  it('has no interval where either has nobody, and is none where nobody of the others is found', () => {
    expect(relativeRisk({ n: 0, of: 100, othersN: 20, othersOf: 200 })).toMatchObject({
      ...{ value: '0.00', low: null, high: null },
    });
    expect(relativeRisk({ n: 3, of: 100, othersN: 0, othersOf: 200 })).toMatchObject({
      ...{ value: null, low: null, high: null },
    });
  });

  it('is not worked out where the cohort cannot be of that population', () => {
    expect(relativeRisk({ n: 11, of: 10, othersN: 1, othersOf: 200 })).toBeNull();
    expect(relativeRisk({ n: 1, of: 10, othersN: 201, othersOf: 200 })).toBeNull();
    expect(relativeRisk({ n: 0, of: 0, othersN: 1, othersOf: 200 })).toBeNull();
  });
});

const recorded = (at: string) => ({ by: null, name: 'Cora Coordinator', at: `${at}T09:00:00.000Z` });
const table = (over: Partial<Population & { withdrawnAt: string | null }> = {}) => ({
  ...{ area: 'Fernshire (made up)', source: 'Made-up estimates', year: 2025, total: 3000, withdrawnAt: null },
  ...{ groups: { sex: { female: 1000, male: 2000 }, vulnerability: { 'child-in-need': 100 } } },
  ...{ recorded: recorded('2026-01-05'), ...over },
});
const asked = { to: '2026-03-31', knownAt: '2026-04-01T09:00:00.000Z' };

describe('the table that a period is compared with', () => {
  const yearOf = (...tables: ReturnType<typeof table>[]) => populationFor(tables, asked)?.year;
  it('is the latest that is not after it, else the first one after it', () => {
    expect(yearOf(table({ year: 2021 }), table({ year: 2025 }), table({ year: 2027 }))).toBe(2025);
    expect(yearOf(table({ year: 2028 }), table({ year: 2027 }))).toBe(2027);
    expect(populationFor([], asked)).toBeUndefined();
  });

  it('is one that stood at the instant of which everything is told', () => {
    expect(yearOf(table({ recorded: recorded('2026-04-02') }))).toBeUndefined();
    expect(yearOf(table({ withdrawnAt: '2026-03-01T09:00:00.000Z' }))).toBeUndefined();
    expect(yearOf(table({ withdrawnAt: '2026-05-01T09:00:00.000Z' }))).toBe(2025);
  });

  it('is of two of one year the one recorded last', () => {
    const later = table({ area: 'Later', recorded: recorded('2026-02-01') });
    expect(populationFor([later, table()], asked)?.area).toBe('Later');
  });
});

const days = {
  ...{ from: '2026-01-01', to: '2026-03-31', compareFrom: null, compareTo: null },
  ...{ knownAt: asked.knownAt, entries: null },
};
const cohortOf = (counts: Record<string, Record<string, number>>, population = table()) => {
  const all = Object.values(counts.sex ?? {}).reduce((sum, n) => sum + n, 0);
  const rows: ScorecardCount[] = [
    { measure: 'cohort', part: null, n: all },
    ...Object.entries(counts).flatMap(([measure, parts]) =>
      Object.entries(parts).map(([part, n]) => ({ measure, part, n })),
    ),
  ];
  return scorecardOf('cohort', days, {
    ...{ counts: rows, compared: null, profile: englandProfile, population },
  });
};
const risks = (scorecard: ReturnType<typeof cohortOf>, id: string) =>
  scorecard.figures
    .find((one) => one.id === id)
    ?.lines.map(({ part, risk }) => [part, risk ? `${risk.value} ${risk.low} ${risk.high}` : null]);

describe('the cohort beside the population', () => {
  it('leaves out those of whom it is not known, and groups that the table does not have', () => {
    const shown = cohortOf({ sex: { female: 30, male: 20, 'not-known': 7 }, ethnicity: { WBRI: 40 } });
    expect(risks(shown, 'sex')).toEqual([
      ['female', '3.00 1.71 5.26'],
      ['male', '0.33 0.19 0.58'],
      ['not-known', null],
    ]);
    expect(risks(shown, 'ethnicity')).toEqual([['WBRI', null]]);
  });

  it('compares children under a plan with all other children', () => {
    // 20 of 100 against 30 of 2,900: ln 19.333 = 2.961831; √(1/20 − 1/100 + 1/30 − 1/2900) = 0.270164.
    const shown = cohortOf({ sex: { female: 30, male: 20 }, vulnerability: { 'child-in-need': 20 } });
    expect(risks(shown, 'vulnerability')).toEqual([['child-in-need', '19.33 11.39 32.83']]);
  });

  it('prints what it means, which table it is, and that there is none', () => {
    expect(cohortOf({ sex: { female: 1 } }).definitions.at(-1)).toMatch(
      /method of Katz.*Fernshire \(made up\), Made-up estimates, 2025, recorded on Monday 5 January 2026\.$/,
    );
    const none = scorecardOf('cohort', days, { counts: [], compared: null, profile: englandProfile });
    expect(none.definitions.at(-1)).toMatch(/^No relative risk is given/);
  });

  it('keeps back what would tell a small number outside the partnership', () => {
    const plain = suppressScorecard(
      cohortOf({ sex: { female: 30, male: 20, 'not-known': 6 } }),
      englandProfile,
    );
    expect(risks(plain, 'sex')?.map(([, risk]) => risk !== null)).toEqual([true, true, false]);
    // Boys are few: neither relative risk may tell how many.
    const few = suppressScorecard(cohortOf({ sex: { female: 30, male: 3, 'not-known': 6 } }), englandProfile);
    expect(risks(few, 'sex')?.map(([, risk]) => risk)).toEqual([null, null, null]);
    // Few of one group, and of those not known: the risk of another would tell the first.
    const population = table({ groups: { ethnicity: { WBRI: 2000, ABAN: 500, APKN: 500 } } });
    const groups = { sex: { female: 60 }, ethnicity: { WBRI: 40, ABAN: 3, APKN: 11, 'not-known': 6 } };
    const left = suppressScorecard(cohortOf(groups, population), englandProfile);
    const shown = new Map(
      left.figures.find(({ id }) => id === 'ethnicity')?.lines.map((line) => [line.part, line]),
    );
    expect(shown.get('ABAN')?.period.n).toBeNull();
    expect(shown.get('ABAN')?.risk).toBeUndefined();
    const others = (shown.get('WBRI')?.risk ? 14 : 0) - (shown.get('APKN')?.period.n ?? 0);
    expect(others).not.toBe(3);
  });
});
