import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { MATCH_LIST_LAYOUT, readMatchList } from './match-list-file.js';

const head = `${MATCH_LIST_LAYOUT.columns.join(',')}\n`;
const read = async (line: string) => (await all(readMatchList(inPieces(`${head}${line}\n`), 'list')))[0];

test('a row is somebody with a name and a date of birth, or with a number', async () => {
  expect(await read('Robin Synthetic,01/05/2011,,,,,,,')).toMatchObject({
    row: { name: 'Robin Synthetic', birthDate: '2011-05-01', identifiers: [] },
  });
  expect(await read(',,,,,,07700 900123;07700 900124,,')).toMatchObject({
    row: { identifiers: [{ kind: 'phone', text: '07700 900123' }, { kind: 'phone' }] },
  });
});

test.each([
  ['Robin Synthetic,,,,,,,,', 'NAME BLANK'],
  [',2011-05-01,,,,,,,', 'NAME BLANK'],
  ['Robin Synthetic,2011-02-30,,,,,,,', 'BORN NOT_A_DATE'],
])('%s is refused: %s', async (line, why) => {
  const reading = await read(line);
  if (!reading || isTaken(reading)) throw new Error('taken');
  expect(reading.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([why]);
});
