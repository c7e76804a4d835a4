import { readFileSync } from 'node:fs';
import { openOwner } from '@mase/store/testing';
import { englandProfile, scorecardNames } from '@mase/workflow/words';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { hostedApi } from '../../testing/api-host.js';
import { linksIn, signedIn } from '../../testing/crawl.js';
import { type Demonstration, demonstration } from '../../testing/demonstration.js';

let world: Demonstration;
const apps: FastifyInstance[] = [];

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
}, 300_000);
afterAll(async () => {
  for (const app of apps) await app.close();
  await world?.close();
});

async function auditor(apiUrl: string) {
  const app = await buildWeb({ apiUrl, secure: false });
  apps.push(app);
  return signedIn(app, 'auditor');
}

const textOfFile = (fromRoot: string) =>
  readFileSync(new URL(`../../../../../${fromRoot}`, import.meta.url), 'utf8');
/** In what an area with categories differs. */
const categories = textOfFile('packages/workflow/src/profile/england-categories.patch.json');
const valuesIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return [];
  const { enum: values } = part as { enum?: unknown };
  const own = Array.isArray(values) ? values.filter((one) => typeof one === 'string') : [];
  return [...own, ...Object.values(part).flatMap(valuesIn)];
};
/** Every code that a list of the api has, and the ids of clocks. */
const codes = new Set([
  ...valuesIn(JSON.parse(textOfFile('docs/api/openapi.json'))),
  ...Object.keys(englandProfile.clocks),
]);
/** Codes of the returns: an ethnicity such as WBRI, a legal status such as C2. */
const isOfReturn = (word: string) => /^(?:[A-Z]{4}|[A-Z]\d)$/.test(word);

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
/** Every table of a page by its caption, with what its lines are called. */
const tablesIn = (html: string): { [caption: string]: string[] } =>
  Object.fromEntries(
    [...html.matchAll(/<caption[^>]*>(.*?)<\/caption>(.*?)<\/table>/gs)].map(
      ([, caption = '', rows = '']) => [
        textOf(caption),
        [...rows.matchAll(/<th scope="row"[^>]*>(.*?)(?:<br>|<\/th>)/gs)].map(([, cell = '']) =>
          textOf(cell),
        ),
      ],
    ),
  );
const isCode = (label: string) => codes.has(label) || isOfReturn(label) || /^[a-z]/.test(label);
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const ofThisYear = () =>
  `from=${new Date().getFullYear() - 1}-12-01&to=${new Date().toISOString().slice(0, 10)}`;

describe('the words of a scorecard', () => {
  it.each(Object.keys(scorecardNames))('of %s have no code of any list among them', async (scorecard) => {
    const browser = await auditor(world.url);
    await browser.open(`/scorecards?scorecard=${scorecard}&${ofThisYear()}`);
    const { Figures: figures = [], ...lines } = tablesIn(mainOf(browser.html));
    expect(figures.length).toBeGreaterThan(0);
    const labels = [...figures, ...Object.values(lines).flat()];
    expect(labels.filter(isCode)).toEqual([]);
    const words = textOf(mainOf(browser.html).replace(/<form.*?<\/form>/gs, ''));
    expect(words.match(/[\w-]+/g)?.filter((word) => word.includes('-') && codes.has(word))).toEqual([]);
    const ways = linksIn(browser.html).filter((to) => to.startsWith('/scorecards/records?'));
    for (const way of ways.filter((to) => to.includes('part=')).slice(0, 2)) {
      await browser.open(way);
      const [, title = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(browser.html) ?? [];
      const [, ...label] = textOf(title).split(': ');
      expect([label.join(': ')].filter(isCode)).toEqual([]);
    }
  });

  it('call grades what an area with categories calls them, in every table and definition', async () => {
    await openOwner(world.database.connections.owner, (owner) =>
      owner.query('update partnership set profile = (profile::jsonb || $1::jsonb)::text', [categories]),
    );
    // One of their own, as the other keeps what it has read of the area.
    const { url, close } = await hostedApi(world.database);
    const browser = await auditor(url);
    const read = new Set<string>();
    for (const scorecard of Object.keys(scorecardNames)) {
      await browser.open(`/scorecards?scorecard=${scorecard}&${ofThisYear()}`);
      expect([scorecard, browser.html.includes('What the figures mean')]).toEqual([scorecard, true]);
      for (const [caption, labels] of Object.entries(tablesIn(mainOf(browser.html)))) {
        expect([scorecard, caption, labels.filter(isCode)]).toEqual([scorecard, caption, []]);
        if (scorecard === 'children') for (const label of labels) read.add(label);
      }
    }
    expect([...read]).toEqual(expect.arrayContaining(['Category 3', 'Category 2', 'Not graded']));
    await close();
    for (const { name } of Object.values(englandProfile.grades)) expect([...read]).not.toContain(name);
  });
});
