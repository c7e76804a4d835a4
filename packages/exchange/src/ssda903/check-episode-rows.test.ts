import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { checkEpisodeRows } from './check-episode-rows.js';
import { EPISODES_LAYOUT } from './layouts.js';
import { readSsda903Episodes } from './read-episodes.js';

/** Each of `child start end`; what is found in the file, row by row. */
async function found(...rows: string[]) {
  const lines = rows.map((row) => {
    const [child, start, end = ''] = row.split(' ');
    return `${child},${start},P,C2,N1,U4,PR1,${end},${end && 'X1'},,,,`;
  });
  const text = [EPISODES_LAYOUT.columns.join(), ...lines].join('\n');
  const readings = await all(checkEpisodeRows(readSsda903Episodes(inPieces(text), 'episodes.csv')));
  return readings.map((reading) =>
    (isTaken(reading) ? reading.warnings : reading.faults).map(({ code, reason }) => [code, reason]),
  );
}

test('episodes that follow each other day on day are in order', async () => {
  expect(
    await found('1 01/01/2017 05/02/2017', '1 05/02/2017 09/03/2017', '2 01/01/2017', '1 09/03/2017'),
  ).toEqual([[], [], [], []]);
});

test('an episode that starts before an earlier one ended is taken with a warning', async () => {
  expect(await found('1 01/01/2017 05/02/2017', '1 04/02/2017 09/03/2017')).toEqual([
    [],
    [['EPISODE_OVERLAPS', 'The episode overlaps the one in line 2.']],
  ]);
});

test('an episode after one that was never ended overlaps it', async () => {
  expect(await found('1 01/01/2017', '1 04/02/2017 09/03/2017', '1 09/03/2017')).toEqual([
    [],
    [['EPISODE_OVERLAPS', 'The episode overlaps the one in line 2, which has no end.']],
    [['EPISODE_OVERLAPS', 'The episode overlaps the one in line 2, which has no end.']],
  ]);
});

test('an overlap is found also with an episode before the last one', async () => {
  const [, , third] = await found(
    '1 01/01/2017 31/12/2017',
    '1 02/01/2017 03/01/2017',
    '1 03/01/2017 01/02/2017',
  );
  expect(third).toEqual([['EPISODE_OVERLAPS', 'The episode overlaps the one in line 2.']]);
});

test('an episode that stands below a later one is out of order, and overlaps only if it reaches into it', async () => {
  expect(
    await found('1 05/02/2017 09/03/2017', '1 01/01/2017 05/02/2017', '1 01/12/2016 06/02/2017'),
  ).toEqual([
    [],
    [['EPISODE_OUT_OF_ORDER', 'The episode starts before the one in line 2, which stands above it.']],
    [
      ['EPISODE_OUT_OF_ORDER', 'The episode starts before the one in line 2, which stands above it.'],
      ['EPISODE_OVERLAPS', 'The episode overlaps the one in line 2.'],
    ],
  ]);
});

test('the same episode twice is refused the second time', async () => {
  expect(await found('1 01/01/2017 05/02/2017', '2 01/01/2017', '1 01/01/2017 05/02/2017')).toEqual([
    [],
    [],
    [['DUPLICATE_ROW', 'The same episode stands in line 2.']],
  ]);
});
