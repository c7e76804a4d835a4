import type { FastifyInstance } from 'fastify';
import { PlainBrowser } from './browser-form.js';
import { emailOf } from './demonstration.js';

/** One page as a crawl met it. */
export interface Met {
  path: string;
  /** Where the link to it stood. */
  from: string;
  status: number;
  html: string;
  policy: string;
  /** All that came: what is no page of the site too, as a file or a paper, and the headers. */
  answer: string;
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** An address without what tells one record from another: `/child-cases/:id/assess-risk`. */
export function shapeOf(path: string): string {
  return path.replace(uuid, ':id').replace(/([?&](?:after|week|month)=)[^&]*/, '$1…');
}

function entities(text: string): string {
  return text
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Every address that a page refers to, of links, scripts, styles, pictures and forms. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(/ (?:href|src|action|srcset|poster|formaction)="([^"]*)"/g)].map(([, found]) =>
    entities(found ?? ''),
  );
}

/** The links of a page to other pages, without their fragments. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to]) => entities(to ?? ''));
  return found.map((to) => to.replace(/#.*$/, '')).filter((to) => to !== '');
}

/** Signs in as somebody of the demonstration. */
export async function signedIn(app: FastifyInstance, key: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser(app);
  await browser.open('/session/sign-in');
  await browser.send({ choosing: 'yes', person: emailOf(key) });
  return browser;
}

/** How far a crawl goes: how many records of a kind it opens, and how many of other pages alike. */
export interface Reach {
  records: number;
  alike: number;
  /** How many links may lie between the start page and one that is opened; without it, any number. */
  steps?: number;
  /** Which of the records of a page are opened where not all are: each number takes others. Without it, the first. */
  seed?: number;
}

/** The page of a record itself. */
const isRecord = (shape: string): boolean => /^\/[a-z-]+\/:id$/.test(shape);

/** A paper that is answered as a page of its own, with its style in it: a pack, a journey, an answer. */
const isPaper = /\/pack\?|[?&]format=html/;

async function openPage(browser: PlainBrowser, { path, from }: Pick<Met, 'path' | 'from'>): Promise<Met> {
  const { body, headers, statusCode: status } = await browser.open(path);
  const isPage = String(headers['content-type']).startsWith('text/html') && !isPaper.test(path);
  const policy = String(headers['content-security-policy']);
  return {
    path,
    from,
    status,
    html: isPage ? body : '',
    policy,
    answer: `${body} ${JSON.stringify(headers)}`,
  };
}

/** The links of a page in another order for each number, and in their own without one. */
function mixed(links: string[], seed: number | undefined): string[] {
  if (seed === undefined) return links;
  let state = seed;
  const keyed = links.map((link) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return [state, link] as const;
  });
  return keyed.sort(([one], [other]) => one - other).map(([, link]) => link);
}

/** How many pages a walk asks for at once: the site, the api and the database work on others meanwhile. */
const atOnce = 4;

/** What comes of each, in their order, though a few are worked on at once. */
async function each<T, R>(many: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const waiting = many.entries();
  const worker = async () => {
    for (const [place, one] of waiting) done[place] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

/**
 * Follows the links from the start page as somebody who is signed in, each address once, as far as it is told to go, and
 * keeps what is seen in each page. Pages are taken in the order of the links to them, whichever comes first.
 */
export async function walk<Seen>(
  browser: PlainBrowser,
  { records, alike: pages, steps, seed }: Reach,
  see: (met: Met) => Seen | Promise<Seen>,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  const known = new Set(['/']);
  const alike = new Map<string, number>();
  const isWanted = ({ path }: { path: string }): boolean => {
    const shape = shapeOf(path);
    const before = alike.get(shape) ?? 0;
    alike.set(shape, before + 1);
    return before < (isRecord(shape) ? records : pages);
  };
  let ahead = [{ path: '/', from: '' }];
  for (let away = 0; ahead.length > 0; away += 1) {
    const opened = await each(ahead.filter(isWanted), async (next) => {
      const met = await openPage(browser, next);
      return { path: met.path, links: linksIn(met.html), what: await see(met) };
    });
    seen.push(...opened.map(({ what }) => what));
    ahead = opened.flatMap(({ path: from, links }) => {
      const fresh = [...new Set(links)].filter((path) => path.startsWith('/') && !known.has(path));
      for (const path of fresh) known.add(path);
      return away === steps ? [] : mixed(fresh, seed).map((path) => ({ path, from }));
    });
  }
  return seen;
}

/** The pages of such a walk, whole. */
export const crawl = (browser: PlainBrowser, reach: Reach): Promise<Met[]> =>
  walk(browser, reach, (met) => met);
