import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type DocumentTemplate, templatesFolder } from './document-template.js';
import type { DocumentHead } from './models/document-head.js';
import { packageTemplates } from './package-templates.js';
import { renderDocx } from './render-docx.js';
import { textsOf, withoutSpace, withTexts } from './testing.js';

interface Head {
  head: DocumentHead;
}

/** The parts of a zip by name, read from its central directory. */
function partsOf(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? file.readUInt32LE(at + offset) : file.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = file.subarray(from, from + size);
    const method = file.readUInt16LE(at + 10);
    parts.set(
      file.toString('utf8', at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

const wordsIn = (xml: string) =>
  withoutSpace(
    xml
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&'),
  );

const templates = [
  packageTemplates.minutes,
  packageTemplates.actionLetter,
] as unknown as DocumentTemplate<Head>[];
const exampleOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}/example.json`, templatesFolder), 'utf8')) as Head;

test.each(templates)(
  'the Word file of $name holds every text of the model, and is marked on every page',
  async (template) => {
    const model = withTexts(exampleOf(template.name), (text, number) => `${text} <q${number}z> & "it"`);
    const parts = partsOf(await renderDocx(template, model));
    const body = wordsIn(parts.get('word/document.xml') ?? '');
    const header = wordsIn(parts.get('word/header1.xml') ?? '');
    const { marking, copy } = model.head;
    expect(header).toContain(withoutSpace(marking));
    expect(header).toContain(
      withoutSpace(
        `Copy ${copy.number} of ${copy.of} for ${copy.recipient}, ${copy.agency}, version ${copy.version}, ${copy.digest}`,
      ),
    );
    const texts = textsOf(model).map(withoutSpace);
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter((text) => !body.includes(text) && !header.includes(text))).toEqual([]);
  },
);

test('its tables repeat their header rows, its headings are headings, and a control character is printed by number', async () => {
  const model = exampleOf('panel-pack') as Head & { overrun: string };
  model.overrun = 'Too long\u0007';
  const parts = partsOf(await renderDocx(packageTemplates.panelPack as never, model));
  const xml = parts.get('word/document.xml') ?? '';
  expect(xml.match(/<w:tblHeader/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length);
  for (const style of ['Title', 'Heading1', 'Heading2']) expect(xml).toContain(`w:val="${style}"`);
  expect(xml).toContain('[U+0007]');
  expect(parts.get('word/footer1.xml')).toContain('PAGE');
  expect(parts.get('docProps/core.xml')).toContain(model.head.title);
});
