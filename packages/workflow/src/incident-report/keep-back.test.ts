import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { type Known, modulo, solved } from '../testing/solved.js';
import { keepBack, type Sum } from './keep-back.js';
import { type ByKind, type IncidentCount, type IncidentReport, incidentReport } from './report.js';
import { suppressReport, suppressTable } from './suppress.js';

const kinds = ['crime', 'nonCrime', 'total'] as const;
const codes = ['1', '22', 'UI', '15', null];
const of = (measure: string, kind: IncidentCount['kind'], n: number, more: Partial<IncidentCount>) => ({
  ...{ measure, kind, n, month: null, force: null, code: null, on: null, ...more },
});
const outcome = (code: string | null, kind: IncidentCount['kind'], n: number) =>
  of('outcomes', kind, n, code ? { code, force: 'Testshire Police', on: '2026-03-01' } : {});
const days = { from: '2026-01-01', to: '2026-03-31', asAt: '2026-06-30' };

/** Which outcomes a share adds up. */
const isIn = (label: string, code: string | null): boolean =>
  incidentReport([outcome(code, 'crime', 1)], days, englandProfile).shares.find((one) => one.label === label)
    ?.crime.n === 1;

/** All that is known of a report: every row and column adds up, and a share says what it adds up and what it is of. */
function knownOf({ months, outcomes, total, shares }: IncidentReport): Known[] {
  const lines = new Map<string, ByKind>([
    ...months.map((one): [string, ByKind] => [one.label, one]),
    ...outcomes.map((one): [string, ByKind] => [`${one.code}`, one]),
    ['total', total],
  ]);
  const equation = (terms: (readonly [line: string, kind: keyof ByKind, times: number])[]): Known =>
    new Map(
      terms
        .filter(([line, kind]) => lines.get(line)?.[kind] === null)
        .map(([line, kind, times]) => [`${line} ${kind}`, modulo(times)]),
    );
  const column = (labels: string[], kind: keyof ByKind) => labels.map((line) => [line, kind, 1] as const);
  return [
    ...[...lines.keys()].map((line) =>
      equation([
        [line, 'crime', 1],
        [line, 'nonCrime', 1],
        [line, 'total', -1],
      ]),
    ),
    ...kinds.flatMap((kind) => [
      ...[months.map(({ label }) => label), outcomes.map(({ code }) => `${code}`)].map((labels) =>
        equation([...column(labels, kind), ['total', kind, -1]]),
      ),
      ...shares.flatMap((one) => {
        if (one[kind].n === null) return [];
        const added = outcomes.filter(({ code }) => one.ofOutcomes && isIn(one.label, code));
        return [
          equation(
            column(
              added.map(({ code }) => `${code}`),
              kind,
            ),
          ),
          equation([['total', kind, 1]]),
        ];
      }),
    ]),
  ];
}

const incident = fc.record({
  month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
  kind: fc.constantFrom('crime' as const, 'non-crime' as const),
  code: fc.constantFrom(...codes),
  n: fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 40 })),
});

const reportOf = (
  incidents: readonly { month: string; kind: 'crime' | 'non-crime'; code: string | null; n: number }[],
) =>
  incidentReport(
    incidents.flatMap(({ month, kind, code, n }) => [
      of('incidents', kind, n, { month }),
      outcome(code, kind, n),
    ]),
    days,
    englandProfile,
  );

describe('what leaves the partnership of the incident report', () => {
  it('tells nothing that it keeps back, to nobody who solves its tables and shares for each other', () => {
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 14 }), (incidents) => {
        const left = suppressReport(reportOf(incidents));
        expect(JSON.stringify([left.months, left.outcomes, left.total])).not.toMatch(/:[1-4][,}]/);
        expect(solved(knownOf(left))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('tells no cell of one table by the total of the other', () => {
    const incidents = [
      { month: '2026-01', kind: 'crime', code: '1', n: 3 },
      { month: '2026-01', kind: 'non-crime', code: '1', n: 5 },
      { month: '2026-01', kind: 'crime', code: '22', n: 4 },
      { month: '2026-01', kind: 'crime', code: '15', n: 2 },
    ] as const;
    const left = suppressReport(reportOf(incidents));
    expect(left.total).not.toMatchObject({ crime: 9, nonCrime: 5, total: 14 });
    expect(solved(knownOf(left))).toEqual([]);
  });

  it('shows all of it where no number is small', () => {
    const report = reportOf([
      { month: '2026-01', kind: 'crime', code: '1', n: 5 },
      { month: '2026-02', kind: 'non-crime', code: null, n: 7 },
    ]);
    const { months, outcomes, total } = suppressReport(report);
    expect({ months, outcomes, total }).toEqual({
      months: report.months,
      outcomes: report.outcomes,
      total: report.total,
    });
  });
});

describe('a table with small numbers kept back', () => {
  it('keeps another one back where all that is missing can only be ones', () => {
    expect(suppressTable([[10], [1], [1], [12]]).flat()).toEqual([null, null, null, 12]);
  });

  it('shows noughts, and every number where none is small', () => {
    expect(suppressTable([[0], [8], [3], [11]]).flat()).toEqual([0, null, null, 11]);
    expect(suppressTable([[0], [8], [11], [19]]).flat()).toEqual([0, 8, 11, 19]);
  });

  it('is told by no two sums together', () => {
    // a + b = 9 and a + b + c = 12 tell c.
    const sums: Sum[] = [
      { parts: [0, 1], sum: 3 },
      { parts: [0, 1, 2], sum: 4 },
    ];
    expect(keepBack([2, 7, 3, 9, 12], sums).filter((n) => n === null).length).toBeGreaterThan(3);
  });
});
