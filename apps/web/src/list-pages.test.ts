import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { listPages } from './list-pages.js';
import { pages } from './pages.js';
import type { PlainBrowser } from './testing/browser-form.js';
import { linksIn, signedIn } from './testing/crawl.js';
import { type RealApi, realApi } from './testing/real-api.js';
import { type Served, serveSite } from './testing/site.js';
import { smallWorld } from './testing/small-world.js';
import { Visit } from './visit.js';

interface Described {
  paths: Record<string, { get?: Route }>;
  components: { schemas: Record<string, { properties?: object }> };
}
interface Route {
  parameters?: { name: string; in: string; schema: { enum?: string[] } }[];
  responses: { 200?: { content?: { 'application/json'?: { schema?: { $ref?: string } } } } };
}

const described = JSON.parse(
  readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'),
) as Described;

/** The lists of the api by their paths, with what may be asked of each besides its place and form. */
const lists = new Map(
  Object.entries(described.paths).flatMap(([path, { get }]): [string, Route][] => {
    const shape = get?.responses[200]?.content?.['application/json']?.schema?.$ref?.split('/').at(-1) ?? '';
    const { properties = {} } = described.components.schemas[shape] ?? {};
    return get && 'items' in properties && 'next' in properties ? [[path, get]] : [];
  }),
);
const asksOf = (path: string) =>
  (lists.get(path)?.parameters ?? []).filter(({ in: where }) => where === 'query').map(({ name }) => name);
const sortsOf = (path: string) =>
  lists.get(path)?.parameters?.find(({ name }) => name === 'sort')?.schema.enum ?? [];

/** Pages that read a list and are none: the choices of a form, or a few lines beside something else. */
const noLists: Record<string, string> = {
  'sittings/month': 'a month of sittings as a calendar; the list is sittings/list',
  'sittings/calendar': 'a calendar file',
  'instruments/list': 'the tools that the area has; proposals to change them stand beside',
  'exports/choose-cases': 'a form: the cases to choose from are child-cases/list',
};

/** Lists without an order to choose, and why. */
const oneOrder: Record<string, string> = {
  'as-it-was/list': 'the records of one moment, in the order in which they were made',
  'disposals/due': 'the longest closed first: that is the order of the review',
  'disruption-measures/list': 'what is in force, with the last day that comes first',
  'duty-rotas/list': 'a few rotas, each with its own shifts by time',
  'incidents/list': 'by the day of recording, as the figures count them; a date leads to its days',
  'judgement-lists/list': 'the newest first, of the days that are asked for',
  'letters/list': 'the newest first: few, and each is to be settled',
  'links/list': 'by what is due for review',
  'match-lists/list': 'what was compared, under the form that compares',
  'messages/list': 'the newest first, as messages are read',
  'missing-episodes/now': 'the most urgent first: it is looked at to find a child',
  'sharing-ledger/list': 'a ledger: by time',
  'silent-cases/list': 'the longest silent first',
  'sittings/list': 'by month as on a wall calendar',
  'start/open': 'what is due soonest first: nothing else may push it down',
  'unusual-looking/list': 'the newest first, of the days that are asked for',
  'users/list': 'by name, and by agency in the sortable table: the list stands on one page',
};

/** Lists without a filter, and why. */
const noFilter: Record<string, string> = {
  'children/list': 'found by name, by a form that is sent: a name stands in no address',
  'dip-samples/list': 'a handful in a year',
  'duty-rotas/list': 'a few rotas',
  'letters/list': 'few, and each is to be settled',
  'match-lists/list': 'what was compared, under the form that compares',
  'messages/list': 'told once, read once',
  'missing-episodes/now': 'found by name, by a form that is sent: a name stands in no address',
  'population-tables/list': 'one a year',
  'silent-cases/list': 'there should be none',
  'disposals/due': 'all are to be looked at',
  'start/open': 'all that waits for one; who stands in for another is shown that apart',
};

let api: RealApi;
let site: Served;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  await smallWorld(api);
  site = await serveSite(api.url);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const people = ['auditor', 'governance', 'intelligence', 'admin', 'coordinator', 'worker'] as const;
const addressOf = (id: string, url: string) =>
  id === 'as-it-was/list' ? `${url}?kind=childCase&day=${new Date().toISOString().slice(0, 10)}` : url;

describe('a list of the site', () => {
  it('can be filtered, sorted, kept as a view and taken as CSV and XLSX, but for what is named with its reason', async () => {
    const asked = vi.spyOn(Visit.prototype, 'read');
    const readers = new Map<string, PlainBrowser>();
    const found = new Map<string, { path: string; html: string; file: string | undefined; by: string }>();
    const open = pages.filter(({ get, url, post }) => get && !post && !url.includes(':'));
    const posted = pages.filter(({ id, post }) => post && id in listPages);
    for (const by of people) {
      const reader = await signedIn(site.app, by);
      readers.set(by, reader);
      for (const { id, url } of [...open, ...posted]) {
        if (found.has(id)) continue;
        asked.mockClear();
        const shown = await reader.open(addressOf(id, url));
        const read = asked.mock.calls.map(([to]) => to.split('?')[0] ?? '').filter((path) => lists.has(path));
        const path = read.find((one) => one === `/api/v1/${listPages[id]?.api}`) ?? read.at(0);
        if (shown.statusCode !== 200 || !path) continue;
        const file = linksIn(shown.body).find((to) => to.startsWith('/list-file?'));
        found.set(id, { path, html: shown.body, file, by });
      }
    }
    const named = [...found.keys()].filter(
      (id) => !(id in noLists) && !choices.includes(found.get(id)?.path ?? ''),
    );
    expect([...new Set([...named, ...Object.keys(listPages)])].sort()).toEqual(Object.keys(listPages).sort());
    const lacking = { views: [], sort: [], filter: [], file: [], never: [] } as Record<string, string[]>;
    for (const id of Object.keys(listPages)) {
      const one = found.get(id);
      if (!one) {
        lacking.never?.push(id);
        continue;
      }
      if (!one.html.includes('id="views-title"')) lacking.views?.push(id);
      const isSorted = /aria-sort=|aria-label="Order of the list"/.test(one.html);
      if (sortsOf(one.path).length > 0 !== isSorted && id !== 'users/list')
        lacking.sort?.push(`${id} as the api`);
      if (!isSorted && !(id in oneOrder)) lacking.sort?.push(id);
      const narrows =
        /<form method="get"(?![^>]*mase-earlier)|\?show(=|&#x3D;)|mase-find[^>]*role="search"/.test(one.html);
      const isAsked = asksOf(one.path).some((name) => !['after', 'limit', 'format', 'sort'].includes(name));
      if (!(narrows && isAsked) && !(id in noFilter)) lacking.filter?.push(id);
      const { href = '', sorts = [], states = [] } = listPages[id] ?? {};
      for (const more of [
        ...sorts.map((sort) => `sort=${sort}`),
        ...states.slice(0, 1).map((state) => `phase=${state}`),
      ]) {
        const asked = await readers.get(one.by)?.open(`${href}?${more}`);
        if (asked?.statusCode !== 200) lacking.sort?.push(`${id}?${more}: ${asked?.statusCode}`);
      }
      if (!one.file) lacking.file?.push(id);
      else {
        const reader = readers.get(one.by) as PlainBrowser;
        for (const format of ['csv', 'xlsx']) {
          const { statusCode } = await reader.open(one.file.replace('format=csv', `format=${format}`));
          if (statusCode !== 200) lacking.file?.push(`${id} as ${format}: ${statusCode}`);
        }
      }
    }
    expect(lacking).toEqual({ views: [], sort: [], filter: [], file: [], never: [] });
  }, 600_000);

  it('is sorted as the api gives it', () => {
    for (const [id, { api: name, sorts }] of Object.entries(listPages))
      expect([id, [...sorts].sort()]).toEqual([
        id,
        id === 'users/list' ? [] : [...sortsOf(`/api/v1/${name}`)].sort(),
      ]);
  });
});

/** Lists that are read for the choices of a form, and are lists of the site elsewhere or of no page. */
const choices = ['/api/v1/agencies', '/api/v1/saved-views'];
