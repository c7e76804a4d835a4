import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { MemoryGrowth } from '../testing/memory-held.js';
import { checkEpisodeRows } from './check-episode-rows.js';
import { EPISODES_LAYOUT } from './layouts.js';
import { readSsda903Episodes } from './read-episodes.js';

/** 300,000 in an ordinary run; the soak sets a million or more. */
const ROWS = Number(process.env.MASE_SOAK_ROWS ?? 300_000);
const CHILDREN = 1_000;
/** How much more may be held than after the first tenth, in megabytes: some pieces of the file, and never its rows. */
const bounds = { heapUsed: 4, external: 8, arrayBuffers: 8, rss: 96 };

/** A return in which each child has an episode for one day, then for the next, and one row in 1,000 is faulty. */
async function* returnOf(rows: number): AsyncGenerator<Buffer> {
  yield Buffer.from(`${EPISODES_LAYOUT.columns.join()}\r\n`);
  for (let turn = 0; turn < rows / CHILDREN; turn += 1) {
    const [start, end] = [day(turn), day(turn + 1)];
    const lines = Array.from({ length: CHILDREN }, (_, child) => {
      const legalStatus = child === CHILDREN - 1 ? 'C9' : 'C2';
      return `${child},${start},P,${legalStatus},N1,U4,PR1,${end},X1,CARPL,EG19 7TT,WV27 9FW,4244474\r\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}

function day(after: number): string {
  const [date = ''] = new Date(Date.UTC(2015, 0, 1 + after)).toISOString().split('T');
  return date.split('-').reverse().join('/');
}

const TITLE = `${ROWS.toLocaleString('en-GB')} rows of ${CHILDREN} children pass in the memory that the first tenth needed`;

test(TITLE, async () => {
  let taken = 0;
  let refused = 0;
  let memory: MemoryGrowth | null = null;
  for await (const reading of checkEpisodeRows(readSsda903Episodes(returnOf(ROWS), 'episodes.csv'))) {
    if (isTaken(reading)) taken += 1;
    else refused += 1;
    const read = taken + refused;
    if (read === ROWS / 10) memory = new MemoryGrowth();
    else if (read % (ROWS / 10) === 0) memory?.look();
  }
  expect({ taken, refused }).toEqual({ taken: ROWS - ROWS / 1_000, refused: ROWS / 1_000 });
  expect((memory as MemoryGrowth | null)?.beyond(bounds)).toEqual([]);
}, 300_000);
