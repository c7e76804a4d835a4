import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { areaTemplates } from './area-templates.js';
import { type DocumentTemplate, templatesFolder } from './document-template.js';
import { packageTemplates } from './package-templates.js';

const own = fileURLToPath(templatesFolder);
const templates = Object.values(packageTemplates) as unknown as DocumentTemplate<object>[];
const names = templates.map(({ name }) => name);
const exampleOf = (name: string) =>
  JSON.parse(readFileSync(join(own, name, 'example.json'), 'utf8')) as { [field: string]: unknown };

it('every folder of templates is a document of the product, with an example and what is expected of it', () => {
  const folders = readdirSync(own).filter((name) => !['house', 'partials'].includes(name));
  expect(folders.sort()).toEqual([...names].sort());
  for (const name of folders)
    expect([name, ...readdirSync(join(own, name)).sort()]).toEqual([
      name,
      ...['body.html.hbs', 'body.typ.hbs', 'example.json', 'expected.html'],
    ]);
});

/** What a template says of what is left out: sentences, or the grounds of an answer to a request for access. */
function leftOut(withheld: unknown): { html: string; typst: string } {
  if (!Array.isArray(withheld) || withheld.length === 0) return { html: '', typst: '' };
  if (typeof withheld[0] === 'string') return { html: '{{> withheld}}', typst: '{{> withheld}}' };
  const texts = Object.keys(withheld[0] as object).filter((one) => one !== 'count');
  const printed = (print: (text: string) => string) =>
    `{{#each withheld}}${[...texts, 'this.count'].map(print).join(' ')}{{/each}}`;
  return { html: `<p>${printed((text) => `{{${text}}}`)}</p>`, typst: printed((text) => `{{t ${text}}}`) };
}

describe.each(names)('the template of %s', (name) => {
  const template = templates.find((one) => one.name === name) as DocumentTemplate<object>;

  it('refuses a model that lacks any variable which it prints, and names it', () => {
    const model = exampleOf(name);
    for (const field of Object.keys(model)) {
      const { [field]: _gone, ...lacking } = model;
      const missing = `${name}: ${field} is not in the model`;
      expect(() => template.html(lacking)).toThrow(missing);
      expect(() => template.typst(lacking, new Set())).toThrow(missing);
    }
  });

  const areas = join(tmpdir(), `every-template-${process.pid}-${name}`);
  /** A template of an area's own in the place of the house's, which says no more than it must, and these words. */
  const area = (words: string) => {
    const place = join(areas, name);
    mkdirSync(place, { recursive: true });
    cpSync(join(own, name, 'example.json'), join(place, 'example.json'));
    const withheld = leftOut(exampleOf(name).withheld);
    const whose = 'Number {{head.copy.number}} for {{head.copy.recipient}}';
    writeFileSync(
      join(place, 'body.html.hbs'),
      `{{> document-start head}}\n<p>${whose}</p>\n${withheld.html}\n${words}\n{{> document-end head}}\n`,
    );
    writeFileSync(
      join(place, 'body.typ.hbs'),
      `{{> document-start head}}\n${withheld.typst}\n= Words of the area\n`,
    );
    return areaTemplates(areas);
  };
  const refused = (words: string, why: string | RegExp) => expect(() => area(words)).toThrow(why);
  afterAll(() => rmSync(areas, { recursive: true, force: true }));

  it('may be replaced by an area’s own, and lets it reach no prototype and run nothing', () => {
    const replaced = Object.values(area('<p>Words of the area</p>')).find((one) => one.name === name);
    expect(replaced?.mark).toMatch(new RegExp(`^${name} area [0-9a-f]{16}$`));
    expect(replaced?.html(exampleOf(name) as never)).toContain('<p>Words of the area</p>');
    refused('<p>{{head.nothingOfTheKind}}</p>', 'head.nothingOfTheKind is not in the model');
    refused('<p>{{constructor.name}}</p>', 'constructor');
    refused('<p>{{head.__proto__.polluted}}</p>', '__proto__');
    refused('<p>{{head.toString.constructor.name}}</p>', 'Cannot read properties');
    refused('<script>alert(1)</script>', 'could run or load');
    refused('<p>{{{head.title}}}</p>', 'triple-stash');
  });
});
