import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all } from '../testing/files.js';
import { checkMissingRows } from './check-missing-rows.js';
import type { MissingRow } from './rows.js';

/** Each of `child start end`; the lines that may be written, and why the others may not. */
async function found(...rows: string[]) {
  const given = rows.map((row): MissingRow => {
    const [childId = '', start = '', end] = row.split(' ');
    return { childId, kind: 'missing', nativeKind: 'M', start, ...(end ? { end } : {}) };
  });
  const readings = await all(checkMissingRows(given, 'missing.csv'));
  return readings.map((reading) =>
    isTaken(reading)
      ? reading.line
      : reading.faults.map(({ line, field, reason }) => `${line} ${field} ${reason}`),
  );
}

test('episodes of several children that follow each other may be written, the last of each without an end', async () => {
  expect(
    await found('1 2018-01-01 2018-01-02', '1 2018-01-02 2018-01-03', '1 2018-02-01', '2 2018-01-01'),
  ).toEqual([2, 3, 4, 5]);
});

test('a second report of one absence is refused with its line and the reason, and the next may be written', async () => {
  expect(
    await found('1 2018-01-01 2018-01-05', '1 2018-01-03 2018-01-04', '1 2018-01-05 2018-01-06'),
  ).toEqual([2, ['3 MIS_START The episode overlaps the one in line 2.'], 4]);
});

test('no episode is written while one is open, and none that ends before it starts', async () => {
  expect(await found('1 2018-01-01', '1 2018-02-01 2018-02-02', '2 2018-01-05 2018-01-04')).toEqual([
    2,
    ['3 MIS_START The episode overlaps the one in line 2, which has no end.'],
    ['4 MIS_END The episode ends before it starts.'],
  ]);
});
