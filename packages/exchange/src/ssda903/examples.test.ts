import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isTaken, type Reading } from '../reading.js';
import { all } from '../testing/files.js';
import { checkEpisodeRows } from './check-episode-rows.js';
import { checkHeaderRows } from './check-header-rows.js';
import { readSsda903Episodes } from './read-episodes.js';
import { readSsda903Header } from './read-header.js';
import { readSsda903Missing } from './read-missing.js';
import { writeSsda903Episodes, writeSsda903Missing } from './write-returns.js';

const place = (name: string) => new URL(`../../examples/ssda903/${name}`, import.meta.url);
const open = (name: string) => createReadStream(place(name));

async function counts<T>(readings: AsyncIterable<Reading<T>>) {
  const found = { taken: 0, refused: {} as Record<string, number>, doubtful: {} as Record<string, number> };
  for await (const reading of readings) {
    if (isTaken(reading)) found.taken += 1;
    const [tally, list] = isTaken(reading)
      ? [found.doubtful, reading.warnings]
      : [found.refused, reading.faults];
    for (const { field, code } of list) tally[`${field} ${code}`] = (tally[`${field} ${code}`] ?? 0) + 1;
  }
  return found;
}

test('every child of the published header is taken; 2,568 UPNs fail their check and one MOTHER is a decimal', async () => {
  expect(await counts(checkHeaderRows(readSsda903Header(open('header.csv'), 'header.csv')))).toEqual({
    taken: 2675,
    refused: {},
    doubtful: { 'UPN CHECK_FAILED': 2568, 'MOTHER UNUSUAL_FORM': 1 },
  });
});

test('every published episode is taken; 1,413 have a reason but no end, 70 overlap, 12 are out of order', async () => {
  expect(await counts(checkEpisodeRows(readSsda903Episodes(open('episodes.csv'), 'episodes.csv')))).toEqual({
    taken: 5050,
    refused: {},
    doubtful: {
      'REC WITHOUT_ITS_PARTNER': 1413,
      'DECOM EPISODE_OVERLAPS': 70,
      'DECOM EPISODE_OUT_OF_ORDER': 12,
    },
  });
});

test('all 43 published missing episodes are taken by themselves', async () => {
  expect(await counts(readSsda903Missing(open('missing.csv'), 'missing.csv'))).toEqual({
    taken: 43,
    refused: {},
    doubtful: {},
  });
});

test('the published episodes and missing episodes are written again as they were, letter by letter', async () => {
  const taken = async <T>(readings: AsyncIterable<Reading<T>>) =>
    (await all(readings)).filter(isTaken).map(({ row }) => row);
  const text = async (name: string) => (await readFile(place(name), 'utf8')).replaceAll('\n', '\r\n');
  const episodes = await taken(readSsda903Episodes(open('episodes.csv'), 'episodes.csv'));
  const missing = await taken(readSsda903Missing(open('missing.csv'), 'missing.csv'));
  expect((await all(writeSsda903Episodes(episodes))).join('')).toBe(await text('episodes.csv'));
  expect((await all(writeSsda903Missing(missing))).join('')).toBe(await text('missing.csv'));
});
