import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interviewOutcomes } from '../missing-episodes/standing.js';
import { type Known, modulo, solved } from '../testing/solved.js';
import { type MissingCount, missingReport } from './report.js';
import { suppressMissing } from './suppress.js';

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

describe('the report as it may leave the partnership', () => {
  const many = (outcomes: [number, string][], ended: number, episodes = 40) =>
    missingReport(
      [
        count('episodes', episodes, 'missing'),
        count('from', episodes - 8, 'home'),
        count('from', 6, 'care'),
        count('from', 2, 'elsewhere'),
        count('level', episodes, 'medium'),
        ...[count('children', 20), count('childrenRepeat', 9), count('firstTime', 12)],
        ...[count('firstTimeNotAgain', 6), count('ended', ended), count('offered', ended - 10)],
        ...outcomes.map(([n, part]) => count('outcome', n, part)),
      ],
      days,
    );
  const lineOf = (report: ReturnType<typeof missingReport>, label: string) =>
    report.groups.flatMap(({ lines }) => lines).find((line) => line.label === label)?.n;
  const whole = many(
    [
      [20, 'completed-in-time'],
      [7, 'declined'],
      [13, 'not-reached'],
    ],
    40,
  );

  it('keeps numbers under five back, and the smallest other of the lines that would tell a single one', () => {
    const left = suppressMissing(whole);
    expect([lineOf(left, 'Missing from elsewhere'), lineOf(left, 'Missing from care')]).toEqual([null, null]);
    expect(lineOf(left, 'Missing from home')).toBe(32);
    expect([left.episodes, left.children, left.suppressed]).toEqual([40, 20, true]);
  });

  it('keeps a share back whole whose number, rest or whole is small, and the next that is a share of it', () => {
    const small = missingReport(
      [count('children', 20), count('firstTime', 17), count('firstTimeNotAgain', 9), count('ended', 0)],
      days,
    );
    const shares = suppressMissing(small).shares;
    for (const label of ['Missing for the first time', 'Not missing again'])
      expect(shares.find((one) => one.label === label)).toMatchObject({ n: null, of: null, percent: null });
  });

  it('tells no outcome that is kept back by the share of interviews held', () => {
    const left = suppressMissing(
      many(
        [
          [20, 'completed-in-time'],
          [3, 'completed-late'],
          [17, 'declined'],
        ],
        40,
      ),
    );
    expect(lineOf(left, 'Held late')).toBeNull();
    expect(left.shares.find(({ label }) => label === 'Interview held')?.n).toBeNull();
  });

  it('tells nobody how few have not returned', () => {
    const left = suppressMissing(
      many(
        [
          [20, 'completed-in-time'],
          [18, 'declined'],
        ],
        38,
      ),
    );
    expect(left.shares.filter(({ label }) => /Interview|Held/.test(label)).map(({ of }) => of)).toEqual([
      ...[null, null, null],
    ]);
    expect(lineOf(left, 'Declined by the young person')).toBeNull();
  });

  it('leaves no number from 1 to 4 anywhere', () => {
    const left = suppressMissing(missingReport(counts, days));
    const numbers = JSON.stringify([left.episodes, left.children, left.groups, left.shares]).match(
      /:([1-4])[,}]/g,
    );
    expect(numbers).toBeNull();
    expect(left.definitions.at(-1)).toContain('kept back');
  });

  it('tells nothing that it keeps back, to nobody who solves its groups and shares for each other', () => {
    fc.assert(
      fc.property(figures, (made) => {
        const full = missingReport(countsOf(made), days);
        const left = suppressMissing(full);
        const small = [...truthOf(full)].filter(([, n]) => n > 0 && n < 5).map(([name]) => name);
        expect(JSON.stringify([left.episodes, left.children, left.groups, left.shares])).not.toMatch(
          /:[1-4][,}]/,
        );
        expect(solved(knownOf(full, left)).filter((name) => small.includes(name))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

const some = fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 30 }));
const outcomeCodes = [...interviewOutcomes, 'not-recorded'];
/** Absences of one child each, by what is counted of them. */
const figures = fc.record({
  outcomes: fc.array(some, { minLength: outcomeCodes.length, maxLength: outcomeCodes.length }),
  away: some,
  parts: fc.array(fc.nat({ max: 100 }), { minLength: 6, maxLength: 6 }),
});
type Made = { outcomes: number[]; away: number; parts: number[] };

/** Counts that fit each other: every group adds up, and no share is more than what it is of. */
function countsOf({ outcomes, away, parts }: Made): MissingCount[] {
  const ended = outcomes.reduce((sum, n) => sum + n, 0);
  const all = ended + away;
  const cut = (of: number, at: number) => Math.floor((of * (parts[at] ?? 0)) / 100);
  const [missing, home, high, first, repeat] = [0, 1, 2, 3, 4].map((at) => cut(all, at)) as number[];
  return [
    ...[
      count('episodes', missing as number, 'missing'),
      count('episodes', all - (missing as number), 'away'),
    ],
    ...[count('from', home as number, 'home'), count('from', all - (home as number), 'care')],
    ...[count('level', high as number, 'high'), count('level', all - (high as number), 'not-known')],
    ...[count('children', all), count('childrenRepeat', repeat as number)],
    ...[count('firstTime', first as number), count('firstTimeNotAgain', cut(first as number, 5))],
    ...[count('ended', ended), count('offered', cut(ended, 0))],
    ...outcomes.map((n, at) => count('outcome', n, outcomeCodes[at] as string)),
  ];
}

type Report = ReturnType<typeof missingReport>;
const linesIn = (report: Report) =>
  report.groups.flatMap(({ label, lines }) =>
    lines.map((line): [string, number | null] => [`${label}: ${line.label}`, line.n]),
  );
const shareNames: [label: string, n: string, of: string][] = [
  ['Missing for the first time', 'first', 'children'],
  ['Not missing again', 'notAgain', 'first'],
  ['Missing more than once', 'repeat', 'children'],
  ['Interview offered', 'offered', 'ended'],
  ['Interview held', 'held', 'ended'],
];

/** Every number that a report means, with what follows from them: who is still away, and the rests of its shares. */
function truthOf(report: Report): Map<string, number> {
  const { episodes, children, shares } = report;
  const ended = shares.find(({ label }) => label === 'Interview held')?.of ?? 0;
  const truth = new Map<string, number>(linesIn(report).map(([name, n]) => [name, n ?? 0]));
  for (const [name, n] of [
    ['episodes', episodes],
    ['children', children],
    ['ended', ended],
  ] as const)
    truth.set(name, n ?? 0);
  truth.set('away', (episodes ?? 0) - ended);
  for (const [label, name, of] of shareNames) {
    truth.set(name, shares.find((one) => one.label === label)?.n ?? 0);
    truth.set(`rest of ${name}`, (truth.get(of) ?? 0) - (truth.get(name) ?? 0));
  }
  return truth;
}

/** All that somebody knows who reads what is left: groups add up, shares say two numbers, noughts are shown. */
function knownOf(full: Report, left: Report): Known[] {
  const printed = new Map<string, number | null>([
    ...linesIn(left),
    ['episodes', left.episodes],
    ['children', left.children],
  ]);
  for (const [label, name, of] of shareNames) {
    const share = left.shares.find((one) => one.label === label);
    for (const [one, n] of [
      [name, share?.n],
      [of, share?.of],
    ] as const)
      if (n !== null && n !== undefined) printed.set(one, n);
  }
  const inTime = left.shares.find(({ label }) => label === 'Held within 72 hours');
  if (inTime?.of) printed.set('ended', inTime.of);
  const equation = (parts: string[], sum: string): Known =>
    new Map(
      [...parts.map((name) => [name, 1] as const), [sum, modulo(-1)] as const].filter(
        ([name]) => (printed.get(name) ?? null) === null,
      ),
    );
  const groups = full.groups.map(({ label, lines }) => lines.map((line) => `${label}: ${line.label}`));
  const outcomeNames = groups.at(-1) as string[];
  return [
    ...groups.slice(0, -1).map((names) => equation(names, 'episodes')),
    equation(outcomeNames, 'ended'),
    equation(['ended', 'away'], 'episodes'),
    equation(
      outcomeNames.filter((name) => name.includes(': Held')),
      'held',
    ),
    ...shareNames.map(([, name, of]) => equation([name, `rest of ${name}`], of)),
  ];
}
