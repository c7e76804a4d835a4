import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { checkHeaderRows } from './check-header-rows.js';
import { readSsda903Header } from './read-header.js';

const read = (...rows: string[]) => {
  const text = ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...rows].join('\n');
  return all(checkHeaderRows(readSsda903Header(inPieces(text), 'header.csv')));
};

test('a child with the same facts twice is taken once, and the second row says where the first stands', async () => {
  const readings = await read(
    '1,1,27/03/2008,WBRI,UN1,,',
    '2,1,27/03/2008,WBRI,UN1,,',
    '1,1,27/03/2008,WBRI,UN1,,',
  );
  expect(readings.map(isTaken)).toEqual([true, true, false]);
  expect(readings[2]).toMatchObject({
    line: 4,
    faults: [
      {
        field: 'CHILD',
        value: '1',
        code: 'DUPLICATE_ROW',
        reason: 'The same child with the same facts stands in line 2.',
      },
    ],
    raw: { CHILD: '1', DOB: '27/03/2008' },
  });
});

test('a child with other facts is refused naming what differs, and the first row stands', async () => {
  const readings = await read('1,1,27/03/2008,WBRI,UN1,,', '1,1,28/03/2008,WBRI,E801234019001,,');
  expect(readings).toMatchObject([
    { row: { birthDate: '2008-03-27' } },
    {
      faults: [
        {
          code: 'DUPLICATE_CHILD',
          reason: 'The same child stands in line 2 with another date of birth, UPN, reason for no UPN.',
        },
      ],
      raw: { DOB: '28/03/2008' },
    },
  ]);
});

test('a row refused for its own faults passes through and is no first row', async () => {
  const readings = await read('1,1,,WBRI,UN1,,', '1,1,27/03/2008,WBRI,UN1,,');
  expect(readings.map(isTaken)).toEqual([false, true]);
});
