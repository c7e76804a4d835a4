import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DocumentTemplate, templatesFolder } from './document-template.js';
import { packOf } from './measure-pack.js';
import type { AgendaModel } from './models/agenda.js';
import type { PanelPackModel } from './models/panel-pack.js';
import { packageTemplates } from './package-templates.js';
import { renderHtml, renderPdf } from './render.js';
import {
  type Bookmark,
  openPdf,
  type PdfTag,
  textOfHtml,
  textsOf,
  withoutSpace,
  withTexts,
} from './testing.js';

interface Head {
  head: PanelPackModel['head'];
}

const templates = Object.values(packageTemplates) as unknown as DocumentTemplate<Head>[];
const exampleOf = <Model>(name: string) =>
  JSON.parse(readFileSync(new URL(`${name}/example.json`, templatesFolder), 'utf8')) as Model;
const examplePack = () => exampleOf<PanelPackModel>('panel-pack');
const titles = (bookmarks: readonly Bookmark[]) => bookmarks.map((bookmark) => bookmark.title);
const rolesOf = (tags: readonly PdfTag[]): string[] =>
  tags.flatMap((tag) => [tag.role, ...rolesOf(tag.children)]);

test.each(templates)('the example of $name renders to its expected HTML', async (template) => {
  const html = renderHtml(template, exampleOf<Head>(template.name));
  await expect(html).toMatchFileSnapshot(new URL(`${template.name}/expected.html`, templatesFolder).pathname);
});

test.each(templates)(
  'every text of the model of $name stands in the HTML and in the PDF',
  async (template) => {
    const model = withTexts(exampleOf<Head>(template.name), (text, number) => `${text} q${number}z`);
    const html = textOfHtml(renderHtml(template, model));
    const pdf = await openPdf(await renderPdf(template, model));
    const texts = textsOf(model).map(withoutSpace);
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
    expect(texts.filter((text) => !pdf.body.includes(text))).toEqual([]);
  },
);

test.each(templates)(
  'the PDF of $name is tagged, titled, in English and says that it keeps PDF/UA-1',
  async (template) => {
    const model = exampleOf<Head>(template.name);
    const pdf = await openPdf(await renderPdf(template, model));
    expect(pdf).toMatchObject({ marked: true, title: model.head.title, language: 'en-GB' });
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.metadata).toContain(model.head.partnership);
    const table = renderHtml(template, model).includes('<table') ? ['Table', 'TH', 'TD'] : [];
    expect(rolesOf(pdf.tags)).toEqual(expect.arrayContaining(['H1', 'L', 'LI', ...table]));
  },
);

test.each(templates)(
  'every page of the PDF of $name bears marking, copy number, recipient, version, digest and page number',
  async (template) => {
    const model = exampleOf<Head>(template.name);
    const { pages } = await openPdf(await renderPdf(template, model));
    const { marking, copy } = model.head;
    for (const [index, page] of pages.entries()) {
      expect(page.split(withoutSpace(marking)).length - 1).toBeGreaterThanOrEqual(2);
      expect(page).toContain(
        withoutSpace(
          `Copy ${copy.number} of ${copy.of} for ${copy.recipient}, ${copy.agency} version ${copy.version}, ${copy.digest}`,
        ),
      );
      expect(page).toContain(`Page${index + 1}of${pages.length}`);
    }
  },
);

test('the same model gives the same PDF, byte for byte', async () => {
  const [first, second] = [
    await renderPdf(packageTemplates.panelPack, examplePack()),
    await renderPdf(packageTemplates.panelPack, examplePack()),
  ];
  expect(first.equals(second)).toBe(true);
});

test('a pack without the child’s sheet field that a template prints is refused in both renderings', async () => {
  const model = examplePack();
  delete (model.children[1]!.worker as Partial<(typeof model.children)[0]['worker']>).count;
  expect(() => renderHtml(packageTemplates.panelPack, model)).toThrow(
    'panel-pack: children[1].worker.count is not in the model',
  );
  await expect(renderPdf(packageTemplates.panelPack, model)).rejects.toThrow(
    'children[1].worker.count is not in the model',
  );
});

test('a child of whom little is recorded has a sheet that says so, and says what was tried', () => {
  const html = renderHtml(packageTemplates.panelPack, examplePack());
  const sheet = html.slice(html.indexOf('id="child-1"'), html.indexOf('id="child-2"'));
  expect(sheet.match(/Not recorded/g)?.length).toBeGreaterThan(15);
  for (const words of [
    'No view is recorded.',
    'Attempts to ask:',
    'No attempt to ask is recorded either.',
    'No grade is recorded.',
    'No harm status is recorded.',
    'No safety action is recorded.',
    'No agency update is recorded.',
  ]) {
    expect(sheet).toContain(words);
  }
});

test('a first version has no page of changes, and a pack without last minutes says so', () => {
  const html = renderHtml(packageTemplates.panelPack, {
    ...examplePack(),
    changes: null,
    previousMinutes: null,
  });
  expect(html).not.toContain('What changed');
  expect(html).toContain('No minutes of an earlier sitting are in this copy.');
});

test('the HTML stands alone: no script, no link to another file, one main heading', () => {
  const html = renderHtml(packageTemplates.panelPack, examplePack());
  expect(html).not.toMatch(/<script|<link|<img|src=|url\(|@import|href="(?!#)/);
  expect(html.match(/<h1>/g)).toHaveLength(1);
  expect(html).toMatch(
    /<html lang="en-GB">[\s\S]*<style>[\s\S]*<\/style>[\s\S]*<a class="skip-link" href="#main">/,
  );
});

test('the bookmarks follow the agenda', async () => {
  const model = examplePack();
  const { bookmarks } = await openPdf(await renderPdf(packageTemplates.panelPack, model));
  expect(titles(bookmarks)).toEqual([
    'To be read out at the start',
    'What changed',
    'Agenda',
    'Action log',
    'Children',
    'Persons of concern',
    'Places',
    'Clusters of children',
    'Themes and figures',
    'Sanitised intelligence',
    'Minutes of the last sitting',
  ]);
  const sheetsOf = (section: string) =>
    (model.agenda.find(({ title }) => title === section)?.items ?? []).map(
      (item) => `Item ${item.number}: ${item.title}`,
    );
  expect(titles(bookmarks[4]!.items)).toEqual(sheetsOf('Children'));
  expect(titles(bookmarks[5]!.items)).toEqual(sheetsOf('Persons of concern'));
  expect(titles(bookmarks[6]!.items)).toEqual(sheetsOf('Locations'));
  expect(titles(bookmarks[7]!.items)).toEqual(sheetsOf('Clusters'));
  expect(titles(bookmarks[10]!.items)).toEqual(model.previousMinutes?.sections.map(({ heading }) => heading));
});

test('a pack with nothing on the agenda still renders', async () => {
  const empty = {
    ...examplePack(),
    agenda: [],
    children: [],
    persons: [],
    places: [],
    clusters: [],
    intelligence: [],
    actionLog: [],
    withheld: [],
    previousMinutes: null,
    changes: null,
    overrun: null,
  };
  const html = renderHtml(packageTemplates.panelPack, empty);
  const { body } = await openPdf(await renderPdf(packageTemplates.panelPack, empty));
  for (const words of [
    'The agenda has no items.',
    'No action is recorded.',
    'This copy holds no child’s sheet.',
  ]) {
    expect(html).toContain(words);
    expect(body).toContain(withoutSpace(words));
  }
});

test('copies asked for at once are each their own', async () => {
  const copies = await Promise.all(
    [1, 2, 3].map((number) => {
      const model = exampleOf<AgendaModel>('agenda');
      model.head.copy.number = number;
      return renderPdf(packageTemplates.agenda, model);
    }),
  );
  const opened = await Promise.all(copies.map(openPdf));
  expect(opened.map((pdf) => /Copy(\d)of11/.exec(pdf.pages[0]!)?.[1])).toEqual(['1', '2', '3']);
});

test('making a PDF leaves the event loop free', async () => {
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 5);
  const model = packOf(examplePack(), 20);
  model.head.title = 'Papers that no other test has laid out';
  await renderPdf(packageTemplates.panelPack, model);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(2);
});

test('a pack of 38 children gives each a page that begins with the child’s name', async () => {
  const model = packOf(examplePack(), 38);
  const pdf = await openPdf(await renderPdf(packageTemplates.panelPack, model));
  const furniture = withoutSpace(model.head.copy.digest);
  const starts = pdf.pages.map((page) => page.slice(page.indexOf(furniture) + furniture.length));
  for (const sheet of model.children.slice(1)) {
    const heading = withoutSpace(`Item ${sheet.item.number}: ${sheet.aboutMe.chosenName}Case`);
    expect(starts.filter((start) => start.startsWith(heading))).toHaveLength(1);
  }
  expect(pdf.bookmarks.find((bookmark) => bookmark.title === 'Children')?.items).toHaveLength(38);
  expect(renderHtml(packageTemplates.panelPack, model).match(/<article/g)).toHaveLength(38);
});
