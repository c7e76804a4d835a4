import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from './write-xlsx.js';

async function* records(rows: readonly Record<string, string>[]) {
  yield* rows;
}

/** The parts of an archive by name, read from its directory as any reader does. */
async function partsOf(pieces: AsyncIterable<Buffer>): Promise<Map<string, string>> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  const zip = Buffer.concat(all);
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, size, length] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26);
    const text = inflateRawSync(zip.subarray(start, start + packed));
    expect(text.length).toBe(size);
    parts.set(zip.toString('utf8', at + 46, at + 46 + length), text.toString('utf8'));
    at += 46 + length;
  }
  return parts;
}

const sheetOf = async (rows: Record<string, string>[], columns = ['Name', 'Why']) =>
  (await partsOf(writeXlsx('list', columns, records(rows)))).get('xl/worksheets/sheet1.xml') ?? '';
const textsOf = (sheet: string) =>
  [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text);

describe('a list as a workbook', () => {
  it('has the parts that a spreadsheet program asks for, and a row a record below the headings', async () => {
    const parts = await partsOf(
      writeXlsx('a/list', ['Name', 'Why'], records([{ Name: 'Robin & Co', Why: '<b>' }, { Why: 'ü 漢 😀' }])),
    );
    expect([...parts.keys()]).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
      ...['xl/styles.xml', 'xl/worksheets/sheet1.xml'],
    ]);
    expect(parts.get('xl/workbook.xml')).toContain('<sheet name="a list"');
    expect(textsOf(parts.get('xl/worksheets/sheet1.xml') ?? '')).toEqual([
      'Name',
      'Why',
      'Robin &amp; Co',
      '&lt;b&gt;',
      'ü 漢 😀',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '=HYPERLINK("x")'])(
    'keeps %j as text that stays text when the cell is edited',
    async (text) => {
      const sheet = await sheetOf([{ Name: text, Why: '' }]);
      expect(sheet).not.toMatch(/<f[ >]/);
      expect(sheet).toMatch(/<row><c s="1" t="inlineStr"><is><t/);
      const told = text.replaceAll('"', '&quot;').replaceAll('\r', '_x000D_');
      expect(textsOf(sheet)[2]).toBe(told);
    },
  );

  it('holds what XML cannot say, halves of characters, and a cell that is too long', async () => {
    const sheet = await sheetOf([{ Name: `a\u0000b\ud800c`, Why: 'x'.repeat(40_000) }, { Name: '_x000D_' }]);
    const [, , name, why, looks] = textsOf(sheet);
    expect([name, why?.length, looks]).toEqual(['a\ufffdb\ufffdc', 32_767, '_x005F_x000D_']);
  });

  it('is written in pieces: memory does not grow with 200,000 rows, and a source that fails is heard', async () => {
    async function* many() {
      for (let n = 0; n < 200_000; n += 1)
        yield { Name: `Row ${n} ${Math.random()}`, Why: 'made up '.repeat(6) };
    }
    let [most, bytes] = [0, 0];
    const before = process.memoryUsage().arrayBuffers;
    for await (const piece of writeXlsx('list', ['Name', 'Why'], many())) {
      bytes += piece.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(bytes).toBeGreaterThan(2_000_000);
    expect(most).toBeLessThan(30_000_000);
    async function* failing() {
      yield { Name: 'one' };
      throw new Error('The books cannot be read');
    }
    await expect(partsOf(writeXlsx('list', ['Name'], failing()))).rejects.toThrow('cannot be read');
  });
});
