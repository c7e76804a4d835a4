import { describe, expect, it } from 'vitest';
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
});
