import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { checkCensus } from './read-census.js';

const MEGABYTE = 1024 * 1024;
/** 24 MB in an ordinary run; the soak sets 200 or more. */
const SIZE = Number(process.env.MASE_SOAK_MEGABYTES ?? 24) * MEGABYTE;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** A census of so many bytes; `look` is asked after every tenth of it. */
async function* censusOf(bytes: number, look: (tenth: number) => void): AsyncGenerator<Buffer> {
  yield Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?><Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year></CollectionDetails></Header><Children>',
  );
  const child = (id: number) =>
    `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>2011-04-27</PersonBirthDate></ChildIdentifiers>${'<CINdetails><CINreferralDate>2024-05-01</CINreferralDate></CINdetails>'.repeat(3)}</Child>\n`;
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

test(`a census of ${SIZE / MEGABYTE} MB passes in the memory that its first tenth needed`, async () => {
  let early = 0;
  let most = 0;
  const look = (tenth: number) => {
    if (tenth === 1) early = heapInUse();
    else most = Math.max(most, heapInUse());
  };
  const { children } = await checkCensus(censusOf(SIZE, look), 'cin.xml');
  expect(children).toBeGreaterThan(SIZE / 500);
  expect(early).toBeGreaterThan(0);
  expect(most - early).toBeLessThan(4 * MEGABYTE);
}, 120_000);
