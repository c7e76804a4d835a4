import { expect, test } from 'vitest';
import { all, inPieces, untilError } from '../testing/files.js';
import { csvRecords } from './csv-records.js';

const read = (content: string | Buffer, size?: number) =>
  csvRecords(inPieces(content, size), 'file.csv', { windows1252: false });

test.each([1, 2, 3, 7, 64, 65_536])(
  'rows and lines are the same when the file comes in pieces of %i bytes',
  async (size) => {
    const text = 'A,B\r\n1,"two\r\nlines"\r\n\r\n3,"say ""four"""\n5,"un\nix"\r6,seven é';
    expect(await all(read(text, size))).toEqual([
      { line: 1, cells: ['A', 'B'] },
      { line: 2, cells: ['1', 'two\r\nlines'] },
      { line: 5, cells: ['3', 'say "four"'] },
      { line: 6, cells: ['5', 'un\nix'] },
      { line: 8, cells: ['6', 'seven é'] },
    ]);
  },
);

test('rows with nothing in them are passed over but counted', async () => {
  const lines = (await all(read('A,B\n,\n  , \n1,2\n\n\n'))).map(({ line }) => line);
  expect(lines).toEqual([1, 4]);
});

test('a quotation mark inside a value is kept, not a reason to stop', async () => {
  expect(await all(read('5" gap,b\n"x"y,d\n'))).toEqual([
    { line: 1, cells: ['5" gap', 'b'] },
    { line: 2, cells: ['"x"y', 'd'] },
  ]);
});

test.each([1, 5, 4096])(
  'a quotation mark that never closes stops at its row, after all before it (pieces of %i)',
  async (size) => {
    const { given, error } = await untilError(read('A,B\n1,2\n"3,4\n5,6\n', size));
    expect(given.map(({ line }) => line)).toEqual([1, 2]);
    expect(error).toMatchObject({ code: 'QUOTE_NOT_CLOSED', file: 'file.csv', line: 3 });
  },
);

test.each([1024, 65_536])(
  'a row without an end is stopped at 256 KiB, after all rows before it (pieces of %i)',
  async (size) => {
    const { given, error } = await untilError(read(`A,B\n1,2\n${'x'.repeat(300_000)}`, size));
    expect(given.map(({ line }) => line)).toEqual([1, 2]);
    expect(error).toMatchObject({ code: 'LINE_TOO_LONG', line: 3 });
  },
);

test.each([1, 3, 4096])('a NUL stops at its row, after all rows before it (pieces of %i)', async (size) => {
  const { given, error } = await untilError(read('A,B\n11,22\n33,44\n5\u0000,6\n7,8\n'.repeat(2), size));
  expect(given.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(error).toMatchObject({ code: 'NUL_BYTE', line: 4 });
});

test('a reader that is left early lets go of its source', async () => {
  let closed = false;
  async function* source() {
    try {
      for (;;) yield Buffer.from('1,2\n'.repeat(1000));
    } finally {
      closed = true;
    }
  }
  for await (const { line } of csvRecords(source(), 'file.csv', { windows1252: false }))
    if (line === 5) break;
  expect(closed).toBe(true);
});

test('a failing source fails the reading with its own error', async () => {
  async function* source() {
    yield Buffer.from('A,B\n1,2\n3,4 and enough to be read');
    throw new Error('the disk is gone');
  }
  const { error } = await untilError(csvRecords(source(), 'file.csv', { windows1252: false }));
  expect(error).toMatchObject({ message: 'the disk is gone' });
});
