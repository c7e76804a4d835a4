import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { listPages } from './list-pages.js';
import { pages } from './pages.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import type { PlainBrowser } from './testing/browser-form.js';
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
  const shape = shapeOf(path).replace(/\?.*$/, '');
  const known = found.get(shape);
  const form = hasForm(html);
  if (html && (!known || (form && !known.form))) found.set(shape, { who, path, form });
  const session = plain.get(who)?.cookies.get('mase_session') ?? '';
  return {
    ...{ who, path, isPage: html !== '' },
    faults: [...faultsOfPage(met)].map((what) => `${what} (from ${met.from})`),
    buttons: await faultsOfButtons(met, world.url, session),
    offered: offeredBy(met),
    item: /name="item" value="([^"]+)"/.exec(html)?.[1],
  };
}

beforeAll(
  async () => {
    world = await demonstration(inject('MASE_TEST_SERVER'));
    app = await buildWeb({ apiUrl: world.url, secure: false });
    await app.listen({ host: '127.0.0.1', port: 0 });
    base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    for (const who of new Set([...first, ...profiles, ...world.people])) {
      const own = await signedIn(app, who);
      plain.set(who, own);
      seen.push(...(await walk(own, reachOf(who), (met) => see(who, met))));
    }
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
  if (known) return known;
  const way = ways[url];
  if (way) return way();
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
};

const ofCase = (verb: string): string => `child-cases/${verb}`;
const ofRequest = (verb: string): string => `access-requests/${verb}`;
const ofPerson = (verb: string): string => `person-cases/${verb}`;

/** Pages that are opened before anybody signs in are tested on their own; a pack is a file. */
const signedInPages = pages.filter(({ get, open, view }) => get && !open && view !== '');

/**
 * Pages of commands that nobody whom these walks follow can give now, by what stands in the way in the demonstration: they say
 * that and have no form. The tests of the pages of a topic open these forms on records that stand so.
 */
const closedNow: { readonly [why: string]: readonly string[] } = {
  'no enquiry, conference, blind assessment, finding or breach waits on a child’s case': [
    ...['record-section-47-outcome', 'record-conference', 'assess-blind', 'record-finding'].map(ofCase),
    ...['record-breach-decision', 'release-contact-caution'].map(ofCase),
    'children/record-breach-decision',
  ],
  'no case is restricted or kept from somebody by a connection': [
    ...['lift-restriction', 'withdraw-connection'].map(ofCase),
  ],
  'no transfer, and no exchange with another area, waits': [
    ...['accept-transfer', 'refuse-transfer', 'acknowledge-other-area', 'record-area-exchange'].map(ofCase),
    ofCase('continue-as-adult'),
  ],
  'every child is known, and no two records are to be joined or were': [
    ...['identify', 'withdraw-identification', 'decide-merge', 'unmerge-children'].map(
      (one) => `children/${one}`,
    ),
    ...['persons/unmerge', 'locations/unmerge'],
  ],
  'no sitting is in session, and no minutes are drafted': [
    ...['open-item', 'ratify-decision', 'record-note', 'correct-entry', 'record-panel-decision'].map(
      (one) => `agenda-items/${one}`,
    ),
    ...['sittings/end-sitting', 'sittings/undo-start', 'sittings/agree-minutes'],
  ],
  'the agenda is ordered on the page of its sitting, whose form is sent there': ['sittings/order-items'],
  'no panel stands so': ['panels/plan-series', 'panels/close-panel'],
  'no check that was fixed when a case left a list waits': [
    ofCase('record-next-check'),
    ofPerson('record-next-check'),
  ],
  'no access request, disposal, export or file waits for that step': [
    ...['confirm-identity', 'record-answer', 'approve-response', 'return-response'].map(ofRequest),
    ...['issue-response', 'refuse-request'].map(ofRequest),
    ...['approve-disposal', 'refuse-disposal', 'carry-out'].map((one) => `disposals/${one}`),
    ...['exports/begin-download', 'exports/request-peer-review', 'imports/outcome'],
  ],
  'nothing of the kind waits for whoever owns it': [
    ...['plan-copies/record-receipt', 'plan-actions/answer-escalation', 'disruption-measures/serve-measure'],
    ...['links/renew-link', 'break-glass/close-record', 'users/end-delegation'],
    ...['challenges/answer-challenge', 'service-episodes/accept-service', 'return-interviews/close-offer'],
    ...['close-cluster', 'record-cluster-discussion', 'record-cluster-meeting'].map(
      (one) => `clusters/${one}`,
    ),
  ],
  'one is signed in here and nowhere else': ['session/list'],
  'no person of concern stands so': [
    ...['accept-nomination', 'approve-removal', 'refuse-removal', 'change-release', 'resume'].map(ofPerson),
    ...['decide-printing', 'list-for-panel', 'prepare-release', 'record-recall', 'relist'].map(ofPerson),
  ],
};

const told = (what: 'faults' | 'buttons') =>
  seen.flatMap((one) => one[what].map((fault) => `${one.who} ${one.path}: ${fault}`));

/** How many pages each of some people came to, and of how many kinds. */
const countsOf = (people: readonly string[]) =>
  people.map((who) => {
    const own = seen.filter((one) => one.who === who);
    const kinds = new Set(own.flatMap(({ path }) => pageAt(path)?.id ?? []));
    return { who, pages: own.length, kinds: kinds.size };
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
    if (soak) console.log(`in all: ${seen.length} pages by ${plain.size} people, seed ${seed}`);
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
    const named = Object.values(closedNow).flat();
    expect(without.filter((id) => !named.includes(id))).toEqual([]);
    expect(named.filter((id) => !signedInPages.some((page) => page.id === id))).toEqual([]);
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
