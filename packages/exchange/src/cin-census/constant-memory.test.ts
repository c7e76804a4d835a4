import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { MemoryGrowth } from '../testing/memory-held.js';
import { checkCensus, readCensusChildren } from './read-census.js';

const MEGABYTE = 1024 * 1024;
/** 24 MB in an ordinary run; the soak sets 200 or more. */
const SIZE = Number(process.env.MASE_SOAK_MEGABYTES ?? 24) * MEGABYTE;

/**
 * How much more may be held than after the first tenth, in megabytes: some pieces of the file, and never the file. What the
 * system gave is not given back at once: it may grow by what a few rounds of pieces leave lying.
 */
const bounds = { heapUsed: 4, external: 8, arrayBuffers: 8, rss: 96 };

/** A census of so many bytes, with so many referrals of each child; `look` is asked after every tenth of it. */
async function* censusOf(
  bytes: number,
  referrals: number,
  look: (tenth: number) => void,
): AsyncGenerator<Buffer> {
  yield Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?><Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year></CollectionDetails></Header><Children>',
  );
  const child = (id: number) =>
    `<Child><ChildIdentifiers><LAchildID>MADE-UP-${String(id).padStart(8, '0')}</LAchildID><PersonBirthDate>2011-04-27</PersonBirthDate></ChildIdentifiers>${'<CINdetails><CINreferralDate>2024-05-01</CINreferralDate></CINdetails>'.repeat(referrals)}</Child>\n`;
  let [given, id, tenth] = [0, 1, 1];
  while (given < bytes) {
    const first = id;
    const piece = Buffer.from(Array.from({ length: 200 }, (_, place) => child(first + place)).join(''));
    id += 200;
    yield piece;
    given += piece.length;
    if (given >= (bytes * tenth) / 10) {
      look(tenth);
      tenth += 1;
    }
  }
  yield Buffer.from('</Children></Message>');
}

/** How much more memory a census needs at most after its first tenth. */
async function growth(referrals: number, read: (input: AsyncIterable<Buffer>) => Promise<number>) {
  let memory: MemoryGrowth | null = null;
  const look = (tenth: number) => {
    if (tenth === 1) memory = new MemoryGrowth();
    else memory?.look();
  };
  const children = await read(censusOf(SIZE, referrals, look));
  if (!memory) throw new Error('Nobody looked at the memory');
  if (process.env.MASE_SOAK_MEGABYTES) console.log(JSON.stringify((memory as MemoryGrowth).grown()));
  return { children, memory: memory as MemoryGrowth };
}

test(`a census of ${SIZE / MEGABYTE} MB passes in the memory that its first tenth needed`, async () => {
  const { children, memory } = await growth(
    3,
    async (input) => (await checkCensus(input, 'cin.xml')).children,
  );
  expect(children).toBeGreaterThan(SIZE / 500);
  expect(memory.beyond(bounds)).toEqual([]);
}, 120_000);

test("whoever remembers each child's id keeps the id, and nothing of the file it was cut from", async () => {
  const ids: string[] = [];
  const { memory } = await growth(30, async (input) => {
    for await (const reading of readCensusChildren(input, 'cin.xml'))
      if (isTaken(reading)) ids.push(reading.row.childId);
    return ids.length;
  });
  expect(ids.length).toBeGreaterThan(SIZE / 3_000);
  const ofIds = (ids.length * 300) / MEGABYTE;
  expect(memory.beyond({ ...bounds, heapUsed: 2 + ofIds, rss: bounds.rss + ofIds })).toEqual([]);
}, 120_000);
