import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { checkTypst } from './area-grammar.js';
import { areaTemplates, tryTemplates } from './area-templates.js';
import { templatesFolder } from './document-template.js';
import type { ActionLetterModel } from './models/action-letter.js';
import { packageTemplates } from './package-templates.js';
import { renderHtml, renderPdf } from './render.js';
import { openPdf, withoutSpace } from './testing.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'area-templates-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => fileURLToPath(new URL(`${name}/`, templatesFolder));
const example = <Model>(name: string) =>
  JSON.parse(readFileSync(`${place(name)}example.json`, 'utf8')) as Model;

/** An area's letter: the house's own with something else in its place. */
function area(change: { html?: (source: string) => string; typst?: (source: string) => string }) {
  const own = join(folder, 'action-letter');
  cpSync(place('action-letter'), own, { recursive: true });
  for (const [file, edit] of [
    ['body.html.hbs', change.html],
    ['body.typ.hbs', change.typst],
  ] as const)
    if (edit) writeFileSync(join(own, file), edit(readFileSync(join(own, file), 'utf8')));
  return areaTemplates(folder);
}

describe('an area’s own template', () => {
  it('stands in the place of the house’s, in both renderings, and its mark says so', async () => {
    const words = (source: string) => source.replace('Your actions', 'What we ask of you');
    const templates = area({ html: words, typst: words });
    const model = example<ActionLetterModel>('action-letter');
    expect(renderHtml(templates.actionLetter, model)).toContain('What we ask of you');
    const pdf = await openPdf(await renderPdf(templates.actionLetter, model));
    expect(pdf.body).toContain(withoutSpace('What we ask of you'));
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(templates.actionLetter.mark).toMatch(/^action-letter area [0-9a-f]{16}$/);
    expect(packageTemplates.actionLetter.mark).toMatch(/^action-letter house [0-9a-f]{16}$/);
    expect(templates.minutes).toBe(packageTemplates.minutes);
  });

  it.each([
    ['a variable that the model lacks', '<p>{{sitting.weather}}</p>', 'sitting.weather is not in the model'],
    ['the way to a prototype', '<p>{{constructor.name}}</p>', 'constructor'],
    ['the same by another name', '<p>{{__proto__.polluted}}</p>', '__proto__'],
    ['the same through a method', '<p>{{sitting.toString.constructor.name}}</p>', 'Cannot read properties'],
    ['a helper that looks up', '<p>{{lookup . "constructor"}}</p>', 'only {{x}} print'],
    ['a helper as a block', '{{#lookup . "constructor"}}x{{/lookup}}', 'the block lookup is unknown'],
    ['words unescaped', '<p>{{{salutation}}}</p>', 'triple-stash'],
    ['a decorator', '{{#*inline "a"}}x{{/inline}}', 'decorators are not used'],
    ['a script', '<script>alert(1)</script>', 'could run or load'],
    ['an attribute that runs', '<p onclick="go()">x</p>', 'could run or load'],
    ['a picture from elsewhere', '<img src="https://example.org/x">', 'could run or load'],
    ['a link to elsewhere', '<a href="https://example.org">x</a>', 'could run or load'],
    ['a form', '<form action="/x"></form>', 'could run or load'],
    ['a partial that calls itself without end', '{{> no-such-partial}}', 'no-such-partial'],
  ])('is refused with %s', (_, words, why) => {
    expect(() => area({ html: (source) => source.replace('<h2>', `${words}<h2>`) })).toThrow(why);
  });

  it('is refused where a loop in a loop would not come to an end', () => {
    const deep = 12;
    const loop = '{{#each ../actions}}'.repeat(deep) + '{{what}}' + '{{/each}}'.repeat(deep);
    const first = `{{#each actions}}${loop}{{/each}}`;
    const model = example<ActionLetterModel>('action-letter');
    model.actions = Array.from({ length: 40 }, () => ({ ...(model.actions[0] as never as object) })) as never;
    const templates = () =>
      area({
        html: (source) => source.replace('<h2>', `${first.replaceAll('../actions', '@root.actions')}<h2>`),
      });
    const started = performance.now();
    expect(() => renderHtml(templates().actionLetter, model)).toThrow(/more than 2000000 values/);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('is refused where it leaves out the marking or whose copy it is', () => {
    const without = (source: string) =>
      source
        .replace('{{> document-start head}}', '')
        .replace('{{> document-end head}}', '')
        .replace('{{> sitting}}', '');
    expect(() => area({ html: without })).toThrow('does not print “OFFICIAL-SENSITIVE”');
  });

  it('is refused where the document has another name than any that there is', () => {
    area({});
    cpSync(place('action-letter'), join(folder, 'letters'), { recursive: true });
    expect(() => areaTemplates(folder)).toThrow('letters: there is no such document');
    rmSync(join(folder, 'letters'), { recursive: true });
  });
});

test.each([
  '#read("/etc/passwd")',
  '#include "x.typ"',
  '#import "@preview/x:1.0.0": y',
  '#{ while true {} }',
  '#let x = read',
  '#par(read("/etc/passwd"))',
  '#par(for x in (1, 2) [x])',
  '#par[x](for x in (1,) [x])',
  '#par[x]{{#if a}}(for x in (1,) [x]){{/if}}',
  '#h{{#if a}}ide(read("x")){{/if}}',
  '#par{{#if a}}(eval("1")){{/if}}',
  '#par{{#if a}}[{{/if}} for x in y',
  '#line-end.fields()',
  '#strong[a].fields()',
  '#par[a]{{#each b}}.{{/each}}at(0)',
  '#list({{#each a}}[#par(range(1000000000))],{{/each}})',
  '$ #read("x") $',
  '`raw`',
  '#set page(width: 1pt)',
  '#show heading: none',
  '#plugin("x.wasm")',
  '#std.read("x")',
  '#par("a" * 1000000000)',
  '#par(..{{s x}})',
  '#list({{t x}})',
  '{{s x}}',
  '#par(x => x)',
  'a ] b',
  '\\{{#if a}}[{{/if}}',
])('the PDF template %s holds what computes, reads or calls, and is refused', (source) => {
  expect(() => checkTypst(source, 'letter/body.typ.hbs')).toThrow(/^letter\/body\.typ\.hbs/);
});

test.each(['action-letter', 'minutes', 'extract', 'journey', 'agenda'])(
  'the house’s own %s is written in what an area may use',
  (name) => {
    const source = readFileSync(`${place(name)}body.typ.hbs`, 'utf8');
    expect(() => checkTypst(source, name)).not.toThrow();
  },
);

describe('a folder of templates that is tried', () => {
  it('says of each whether its example prints, and one fault hides no other', async () => {
    const own = mkdtempSync(join(tmpdir(), 'tried-templates-'));
    cpSync(place('action-letter'), join(own, 'action-letter'), { recursive: true });
    cpSync(place('agenda'), join(own, 'agenda'), { recursive: true });
    cpSync(place('agenda'), join(own, 'leaflet'), { recursive: true });
    writeFileSync(join(own, 'agenda', 'body.html.hbs'), '{{nothingOfTheKind}}');
    const found = await tryTemplates(own);
    rmSync(own, { recursive: true });
    expect(found.map(({ name, fault }) => [name, fault === null])).toEqual([
      ['action-letter', true],
      ['agenda', false],
      ['leaflet', false],
    ]);
    expect(found[1]?.fault).toContain('nothingOfTheKind');
    expect(found[2]?.fault).toContain('no such document');
  });
});
