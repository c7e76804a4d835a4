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
  return [...html.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, found]) => entities(found ?? ''));
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

/** How far a crawl goes: how many records of a kind that people work on it opens, and how many of other pages alike. */
export interface Reach {
  records: number;
  alike: number;
  /** How many links may lie between the start page and one that is opened; without it, any number. */
  steps?: number;
}

const isRecord = (shape: string): boolean =>
  /^\/(child-cases|plan-actions|sittings|referral-proposals|children|incidents|missing-episodes)\/:id$/.test(
    shape,
  );

/** A paper that is answered as a page of its own, with its style in it: a pack, a journey, an answer. */
const isPaper = /\/pack\?|[?&]format=html/;

/** Follows the links from the start page as somebody who is signed in, each address once, as far as it is told to go. */
export async function crawl(browser: PlainBrowser, { records, alike: pages, steps }: Reach): Promise<Met[]> {
  const met: Met[] = [];
  const known = new Set(['/']);
  const alike = new Map<string, number>();
  const queue = [{ path: '/', from: '', away: 0 }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const shape = shapeOf(next.path);
    const before = alike.get(shape) ?? 0;
    if (before >= (isRecord(shape) ? records : pages)) continue;
    alike.set(shape, before + 1);
    const response = await browser.open(next.path);
    const isPage =
      String(response.headers['content-type']).startsWith('text/html') && !isPaper.test(next.path);
    const html = isPage ? response.body : '';
    const policy = String(response.headers['content-security-policy']);
    const answer = `${response.body} ${JSON.stringify(response.headers)}`;
    met.push({ path: next.path, from: next.from, status: response.statusCode, html, policy, answer });
    if (next.away === steps) continue;
    for (const path of linksIn(html)) {
      if (!path.startsWith('/') || known.has(path)) continue;
      known.add(path);
      queue.push({ path, from: next.path, away: next.away + 1 });
    }
  }
  return met;
}
