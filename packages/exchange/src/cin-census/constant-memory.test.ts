import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { checkCensus, readCensusChildren } from './read-census.js';

const MEGABYTE = 1024 * 1024;
/** 24 MB in an ordinary run; the soak sets 200 or more. */
const SIZE = Number(process.env.MASE_SOAK_MEGABYTES ?? 24) * MEGABYTE;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

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
  let early = 0;
  let most = 0;
  const look = (tenth: number) => {
    if (tenth === 1) early = heapInUse();
    else most = Math.max(most, heapInUse());
  };
  const children = await read(censusOf(SIZE, referrals, look));
  expect(early).toBeGreaterThan(0);
  return { children, grown: most - early };
}

test(`a census of ${SIZE / MEGABYTE} MB passes in the memory that its first tenth needed`, async () => {
  const { children, grown } = await growth(
    3,
    async (input) => (await checkCensus(input, 'cin.xml')).children,
  );
  expect(children).toBeGreaterThan(SIZE / 500);
  expect(grown).toBeLessThan(4 * MEGABYTE);
}, 120_000);

test("whoever remembers each child's id keeps the id, and nothing of the file it was cut from", async () => {
  const ids: string[] = [];
  const { grown } = await growth(30, async (input) => {
    for await (const reading of readCensusChildren(input, 'cin.xml'))
      if (isTaken(reading)) ids.push(reading.row.childId);
    return ids.length;
  });
  expect(ids.length).toBeGreaterThan(SIZE / 3_000);
  expect(grown).toBeLessThan(2 * MEGABYTE + ids.length * 300);
}, 120_000);
