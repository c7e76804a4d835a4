import { expect, test } from 'vitest';
import { all, inPieces, untilError } from '../testing/files.js';
import { type ByteFindings, utf8Chunks } from './utf8-chunks.js';

async function decode(content: Buffer | string, size = 65_536) {
  const findings: ByteFindings = { windows1252: false };
  const { given, error } = await untilError(utf8Chunks(inPieces(content, size), 'file.csv', findings));
  return { text: Buffer.concat(given).toString(), findings, error };
}

const SIZES = [1, 2, 3, 5, 65_536];

test.each(SIZES)('UTF-8 letters survive being cut between pieces of %i bytes', async (size) => {
  const text = 'Siân, Zoë, Łucja, 李, 😀, and plain text after them';
  expect(await decode(text, size)).toMatchObject({ text, findings: { windows1252: false } });
});

test('a byte order mark is taken off and belongs to no name', async () => {
  expect((await decode('\ufeffCHILD,SEX')).text).toBe('CHILD,SEX');
});

test.each(SIZES)(
  'bytes that are no UTF-8 are read as Windows-1252, and it is said (pieces of %i)',
  async (size) => {
    const bytes = Buffer.concat([
      Buffer.from('plain text, then Si'),
      Buffer.from([0xe2]),
      Buffer.from('n and '),
      Buffer.from([0x93, 0x94, 0xe9]),
    ]);
    expect(await decode(bytes, size)).toEqual({
      text: 'plain text, then Siân and “”é',
      findings: { windows1252: true },
      error: undefined,
    });
  },
);

test.each(SIZES)(
  'UTF-8 with a broken byte after it is neither, and stops there (pieces of %i)',
  async (size) => {
    const bytes = Buffer.concat([
      Buffer.from('proper UTF-8: Siân, then '),
      Buffer.from([0xe2]),
      Buffer.from('n and more text'),
    ]);
    const { text, findings } = await decode(bytes, size);
    expect(text).toBe('proper UTF-8: Siân, then ');
    expect(findings.stopped?.code).toBe('WRONG_ENCODING');
  },
);

test('a byte that Windows-1252 does not have is refused rather than guessed', async () => {
  const { findings } = await decode(
    Buffer.concat([Buffer.from('some plain text first '), Buffer.from([0xe9, 0x20, 0x81, 0x20])]),
  );
  expect(findings.stopped?.code).toBe('WRONG_ENCODING');
});

test.each([
  ['UTF-16 with its mark', Buffer.from('\ufeffCHILD,SEX\n', 'utf16le'), 'WRONG_ENCODING'],
  ['UTF-16 without a mark', Buffer.from('CHILD,SEX\n', 'utf16le'), 'WRONG_ENCODING'],
  ['UTF-16, the other byte first', Buffer.from('CHILD,SEX\n', 'utf16le').swap16(), 'WRONG_ENCODING'],
  ['a workbook', Buffer.from('PK\u0003\u0004 and the rest of it'), 'NOT_CSV'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'NOT_CSV'],
  ['a PDF', Buffer.from('%PDF-1.7 and the rest'), 'NOT_CSV'],
  ['an XML file', Buffer.from('<?xml version="1.0"?>'), 'NOT_CSV'],
  ['an empty file', Buffer.alloc(0), 'EMPTY_FILE'],
  ['a byte order mark alone', Buffer.from('\ufeff'), 'EMPTY_FILE'],
])('%s is refused by its first bytes', async (_name, bytes, code) => {
  for (const size of SIZES)
    expect((await decode(bytes, size)).error).toMatchObject({ code, file: 'file.csv' });
});

test('one huge buffer is handed on in small pieces', async () => {
  const pieces = await all(
    utf8Chunks(inPieces('1,2\n'.repeat(200_000), 1_000_000), 'file.csv', { windows1252: false }),
  );
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(65_536 + 16);
});
