import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { readSsda903Missing } from './read-missing.js';

const COLUMNS = 'CHILD,DOB,MISSING,MIS_START,MIS_END';

async function one(row: string) {
  const [reading] = await all(readSsda903Missing(inPieces(`${COLUMNS}\r\n${row}\r\n`), 'missing.csv'));
  if (!reading) throw new Error('no reading');
  return reading;
}

test.each([
  ['A', 'away'],
  ['M', 'missing'],
])('type %s is %s', async (code, kind) => {
  expect(await one(`510000,12/03/2002,${code},13/11/2017,25/11/2017`)).toMatchObject({
    line: 2,
    row: {
      childId: '510000',
      birthDate: '2002-03-12',
      kind,
      nativeKind: code,
      start: '2017-11-13',
      end: '2017-11-25',
    },
    warnings: [],
  });
});

test('an episode without an end is open', async () => {
  const reading = await one('1,12/03/2002,M,13/11/2017,');
  expect(reading).toMatchObject({ warnings: [] });
  expect(reading).not.toHaveProperty('row.end');
});

test('an episode may end on the day it starts: episodes of any length are recorded', async () => {
  expect(await one('1,12/03/2002,M,13/11/2017,13/11/2017')).toMatchObject({ row: { end: '2017-11-13' } });
});

test.each([
  ['1,,M,13/11/2017,', 'BLANK'],
  ['1,12/13/2002,M,13/11/2017,', 'NOT_A_DATE'],
])('%s is taken by the id alone, with a warning on the date of birth', async (row, code) => {
  const reading = await one(row);
  expect(reading).toMatchObject({ row: { childId: '1' }, warnings: [{ field: 'DOB', code }] });
  expect(reading).not.toHaveProperty('row.birthDate');
});

test.each([
  ['1,12/03/2002,,13/11/2017,', 'MISSING', 'BLANK'],
  ['1,12/03/2002,X,13/11/2017,', 'MISSING', 'NOT_IN_LIST'],
  ['1,12/03/2002,M,,13/11/2017', 'MIS_START', 'BLANK'],
  ['1,12/03/2002,M,13/11/17,', 'MIS_START', 'NOT_A_DATE'],
  ['1,12/03/2002,M,13/11/2017,31/11/2017', 'MIS_END', 'NOT_A_DATE'],
  ['1,12/03/2002,M,13/11/2017,12/11/2017', 'MIS_END', 'DATES_OUT_OF_ORDER'],
  ['1,12/03/2002,M,11/03/2002,', 'MIS_START', 'DATES_OUT_OF_ORDER'],
  [',12/03/2002,M,13/11/2017,', 'CHILD', 'BLANK'],
])('%s is refused for %s', async (row, field, code) => {
  const reading = await one(row);
  expect(!isTaken(reading) && reading.faults.map((fault) => [fault.field, fault.code])).toEqual([
    [field, code],
  ]);
});

test('overlapping episodes are both given, since whether they stand is decided elsewhere', async () => {
  const text = `${COLUMNS}\n1,12/03/2002,M,13/11/2017,20/11/2017\n1,12/03/2002,A,15/11/2017,\n`;
  expect(await all(readSsda903Missing(inPieces(text), 'missing.csv'))).toMatchObject([
    { warnings: [] },
    { warnings: [] },
  ]);
});
