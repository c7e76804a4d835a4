import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { pages } from './pages.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import type { PlainBrowser } from './testing/browser-form.js';
import { addressesIn, crawl, type Met, type Reach, shapeOf, signedIn } from './testing/crawl.js';
import { type Demonstration, demonstration } from './testing/demonstration.js';
import { look } from './testing/look.js';
import { faultsOfButtons, givenBeside, offeredBy } from './testing/offered.js';

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

/**
 * How far they walk: those first to a page of each kind and to most records, others to what their start page leads to;
 * everybody everywhere by `npm run soak -- pages`.
 */
const reachOf = (who: string): Reach => {
  if (process.env.MASE_SOAK_PAGES) return { records: 40, alike: 2 };
  // The police come to what is linked with an incident.
  if (['police-desk', 'intelligence'].includes(who)) return { records: 15, alike: 1, steps: 5 };
  return first.includes(who) ? { records: 15, alike: 1 } : { records: 1, alike: 1, steps: 1 };
};

let world: Demonstration;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
const plain = new Map<string, PlainBrowser>();
/** Who opens a page of each shape, and where. */
const found = new Map<string, Place>();
const met: { who: string; page: Met }[] = [];

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: world.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  for (const who of [...new Set([...first, ...world.people])]) {
    const own = await signedIn(app, who);
    plain.set(who, own);
    for (const page of await crawl(own, reachOf(who))) {
      met.push({ who, page });
      const shape = shapeOf(page.path).replace(/\?.*$/, '');
      if (page.html && !found.has(shape)) found.set(shape, { who, path: page.path });
    }
  }
  browser = await startBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await world?.close();
});

/** A page that no link leads to now is opened at its address on a record that somebody met: it says what is missing. */
async function placeOf(url: string): Promise<Place> {
  const known = found.get(url);
  if (known) return known;
  const way = ways[url];
  if (way) return way();
  if (!url.includes(':')) return { who: 'worker', path: url };
  const [, topic = '', ...rest] = url.split('/');
  const record = topic === 'agenda-items' ? itemMet() : recordMet(`/${topic}/:id`);
  return { who: record.who, path: [`/${topic}`, record.id, ...rest.slice(1)].join('/') };
}

function recordMet(shape: string): { who: string; id: string } {
  const one = met.find(({ page }) => shapeOf(page.path) === shape && page.html);
  if (!one) throw new Error(`nobody met ${shape}`);
  return { who: one.who, id: one.page.path.split('/')[2] ?? '' };
}

/** A command on an item of the agenda, as its chair opens it. */
const asChair = (verb: string): Place => ({ who: 'chair', path: `/agenda-items/${itemMet().id}/${verb}` });

/** An item of the agenda that the coordinator may order stands in the form that orders it. */
function itemMet(): { who: string; id: string } {
  const sitting = met.find(({ page }) => page.html.includes('name="item" value="'));
  const id = /name="item" value="([^"]+)"/.exec(sitting?.page.html ?? '')?.[1];
  if (!sitting || !id) throw new Error('nobody met an agenda with items');
  return { who: sitting.who, id };
}

interface Place {
  who: string;
  path: string;
}

/** Pages that no walk of those first comes to, as it is somebody else who opens them, and where. */
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
  '/audit-actions/add-action': () => ({
    who: 'auditor',
    path: `/audit-actions/add-action?audit=${recordMet('/case-audits/:id').id}`,
  }),
};

/** Pages that are opened before anybody signs in are tested on their own; a pack is a file. */
const signedInPages = pages.filter(({ get, open, view }) => get && !open && view !== '');

const strict = "default-src 'none';script-src 'self';style-src 'self'";

/** What no page may show: a gap in a template, a code of ours, an id. */
const slips =
  /undefined|\[object|NaN|Invalid Date|>null<|\b(awaitingTriage|papersIssued|beforePanel|notListed)\b/;

function* faultsOf({ path, status, html, policy }: Met): Generator<string> {
  // A page that knows where somebody's own is leads there.
  if (status !== 200 && !(status === 303 && path.endsWith('/own'))) yield String(status);
  if (html === '') return;
  if (!policy.startsWith(strict)) yield `policy ${policy}`;
  for (const address of addressesIn(html))
    if (!/^[/?#]/.test(address) || address.startsWith('//')) yield `foreign ${address}`;
  if (/<script(?![^>]* src=)[^>]*>|<style|\sstyle="|\son[a-z]+="|javascript:/.test(html)) yield 'in line';
  const words = html.replace(/<[^>]*>/g, (tag) =>
    tag.startsWith('<td') || tag.startsWith('<dd') ? '>' : '<',
  );
  const slip = slips.exec(words);
  if (slip) yield `shows ${slip[0]}`;
}

describe('a walk through every page of the demonstration', () => {
  it('leads nobody to a fault or a closed door, loads nothing from elsewhere and has no script or style in line', () => {
    const faults = met.flatMap(({ who, page }) =>
      [...faultsOf(page)].map((what) => `${who} ${page.path} (from ${page.from}): ${what}`),
    );
    expect(faults).toEqual([]);
    expect(plain.size).toBeGreaterThan(25);
    expect(met.length).toBeGreaterThan(700);
  });

  it('offers everybody on each record what the api allows him or her, and nothing that it refuses', async () => {
    const faults: string[] = [];
    for (const { who, page } of met) {
      const session = plain.get(who)?.cookies.get('mase_session') ?? '';
      for (const fault of await faultsOfButtons(page, world.url, session))
        faults.push(`${who} ${page.path}: ${fault}`);
    }
    expect(faults).toEqual([]);
    const given = new Set(met.flatMap(({ page }) => [...offeredBy(page)]));
    expect(Object.keys(givenBeside).filter((command) => !given.has(command))).toEqual([]);
  }, 120_000);
});

describe('every page of the site', () => {
  it.each(signedInPages.map(({ id, url }) => [id, url] as const))(
    '%s opens in a browser, wide and on a telephone: accessible, within its policy, nothing from elsewhere',
    async (id, url) => {
      const { who, path } = await placeOf(url);
      await look({ browser, base }, plain.get(who) as PlainBrowser, path, id.replaceAll('/', '-'));
    },
  );
});
