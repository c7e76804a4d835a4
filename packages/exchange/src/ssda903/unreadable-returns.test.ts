import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all, inPieces, untilError } from '../testing/files.js';
import { UnreadableFileError } from '../unreadable-file-error.js';
import { readSsda903Header } from './read-header.js';
import { readSsda903Missing } from './read-missing.js';

const header = (text: string) => untilError(readSsda903Header(inPieces(text), 'header.csv'));

test('missing columns are named, and those that are not known', async () => {
  const { error } = await header('CHILD,SEX,BIRTH,ETHNIC,UPN,MOTHER\n');
  expect(error).toMatchObject({
    code: 'WRONG_COLUMNS',
    file: 'header.csv',
    line: 1,
    words: 'This is not a file "SSDA903 header". Missing: DOB, MC_DOB. Not known: BIRTH.',
  });
});

test('a file given in another\u2019s place is recognised', async () => {
  const { error } = await header('CHILD,DOB,MISSING,MIS_START,MIS_END\n');
  expect((error as Error).message).toContain('It looks like the file "SSDA903 missing".');
});

test('a column given twice is refused, since either could be meant', async () => {
  const { error } = await header('CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,DOB\n');
  expect((error as Error).message).toContain('Given twice: DOB.');
});

test('semicolons in place of commas are named as the cause', async () => {
  const { error } = await header('CHILD;SEX;DOB;ETHNIC;UPN;MOTHER;MC_DOB\n');
  expect((error as Error).message).toContain('not separated by commas');
});

test('a file of empty lines is an empty file', async () => {
  expect((await header('\n\n  \n')).error).toMatchObject({ code: 'EMPTY_FILE' });
});

test('a return with nobody missing has its column names and no rows', async () => {
  expect(
    await all(readSsda903Missing(inPieces('CHILD,DOB,MISSING,MIS_START,MIS_END\n'), 'missing.csv')),
  ).toEqual([]);
});

test('columns may come in another order and in small letters', async () => {
  const text = 'mis_end,mis_start,missing,dob,child\n,05/06/2017,M,01/02/2004,42\n';
  expect(await all(readSsda903Missing(inPieces(text), 'missing.csv'))).toMatchObject([
    { line: 2, row: { childId: '42', birthDate: '2004-02-01', kind: 'missing', start: '2017-06-05' } },
  ]);
});

test('whatever the bytes, a file ends or is refused in words, the same however it is cut into pieces', async () => {
  const line = fc.constantFrom(
    '1,12/03/2002,M,13/11/2017,',
    '2,,A,14/11/2017,15/11/2017',
    '3,x',
    '"',
    '"a"b,,,',
    'Zo\u00eb,,,,',
    ',,,,',
  );
  const part = fc.oneof(
    { weight: 6, arbitrary: line.map((text) => Buffer.from(text)) },
    { weight: 6, arbitrary: fc.constantFrom('\n', '\r\n', '\r').map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)) },
  );
  const pieces = fc.integer({ min: 1, max: 9 });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 40 }), pieces, async (parts, size) => {
      const bytes = Buffer.concat([Buffer.from('CHILD,DOB,MISSING,MIS_START,MIS_END\n'), ...parts]);
      const whole = await untilError(readSsda903Missing(inPieces(bytes), 'missing.csv'));
      if (whole.error !== undefined) expect(whole.error).toBeInstanceOf(UnreadableFileError);
      const cut = await untilError(readSsda903Missing(inPieces(bytes, size), 'missing.csv'));
      expect(cut).toEqual(whole);
    }),
    { numRuns: 400 },
  );
});
