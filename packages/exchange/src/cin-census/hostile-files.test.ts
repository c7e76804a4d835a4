import { expect, test } from 'vitest';
import { inPieces, untilError } from '../testing/files.js';
import { checkCensus, readCensusChildren } from './read-census.js';

const start =
  '<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children>';
const child = '<Child><ChildIdentifiers><LAchildID>A1</LAchildID></ChildIdentifiers></Child>';
const end = '</Children></Message>';

/** What a whole reading ends with. */
async function refusal(bytes: string | Buffer, size?: number) {
  return checkCensus(inPieces(bytes, size), 'cin.xml').then(
    (read) => ({ read }),
    ({ code, words, line }) => ({ code, words, line }),
  );
}

const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${start}<Child>&b;</Child>${end}`;
const outside = `<!DOCTYPE Message SYSTEM "file:///etc/passwd">${start}${end}`;

test.each([
  ['an entity bomb', bomb, 'DOCUMENT_TYPE'],
  ['a document type from elsewhere', outside, 'DOCUMENT_TYPE'],
  ['an entity that nobody declared', `${start}<Child>&b;</Child>${end}`, 'NOT_XML'],
  ['a file that breaks off', `${start}${child}<Child><ChildIden`, 'NOT_XML'],
  ['a tag that another one closes', `${start}<Child></Kind>${end}`, 'NOT_XML'],
  ['two roots', `${start}${end}<Message/>`, 'NOT_XML'],
  ['text that is no XML', 'LAchildID,UPN\n1,2\n', 'NOT_XML'],
  ['nothing', '', 'EMPTY_FILE'],
  ['a NUL', `${start}\0${end}`, 'NUL_BYTE'],
  [
    'another return',
    '<Message><Header><CollectionDetails><Collection>SWF</Collection></CollectionDetails></Header></Message>',
    'NOT_A_CENSUS',
  ],
  ['a page of the web', '<html><body/></html>', 'NOT_A_CENSUS'],
])('%s is refused in words, however it is cut into pieces', async (_what, text, code) => {
  const found = await refusal(text);
  expect(found).toMatchObject({ code, words: expect.stringMatching(/\w+ .*\.$/) });
  expect(await refusal(text, 7)).toMatchObject({ code });
});

test.each([
  [
    'says that it is in Windows-1252',
    Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${start}${end}`),
  ],
  ['is in UTF-16', Buffer.from(`\ufeff${start}${end}`, 'utf16le')],
  ['is in UTF-16 without saying so', Buffer.from(`${start}${end}`, 'utf16le')],
  [
    'says UTF-8 and holds another letter',
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${start}<Child>Zo\u00eb</Child>${end}`, 'latin1'),
  ],
  ['ends within a letter', Buffer.concat([Buffer.from(`${start}${end}`), Buffer.from([0xc3])])],
])('a file that %s is refused for its encoding', async (_what, bytes) => {
  expect(await refusal(bytes)).toMatchObject({
    code: 'WRONG_ENCODING',
    words: expect.stringContaining('UTF-'),
  });
});

test('a byte order mark and letters outside ASCII, cut in the middle, are read', async () => {
  const text = `\ufeff<?xml version="1.0" encoding="utf-8"?>${start}<Child>Zo\u00eb \u{1F600}</Child>${end}`;
  for (const size of [1, 2, 3, 5])
    expect(await refusal(text, size)).toEqual({ read: { year: '', children: 1 } });
});

test.each([
  ['a value without an end', 'x'.repeat(70_000), 20],
  ['elements deeper and deeper', '<a>'.repeat(20_000), 1],
  ['one child with elements without number', '<a/>'.repeat(20_000), 2],
])('%s does not fill the memory', async (_what, part, times) => {
  async function* endless() {
    yield Buffer.from(`${start}<Child>`);
    for (let time = 0; time < times; time += 1) yield Buffer.from(part);
    yield Buffer.from(end);
  }
  const { error } = await untilError(readCensusChildren(endless(), 'cin.xml'));
  expect(error).toMatchObject({ code: 'TOO_LARGE' });
});
