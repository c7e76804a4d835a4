import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { listPages } from './list-pages.js';
import { pages } from './pages.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import type { PlainBrowser } from './testing/browser-form.js';
import { openedBy } from './testing/closed-now.js';
import { type Met, type Reach, shapeOf, signedIn, walk } from './testing/crawl.js';
import { type Demonstration, demonstration } from './testing/demonstration.js';
import { heightOfNavigation, look, lookAtPrint } from './testing/look.js';
import { faultsOfButtons, givenBeside, offeredBy } from './testing/offered.js';
import { faultsOfPage, foreignInStyle, hasForm, pageAt } from './testing/page-faults.js';

/** Whoever opens pages between them, and the fullest of each: they walk before everybody else. */
const first = [
  'worker',
  'manager',
  'triage',
  'duty',
  'coordinator',
  'chair',
  'member-police',
  'senior',
  'admin',
  'governance',
];

/** Who of the demonstration stands for each of the twelve reader profiles of docs/security.md. */
const profiles = [
  ...['referrer', 'charity-worker', 'manager', 'worker-south', 'chair', 'member-health', 'intelligence'],
  ...['member-police', 'auditor', 'governance', 'admin', 'receiving'],
];

const soak = Boolean(process.env.MASE_SOAK_PAGES);
/** Which records a walk opens where not all are: another number takes others. */
const seed = Number(process.env.MASE_PAGES_SEED ?? 1);

/**
 * How far they walk: each of the twelve reader profiles, and whoever opens pages, to a page of each kind, however far it
 * lies, and to as many records of a kind as is said here; all others to what their start page leads to. By `npm run soak --
 * pages` everybody to all.
 */
function reachOf(who: string): Reach {
  if (soak) return { records: 1000, alike: 3, seed };
  if (first.includes(who)) return { records: 15, alike: 1 };
  return profiles.includes(who) ? { records: 8, alike: 1, seed } : { records: 1, alike: 1, steps: 1 };
}

/** What a walk keeps of a page that somebody came to. */
interface Seen {
  who: string;
  path: string;
  /** Whether it is a page of the site, and no file or paper. */
  isPage: boolean;
  /** Whether it has a form of its own. */
  form: boolean;
  faults: string[];
  /** How its buttons differ from what the api allows. */
  buttons: string[];
  offered: Set<string>;
  /** An item of an agenda that may be ordered there. */
  item: string | undefined;
}

interface Place {
  who: string;
  path: string;
}

let world: Demonstration;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
const plain = new Map<string, PlainBrowser>();
/** Who opens a page of each shape, and where: where it has its form rather than where it has none. */
const found = new Map<string, Place & { form: boolean }>();
const seen: Seen[] = [];

async function see(who: string, met: Met): Promise<Seen> {
  const { path, html } = met;
  const session = plain.get(who)?.cookies.get('mase_session') ?? '';
  return {
    ...{ who, path, isPage: html !== '', form: hasForm(html) },
    faults: [...faultsOfPage(met)].map((what) => `${what} (from ${met.from})`),
    buttons: await faultsOfButtons(met, world.url, session),
    offered: offeredBy(met),
    item: /name="item" value="([^"]+)"/.exec(html)?.[1],
  };
}

/** Keeps where each page is opened: where somebody came to it first with its form, or else first at all. */
function keepPlaces(): void {
  for (const { who, path, isPage, form } of seen) {
    const shape = shapeOf(path).replace(/\?.*$/, '');
    const known = found.get(shape);
    if (isPage && (!known || (form && !known.form))) found.set(shape, { who, path, form });
  }
}

beforeAll(
  async () => {
    const begun = Date.now();
    world = await demonstration(inject('MASE_TEST_SERVER'));
    app = await buildWeb({ apiUrl: world.url, secure: false });
    await app.listen({ host: '127.0.0.1', port: 0 });
    base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    for (const who of new Set([...first, ...profiles, ...world.people])) {
      const own = await signedIn(app, who);
      plain.set(who, own);
      seen.push(...(await walk(own, reachOf(who), (met) => see(who, met))));
    }
    keepPlaces();
    console.log(`walked in ${Math.round((Date.now() - begun) / 1000)} s`);
    browser = await startBrowser();
  },
  soak ? 3_600_000 : 600_000,
);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await world?.close();
});

/** A page that no link leads to now is opened at its address on a record that somebody met: it says what is missing. */
async function placeOf(url: string): Promise<Place> {
  const known = found.get(url);
  if (known?.form) return known;
  const way = ways[url];
  if (way) return way();
  if (known) return known;
  if (!url.includes(':')) return { who: 'worker', path: url };
  const [, topic = '', ...rest] = url.split('/');
  const record = topic === 'agenda-items' ? itemMet() : recordMet(`/${topic}/:id`);
  return { who: record.who, path: [`/${topic}`, record.id, ...rest.slice(1)].join('/') };
}

function recordMet(shape: string): { who: string; id: string } {
  const one = seen.find(({ path, isPage }) => isPage && shapeOf(path) === shape);
  if (!one) throw new Error(`nobody met ${shape}`);
  return { who: one.who, id: one.path.split('/')[2] ?? '' };
}

/** A command on an item of the agenda, as its chair opens it. */
const asChair = (verb: string): Place => ({ who: 'chair', path: `/agenda-items/${itemMet().id}/${verb}` });

/** An item of the agenda that the coordinator may order stands in the form that orders it. */
function itemMet(): { who: string; id: string } {
  const sitting = seen.find(({ item }) => item);
  if (!sitting?.item) throw new Error('nobody met an agenda with items');
  return { who: sitting.who, id: sitting.item };
}

/** Pages to which no walk comes while they have their form: who opens them then, where, and what makes it so. */
const ways: { [url: string]: () => Place | Promise<Place> } = {
  '/agenda-items/:id/confirm-connection': () => asChair('confirm-connection'),
  '/agenda-items/:id/dismiss-connection': () => asChair('dismiss-connection'),
  '/agenda-items/:id/withdraw-item-connection': async () => {
    const { path } = asChair('declare-item-connection');
    const member = plain.get('member-health') as PlainBrowser;
    await member.open(path);
    await member.send({ userId: '', reason: 'A neighbour of the family (made up)' });
    return asChair('withdraw-item-connection');
  },
  '/session/list': async () => {
    // Signed in a second time, elsewhere: there is a session to end.
    await signedIn(app, 'senior');
    return { who: 'senior', path: '/session/list' };
  },
};

/** Pages that are opened before anybody signs in are tested on their own; a pack is a file. */
const signedInPages = pages.filter(({ get, open, view }) => get && !open && view !== '');

const told = (what: 'faults' | 'buttons') =>
  seen.flatMap((one) => one[what].map((fault) => `${one.who} ${one.path}: ${fault}`));

/** How many kinds of page are among some that were seen. */
const kindsOf = (some: readonly Seen[]): number =>
  new Set(some.flatMap(({ path }) => pageAt(path)?.id ?? [])).size;

/** How many pages each of some people came to, and of how many kinds. */
const countsOf = (people: readonly string[]) =>
  people.map((who) => {
    const own = seen.filter((one) => one.who === who);
    return { who, pages: own.length, kinds: kindsOf(own) };
  });

describe('a walk through every page of the demonstration', () => {
  it('leads nobody to a fault or a closed door, loads nothing from elsewhere and has no script or style in line', () => {
    expect(told('faults')).toEqual([]);
    expect(plain.size).toBeGreaterThan(25);
    expect(seen.length).toBeGreaterThan(1000);
  });

  it('goes as far for each of the twelve reader profiles as links lead', () => {
    const counts = countsOf(profiles);
    console.log(`pages and kinds of page, by reader profile: ${JSON.stringify(counts)}`);
    if (soak)
      console.log(`in all: ${seen.length} pages, ${kindsOf(seen)} kinds, ${plain.size} people, seed ${seed}`);
    expect(profiles.length).toBe(12);
    expect(counts.filter((one) => one.pages < 15)).toEqual([]);
  });

  it('offers everybody on each record what the api allows him or her, and nothing that it refuses', () => {
    expect(told('buttons')).toEqual([]);
    const given = new Set(seen.flatMap(({ offered }) => [...offered]));
    expect(Object.keys(givenBeside).filter((command) => !given.has(command))).toEqual([]);
  });

  it('has the form of each command on some record, but for those that nobody in the demonstration can give now', async () => {
    const without: string[] = [];
    for (const { id, url } of signedInPages.filter(({ post }) => post)) {
      const { who, path } = await placeOf(url);
      const { body } = await (plain.get(who) as PlainBrowser).open(path);
      if (!hasForm(body)) without.push(id);
    }
    expect(without.sort()).toEqual(Object.values(openedBy).flat().sort());
  });

  it('has each of those forms opened by the test of its topic, which names it', () => {
    const unnamed = Object.entries(openedBy).flatMap(([test, ids]) => {
      const text = readFileSync(new URL(test, import.meta.url), 'utf8');
      return ids.filter((id) => !text.includes(id.split('/')[1] ?? id)).map((id) => `${test}: ${id}`);
    });
    expect(unnamed).toEqual([]);
  });

  it('shows the name of the service and all ways on from it on one line of a wide screen', async () => {
    const heights: [string, number][] = [];
    for (const who of new Set([...first, ...profiles]))
      heights.push([who, await heightOfNavigation({ browser, base }, plain.get(who) as PlainBrowser)]);
    expect(heights.filter(([, height]) => height > 20)).toEqual([]);
  });

  it('is dressed by style sheets of the site alone', async () => {
    const { body } = await app.inject({ method: 'GET', url: '/session/sign-in' });
    const sheets = [...body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, to = '']) => to);
    expect(sheets.length).toBeGreaterThan(1);
    for (const url of sheets) {
      const sheet = await app.inject({ method: 'GET', url });
      expect([url, sheet.statusCode, foreignInStyle(sheet.body)]).toEqual([url, 200, []]);
    }
  });
});

describe('every page of the site', () => {
  it.each(signedInPages.map((page) => [page.id, page] as const))(
    '%s opens in a browser, wide and on a telephone: accessible, within its policy, nothing from elsewhere',
    async (id, { url }) => {
      const { who, path } = await placeOf(url);
      const reader = plain.get(who) as PlainBrowser;
      await look({ browser, base }, reader, path, id.replaceAll('/', '-'));
      if (id in listPages) await lookAtPrint({ browser, base }, reader, path);
    },
  );
});
