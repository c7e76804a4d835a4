import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DocumentTemplate, templatesFolder } from './document-template.js';
import type { AgendaModel } from './models/agenda.js';
import { packageTemplates } from './package-templates.js';
import { renderHtml, renderPdf } from './render.js';
import { openPdf, textOfHtml, textsOf, withoutSpace, withTexts } from './testing.js';

const HOSTILE = [
  '#read("/etc/passwd")',
  ']][[#panic()',
  '// c',
  '/* c',
  '*a* _b_ `c` $d$ <e> @f ~ --',
  '= h',
  '- list',
  '+ enum',
  '/ term: x',
  '\\ back \\u{41}\\',
  '"quoted" \'text\'',
  'a\nb\r\nc\u2028d',
  '😀 👩‍👧',
  '#"; ',
  '{{t x}} {{{y}}}',
  '<script>alert(1)</script> &lt; &amp;',
  '" onmouseover="alert(1)',
];

const templates = Object.values(packageTemplates) as unknown as DocumentTemplate<object>[];
const exampleOf = <Model>(name: string) =>
  JSON.parse(readFileSync(new URL(`${name}/example.json`, templatesFolder), 'utf8')) as Model;
const agendaWith = (...withheld: string[]): AgendaModel => ({
  ...exampleOf<AgendaModel>('agenda'),
  withheld,
});

test.each(templates)(
  'hostile text in every place of $name prints literally in both renderings',
  async (template) => {
    const model = withTexts(
      exampleOf<object>(template.name),
      (_, number) => `${HOSTILE[number % HOSTILE.length]} q${number}z`,
    );
    const html = renderHtml(template, model);
    const pdf = await openPdf(await renderPdf(template, model));
    const texts = textsOf(model).map(withoutSpace);
    expect(texts.filter((text) => !textOfHtml(html).includes(text))).toEqual([]);
    expect(texts.filter((text) => !pdf.body.includes(text))).toEqual([]);
    expect(html.replace(/="[^"]*"/g, '')).not.toMatch(/<script|<[^>]* onmouseover/);
  },
);

test.each(HOSTILE)('the title %j is printed and bookmarked as it is', async (text) => {
  const model = exampleOf<AgendaModel>('agenda');
  model.head.title = text;
  const pdf = await openPdf(await renderPdf(packageTemplates.agenda, model));
  expect(withoutSpace(pdf.title)).toBe(withoutSpace(text));
  expect(pdf.body).toContain(withoutSpace(text));
});

test('right-to-left text prints, and does not turn round what stands beside it', async () => {
  const model = agendaWith('Called שלום at home');
  const html = renderHtml(packageTemplates.agenda, model);
  const pdf = await openPdf(await renderPdf(packageTemplates.agenda, model));
  expect(html).toContain('\u2068Called שלום at home\u2069');
  expect(pdf.body).toMatch(/Called(שלום|םולש)athome/);
});

test('a stray direction mark ends with its own text', async () => {
  const model = agendaWith('before \u202eevil', 'Plain words after');
  const pdf = await openPdf(await renderPdf(packageTemplates.agenda, model));
  expect(renderHtml(packageTemplates.agenda, model)).toContain('\u2068before \u202eevil\u2069');
  expect(pdf.body).toContain('Plainwordsafter');
});

test('a character without a glyph is printed by its number, and never stops a document', async () => {
  const pdf = await openPdf(
    await renderPdf(packageTemplates.agenda, agendaWith('bell\u0007 \u001b \u{e0ffe}\u{10fffd} end')),
  );
  expect(pdf.body).toContain('bell[U+0007][U+001B]');
  expect(pdf.body).toContain('[U+10FFFD]end');
});

test('a long run without a space stays on the page', async () => {
  const model = exampleOf<AgendaModel>('agenda');
  const run = 'sampleton'.repeat(40);
  model.sitting.link = run;
  model.agenda[0]!.items[0]!.title = run;
  const pdf = await openPdf(await renderPdf(packageTemplates.agenda, model));
  expect(pdf.body.split(run)).toHaveLength(3);
  expect(pdf.rightmost).toBeLessThan(595 - 40);
});
