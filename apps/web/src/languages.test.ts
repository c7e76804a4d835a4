import { writeFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueFaults, catalogues } from './languages.js';
import type { Page } from './page.js';
import { show } from './page.js';
import { pages } from './pages.js';
import { inLanguage } from './templating/in-language.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type FakeApi, fakeApi } from './testing/fake-api.js';
import { look } from './testing/look.js';
import { type Site, startSite } from './testing/site.js';
import { spokenTexts } from './testing/spoken-texts.js';
import { textsOfCode } from './testing/texts-of-code.js';

/** A template in another language, as its parts, and what was asked for on the way. */
function put(template: string, words: Record<string, string>): { html: () => string; asked: string[] } {
  const asked: string[] = [];
  const parsed = Handlebars.parse(template);
  inLanguage(parsed as never, (english) => {
    asked.push(english);
    return words[english] ?? null;
  });
  const model = { name: 'Sign out', count: 3, more: true };
  const helpers = { said: (value: unknown) => value };
  return { html: () => Handlebars.compile(parsed)(model, { helpers }), asked };
}

describe('a template in another language', () => {
  it('has whole sentences, in which values may change their places', () => {
    const { html } = put('<p class="a">Shown to {{name}} in {{count}} days.</p>', {
      'Shown to {0} in {1} days.': 'Mewn {1} diwrnod, i {0}.',
    });
    expect(html()).toBe('<p class="a">Mewn 3 diwrnod, i Sign out.</p>');
  });

  it('leaves each value to what tells whether somebody wrote it', () => {
    const words = { 'Sign out': 'Allgofnodi' };
    expect(put('<p>{{name}}</p><b title="{{name}}">Sign out</b>', words).html()).toBe(
      '<p>Sign out</p><b title="Sign out">Allgofnodi</b>',
    );
  });

  it('stays English where there are no words, and is marked so, save where no element may stand', () => {
    const { html } = put(
      '<p>One text</p><option>Another</option><a href="{{name}}" aria-label="Third">x1</a>',
      {
        Third: 'Trydydd',
      },
    );
    expect(html()).toBe(
      '<p><span lang="en">One text</span></p><option>Another</option><a href="Sign out" aria-label="Trydydd">x1</a>',
    );
  });

  it('asks for what components are given, and for no code, class or address', () => {
    const { asked } = put(
      '<p class="big {{#if more}}bold text{{/if}}">{{join "Due in " count " days"}}</p>{{pick more "one" "Two"}}{{obj text="Read" classes="govuk-x y" href="/a b" hint=(obj text="Such as")}}',
      {},
    );
    expect(asked).toEqual(['Due in ', ' days', 'Two', 'Read', 'Such as']);
  });
});

describe('the texts of the site', () => {
  const known = new Set([...spokenTexts(), ...textsOfCode()]);

  it('are collected from every template and from the code for whoever puts them into another language: MASE_WORDS names the file', () => {
    expect(known.size).toBeGreaterThan(10_000);
    for (const text of [
      'Sign out',
      'Oversight',
      'Clocks',
      'Why this date',
      'of {0}',
      'Due {0}',
      'in {0}',
      'Thursday',
    ])
      expect(known).toContain(text);
    const file = process.env.MASE_WORDS;
    if (file) writeFileSync(file, `${JSON.stringify([...known], null, 2)}\n`);
  });

  it('are known to every catalogue, which has no words for what is not said any more', () => {
    for (const { words } of catalogues.values())
      expect(Object.keys(words).filter((english) => !known.has(english))).toEqual([]);
  });
});

describe('a catalogue', () => {
  it('is refused with markup, without words, and with a value left out or made up, and says which text', () => {
    const words = { A: '<b>', B: ' ', 'See {0}': 'Gweler', C: '{0}', 'In {0} of {1}': '{1}: {0}' };
    const faults = catalogueFaults({ language: 'cy', name: 'Cymraeg', words });
    expect(faults.map((fault) => /“(.+?)”/.exec(fault)?.[1])).toEqual(['A', 'B', 'See {0}', 'C']);
  });
});

describe('the site in Welsh', () => {
  let api: FakeApi;
  let site: Site;
  const typed: Page = {
    id: 'made-up/page',
    url: '/made-up',
    open: true,
    view: '<h1 class="govuk-heading-l">{{title}}</h1><p>{{typed}}</p><p>{{this.said}}</p>{{> button text="Search"}}',
    get: async (visit) =>
      show({ title: 'Clocks', model: { typed: visit.query.typed ?? '', said: 'Due today' } }),
  };
  beforeAll(async () => {
    api = await fakeApi();
    const user = { email: 'a@example.test', name: 'Sam Specimen', roles: ['Analyst'], agencyKind: 'police' };
    api.answer(({ url }) =>
      url.endsWith('/demonstration-users') ? { status: 200, body: { users: [user] } } : undefined,
    );
    site = await startSite(api.url, { pages: [...pages, typed] });
  });
  afterAll(async () => {
    await site?.close();
    await api?.close();
  });

  it('is chosen at the foot of a page and kept in this browser; what is typed stays as it was typed', async () => {
    const plain = new PlainBrowser(site.app);
    await plain.open('/made-up?typed=Sign+in');
    expect(plain.html).toContain('<html lang="en"');
    const back = await plain.send({ to: 'cy' }, '/in-language');
    expect(back.headers.location).toBe('/made-up?typed=Sign+in');
    await plain.open('/made-up?typed=Sign+in');
    expect(plain.html).toContain('<html lang="cy"');
    expect(plain.html).toMatch(/<h1 class="govuk-heading-l">Clociau<\/h1><p>Sign in<\/p>/);
    expect(plain.html).toContain('Chwilio');
    await look(site, plain, '/made-up', 'welsh');
    await look(site, plain, '/session/sign-in', 'welsh-sign-in');
    await plain.send({ to: 'made-up', back: '//elsewhere.example' }, '/in-language');
    await plain.open('/made-up');
    expect(plain.html).toContain('<html lang="en"');
  });
});
