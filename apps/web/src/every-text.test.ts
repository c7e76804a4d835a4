import { AsyncLocalStorage } from 'node:async_hooks';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { ApiClient } from './api-client.js';
import { buildWeb } from './app.js';
import { takeCatalogue } from './languages.js';
import type { PlainBrowser } from './testing/browser-form.js';
import { crawl, shapeOf, signedIn } from './testing/crawl.js';
import { type Demonstration, demonstration } from './testing/demonstration.js';
import { madeUp, madeUpCatalogue } from './testing/made-up-language.js';
import { textsWritten } from './written.js';

let world: Demonstration;
let app: Awaited<ReturnType<typeof buildWeb>>;
/** What the api answered for the page that is being opened: several are opened at once. */
const answering = new AsyncLocalStorage<unknown[][]>();
let forget: () => void;

beforeAll(async () => {
  forget = takeCatalogue(madeUpCatalogue());
  world = await demonstration(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: world.url, secure: false });
  const as = ApiClient.prototype.as;
  vi.spyOn(ApiClient.prototype, 'as').mockImplementation(function (this: ApiClient, ...given) {
    const client = as.apply(this, given);
    answering.getStore()?.push(client.answered);
    return client;
  });
}, 600_000);
afterAll(async () => {
  vi.restoreAllMocks();
  // Other tests in the same process know the languages that are shipped.
  forget?.();
  await app?.close();
  await world?.close();
});

/** What is the same in every language: names of the installation, of languages, of platforms and of organisations. */
const names = [
  ...['MASE', 'Example safeguarding partnership', 'Cymraeg', 'English'],
  ...['TikTok', 'YouTube', 'OnlyFans', 'PlayStation', 'NSPCC', 'Barnardo’s'],
];

/** Texts that no catalogue changes yet, and why. */
const named: Record<string, RegExp> = {
  'the words about children are English words, with why each is better not used': /^\/language /,
  'a name in the link chart is cut to its box before it is said': /^\/links\/network.*…$/,
};

interface Node {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<Node>;
  getAttribute?: (name: string) => string | null;
}

/** What people read or hear on a page. */
function* textsIn(node: Node): Generator<string> {
  if (node.nodeType === 3) yield node.textContent ?? '';
  if (['SCRIPT', 'STYLE'].includes(node.nodeName)) return;
  for (const name of ['aria-label', 'title', 'alt', 'placeholder']) yield node.getAttribute?.(name) ?? '';
  for (const one of node.childNodes) yield* textsIn(one);
}

/** The English words of a page that no record holds and nobody typed, each with where it stands. */
function leftEnglish(path: string, html: string, answered: unknown[][], own: string): string[] {
  const data = [...names, ...textsWritten(answered), own, decodeURIComponent(path)].join('\n').toLowerCase();
  const isData = (words: string) => data.includes(words) || data.includes(words.replaceAll(' ', ''));
  return [...textsIn(parseHTML(html).document.documentElement as never)].flatMap((text) =>
    text
      .split(/[^A-Za-z0-9'’ @-]+|\s+-\s+/)
      .map((run) => run.trim().replace(/^[\d \-'’@]+|[ \-'’]+$/g, ''))
      .filter((words) => /[A-Za-z]{2}/.test(words) && !isData(words.toLowerCase()))
      .map((words) => `${shapeOf(path)} “${words}” in: ${text.trim()}`)
      .filter((one) => !Object.values(named).some((pattern) => pattern.test(one))),
  );
}

/** Somebody who reads in the made-up language, and what stayed English of the pages that he or she opened. */
async function readerOf(who: string) {
  const atFirst: unknown[][] = [];
  const reader = await answering.run(atFirst, () => signedIn(app, who));
  const own = JSON.stringify(atFirst.flat().map((one) => (one as { name?: string })?.name ?? ''));
  await reader.send({ to: madeUp }, '/in-language');
  const left = new Set<string>();
  let pages = 0;
  const reading = (path: string, asked: () => ReturnType<PlainBrowser['open']>) => {
    const answered: unknown[][] = [];
    return answering.run(answered, async () => {
      const response = await asked();
      const isPage = String(response.headers['content-type']).startsWith('text/html');
      if (isPage && !path.includes('format=html')) {
        pages += 1;
        for (const one of leftEnglish(path, response.body, answered, own)) left.add(one);
      }
      return response;
    });
  };
  const [open, send] = [reader.open.bind(reader), reader.send.bind(reader)];
  reader.open = (path: string) => reading(path, () => open(path));
  const sent = async (path: string, typed: Record<string, string>) => {
    await reader.open(path);
    return reading(path, () => send(typed, path));
  };
  return { reader, sent, left, pages: () => pages };
}

describe('a catalogue that is whole leaves no English', () => {
  it.each([
    ['worker', 40],
    ['chair', 40],
    ['intelligence', 40],
    ['auditor', 80],
  ])(
    'on any page that %s comes to, but in what somebody wrote',
    async (who, most) => {
      const { reader, left, pages } = await readerOf(who);
      await crawl(reader, { records: 2, alike: 1 });
      expect([...left]).toEqual([]);
      expect(pages()).toBeGreaterThan(most);
    },
    600_000,
  );

  it('in what is said of a form that is refused, of a page that is not there or not open, and where one signs in', async () => {
    const { reader, sent, left } = await readerOf('worker');
    expect((await sent('/child-cases/record-referral', {})).statusCode).toBe(422);
    expect((await reader.open('/no-such-page')).statusCode).toBe(404);
    expect((await reader.open('/verifications')).statusCode).toBe(403);
    await sent('/session/sign-out', {});
    await reader.open('/session/sign-in');
    expect([...left]).toEqual([]);
  });
});
