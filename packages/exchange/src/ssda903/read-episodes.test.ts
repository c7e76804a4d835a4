import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { readSsda903Episodes } from './read-episodes.js';

const GOOD = {
  CHILD: '7',
  DECOM: '15/02/2016',
  RNE: 'L',
  LS: 'C2',
  CIN: 'N3',
  PLACE: 'T2',
  PLACE_PROVIDER: 'PR0',
  DEC: '14/08/2017',
  REC: 'X1',
  REASON_PLACE_CHANGE: 'CLOSE',
  HOME_POST: 'EG19 7TT',
  PL_POST: 'WV27 9FW',
  URN: '4244474',
};

async function one(change: Partial<typeof GOOD>) {
  const row = { ...GOOD, ...change };
  const text = `${Object.keys(row).join()}\n${Object.values(row).join()}\n`;
  const [reading] = await all(readSsda903Episodes(inPieces(text), 'episodes.csv'));
  if (!reading) throw new Error('no reading');
  return reading;
}

test('a complete episode is taken without a warning', async () => {
  expect(await one({})).toEqual({
    file: 'episodes.csv',
    line: 2,
    row: {
      childId: '7',
      start: '2016-02-15',
      reason: 'L',
      legalStatus: 'C2',
      need: 'N3',
      placement: 'T2',
      provider: 'PR0',
      end: '2017-08-14',
      endReason: 'X1',
      placementChange: 'CLOSE',
      homePostcode: 'EG19 7TT',
      placementPostcode: 'WV27 9FW',
      urn: '4244474',
    },
    warnings: [],
    raw: GOOD,
  });
});

test('an episode without an end is open', async () => {
  const reading = await one({ DEC: '', REC: '' });
  expect(reading).toMatchObject({ warnings: [] });
  expect(reading).not.toHaveProperty('row.end');
});

test('a reason without an end leaves the episode open, with a warning', async () => {
  const reading = await one({ DEC: '', REC: 'E4B' });
  expect(reading).toMatchObject({
    row: { endReason: 'E4B' },
    warnings: [{ field: 'REC', code: 'WITHOUT_ITS_PARTNER' }],
  });
  expect(reading).not.toHaveProperty('row.end');
});

test.each([
  [{ REC: '' }, 'DEC', 'WITHOUT_ITS_PARTNER'],
  [{ REC: 'E99' }, 'REC', 'NOT_IN_LIST'],
  [{ RNE: 'Q' }, 'RNE', 'NOT_IN_LIST'],
  [{ RNE: '' }, 'RNE', 'BLANK'],
  [{ CIN: 'N0' }, 'CIN', 'NOT_IN_LIST'],
  [{ PLACE_PROVIDER: 'PR9' }, 'PLACE_PROVIDER', 'NOT_IN_LIST'],
  [{ REASON_PLACE_CHANGE: 'MOVED' }, 'REASON_PLACE_CHANGE', 'NOT_IN_LIST'],
  [{ LS: 'c2' }, 'LS', 'UNUSUAL_FORM'],
])('%j is taken with a warning on %s', async (change, field, code) => {
  const reading = await one(change);
  expect(isTaken(reading) && reading.warnings.map((warning) => [warning.field, warning.code])).toEqual([
    [field, code],
  ]);
});

test.each([
  [{ LS: 'C9' }, 'LS', 'NOT_IN_LIST'],
  [{ LS: '' }, 'LS', 'BLANK'],
  [{ PLACE: 'A2' }, 'PLACE', 'NOT_IN_LIST'],
  [{ PLACE: '' }, 'PLACE', 'BLANK'],
  [{ DECOM: '' }, 'DECOM', 'BLANK'],
  [{ DECOM: '30/02/2016' }, 'DECOM', 'NOT_A_DATE'],
  [{ DEC: '31/06/2017' }, 'DEC', 'NOT_A_DATE'],
  [{ DEC: '14/02/2016' }, 'DEC', 'DATES_OUT_OF_ORDER'],
  [{ CHILD: '' }, 'CHILD', 'BLANK'],
])('%j is refused for %s', async (change, field, code) => {
  const reading = await one(change);
  expect(!isTaken(reading) && reading.faults.map((fault) => [fault.field, fault.code])).toEqual([
    [field, code],
  ]);
});

test('an episode may end on the day it starts', async () => {
  expect(await one({ DEC: '15/02/2016' })).toMatchObject({ row: { end: '2016-02-15' }, warnings: [] });
});
