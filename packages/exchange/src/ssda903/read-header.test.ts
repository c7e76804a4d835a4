import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { readSsda903Header } from './read-header.js';

const COLUMNS = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';

async function one(row: string) {
  const [reading] = await all(readSsda903Header(inPieces(`${COLUMNS}\n${row}\n`), 'header.csv'));
  if (!reading) throw new Error('no reading');
  return reading;
}

async function warnings(row: string) {
  const reading = await one(row);
  if (!isTaken(reading)) throw new Error('refused');
  return reading.warnings.map(({ field, value, code }) => [field, value, code]);
}

async function faults(row: string) {
  const reading = await one(row);
  if (isTaken(reading)) throw new Error('taken');
  return reading.faults.map(({ field, value, code }) => [field, value, code]);
}

test('a complete row is taken without a warning', async () => {
  expect(await one('566910,2,27/03/2008,WROM,E801234019001,1,02/05/2023')).toEqual({
    file: 'header.csv',
    line: 2,
    row: {
      childId: '566910',
      sex: 'female',
      birthDate: '2008-03-27',
      ethnicity: 'WROM',
      upn: { value: 'E801234019001', verified: true },
      mother: true,
      motherChildBirthDate: '2023-05-02',
    },
    warnings: [],
    raw: {
      CHILD: '566910',
      SEX: '2',
      DOB: '27/03/2008',
      ETHNIC: 'WROM',
      UPN: 'E801234019001',
      MOTHER: '1',
      MC_DOB: '02/05/2023',
    },
  });
});

test('a UPN with a wrong check letter keeps the child, and the UPN as given, unverified', async () => {
  expect(await one('1,1,27/03/2008,WBRI,D801234019001,,')).toMatchObject({
    row: { upn: { value: 'D801234019001', verified: false } },
    warnings: [{ file: 'header.csv', line: 2, field: 'UPN', value: 'D801234019001', code: 'CHECK_FAILED' }],
  });
});

test.each(['UN1', 'UN2', 'UN3', 'UN4', 'UN5'])('%s stands in place of a UPN', async (code) => {
  const reading = await one(`1,1,27/03/2008,WBRI,${code},,`);
  expect(reading).toMatchObject({ row: { noUpnReason: code }, warnings: [] });
  expect(reading).not.toHaveProperty('row.upn');
});

test('UN7 belongs to the CIN census, so it is kept as given with a warning', async () => {
  expect(await one('1,1,27/03/2008,WBRI,UN7,,')).toMatchObject({
    row: { upn: { value: 'UN7', verified: false } },
    warnings: [{ field: 'UPN', code: 'CHECK_FAILED' }],
  });
});

test.each([
  ['1,3,27/03/2008,WBRI,UN1,,', 'SEX', '3', 'NOT_IN_LIST'],
  ['1,,27/03/2008,WBRI,UN1,,', 'SEX', '', 'BLANK'],
  ['1,1,27/03/2008,CNHE,UN1,,', 'ETHNIC', 'CNHE', 'NOT_IN_LIST'],
  ['1,1,27/03/2008,,UN1,,', 'ETHNIC', '', 'BLANK'],
  ['1,1,27/03/2008,wbri,UN1,,', 'ETHNIC', 'wbri', 'UNUSUAL_FORM'],
  ['1,1,27/03/2008,toString,UN1,,', 'ETHNIC', 'toString', 'NOT_IN_LIST'],
  ['1,1,27/03/2008,WBRI,,,', 'UPN', '', 'BLANK'],
  ['1,2,27/03/2008,WBRI,UN1,1.0,', 'MOTHER', '1.0', 'UNUSUAL_FORM'],
  ['1,2,27/03/2008,WBRI,UN1,yes,', 'MOTHER', 'yes', 'NOT_IN_LIST'],
  ['1,2,27/03/2008,WBRI,UN1,0,02/05/2023', 'MC_DOB', '02/05/2023', 'WITHOUT_ITS_PARTNER'],
  ['1,2,27/03/2008,WBRI,UN1,1,27/03/2008', 'MC_DOB', '27/03/2008', 'DATES_OUT_OF_ORDER'],
  ['1,2,27/03/2008,WBRI,UN1,1,31/02/2023', 'MC_DOB', '31/02/2023', 'NOT_A_DATE'],
  ['A-1,2,27/03/2008,WBRI,UN1,,', 'CHILD', 'A-1', 'UNUSUAL_FORM'],
])('%s is taken with a warning on %s', async (row, field, value, code) => {
  expect(await warnings(row)).toEqual([[field, value, code]]);
});

test('a sex that is not given leaves the child taken and the sex not known', async () => {
  expect(await one('1,X,27/03/2008,WBRI,UN1,,')).toMatchObject({ row: { sex: 'notKnown' } });
});

test.each([
  [',1,27/03/2008,WBRI,UN1,,', 'CHILD', '', 'BLANK'],
  ['two words,1,27/03/2008,WBRI,UN1,,', 'CHILD', 'two words', 'NOT_AN_IDENTIFIER'],
  ['123456789012345678901,1,27/03/2008,WBRI,UN1,,', 'CHILD', '123456789012345678901', 'NOT_AN_IDENTIFIER'],
  ['1,1,,WBRI,UN1,,', 'DOB', '', 'BLANK'],
  ['1,1,29/02/2009,WBRI,UN1,,', 'DOB', '29/02/2009', 'NOT_A_DATE'],
  ['1,1,2008-03-27,WBRI,UN1,,', 'DOB', '2008-03-27', 'NOT_A_DATE'],
  ['1,1,27/03/2008,WBRI,UN1,', '', '6', 'WRONG_COLUMN_COUNT'],
  ['1,1,27/03/2008,WBRI,UN1,,,late', '', '8', 'WRONG_COLUMN_COUNT'],
])('%s is refused for %s', async (row, field, value, code) => {
  expect(await faults(row)).toEqual([[field, value, code]]);
});

test('a refused row gives all its faults at once and keeps every value as given', async () => {
  expect(await one(' ,1, 31/06/2008 ,WBRI,UN1,,')).toMatchObject({
    faults: [{ field: 'CHILD' }, { field: 'DOB', value: ' 31/06/2008 ' }],
    raw: { CHILD: ' ', SEX: '1', DOB: ' 31/06/2008 ', ETHNIC: 'WBRI', UPN: 'UN1', MOTHER: '', MC_DOB: '' },
  });
});

test('blank cells beyond the last column, as spreadsheets add them, do no harm', async () => {
  expect(await warnings('1,1,27/03/2008,WBRI,UN1,,,,')).toEqual([]);
});

test('a value of more than 200 characters refuses its row, shows its start and loses nothing', async () => {
  const long = '9'.repeat(5000);
  const reading = await one(`1,1,27/03/2008,WBRI,${long},,`);
  expect(reading).toMatchObject({ faults: [{ field: 'UPN', code: 'TOO_LONG' }], raw: { UPN: long } });
  expect(isTaken(reading) ? 0 : reading.faults[0]?.value.length).toBe(201);
});

test('a column that the return does not have is not taken, and what it said stands in a warning', async () => {
  const text = `${COLUMNS},NOTES\n1,1,27/03/2008,WBRI,UN1,,,moved\n2,1,27/03/2008,WBRI,UN1,,,\n`;
  const readings = await all(readSsda903Header(inPieces(text), 'header.csv'));
  expect(readings).toMatchObject([
    { row: { childId: '1' }, warnings: [{ field: 'NOTES', value: 'moved', code: 'UNKNOWN_COLUMN' }] },
    { row: { childId: '2' }, warnings: [] },
  ]);
});

test('a letter read as Windows-1252 is said on its row and on no other', async () => {
  const rows = `${COLUMNS},NOTES\n1,1,27/03/2008,WBRI,UN1,,,\n2,1,27/03/2008,WBRI,UN1,,,Si\u00e2n\n`;
  const readings = await all(readSsda903Header(inPieces(Buffer.from(rows, 'latin1')), 'header.csv'));
  expect(readings).toMatchObject([
    { warnings: [] },
    {
      warnings: [
        { code: 'UNKNOWN_COLUMN' },
        { field: 'NOTES', value: 'Si\u00e2n', code: 'READ_AS_WINDOWS_1252' },
      ],
    },
  ]);
});
