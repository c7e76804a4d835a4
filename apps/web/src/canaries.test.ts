import { Writable } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { pages } from './pages.js';
import { type GuardedApi, type GuardedReader, guardedApi } from './testing/api-host.js';
import { PlainBrowser } from './testing/browser-form.js';
import { crawl, type Met } from './testing/crawl.js';

/** Whether each reader opens every record and many of a kind, as by `npm run soak -- canaries`. */
const whole = Boolean(process.env.MASE_SOAK_CANARIES);

let api: GuardedApi;
let app: FastifyInstance;
const lines: string[] = [];
const opened = new Map<string, number>();
beforeAll(async () => {
  api = await guardedApi(inject('MASE_TEST_SERVER'));
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const { log } = fastify({ logger: { level: 'trace', stream } });
  app = await buildWeb({ apiUrl: api.url, secure: false, logger: log });
  await app.ready();
}, 120_000);
afterAll(async () => {
  await app?.close();
  await api?.close();
});

/** The canaries of the world in a text: words of places, and made-up names; a token may look like one by chance. */
const canariesIn = (text: string): string[] =>
  [...new Set(text.match(/zq-?[a-z-]+|Zq[a-z]+/g) ?? [])].filter((one) => api.canaries.includes(one));

function browserOf({ session, name, roles }: GuardedReader): PlainBrowser {
  const browser = new PlainBrowser(app);
  browser.cookies.set('mase_session', session);
  browser.cookies.set('mase_who', app.signCookie(JSON.stringify({ name, role: '', roles })));
  return browser;
}

/** The pages of records, by the topic of the record that they show. */
const viewed = new Set(pages.flatMap(({ get, url }) => (get && /^\/[a-z-]+\/:id$/.test(url) ? url : [])));

/** The page of each record, though no link leads the reader there: of what is open to others in turn. */
async function askedOutright(browser: PlainBrowser, reader: GuardedReader, turn: number): Promise<Met[]> {
  const closed = new Set(reader.closed);
  const asked = api.records.filter(
    ({ topic, id }, at) =>
      viewed.has(`/${topic}/:id`) && (whole || closed.has(id) || (at + turn) % api.readers.length === 0),
  );
  const met: Met[] = [];
  for (const { topic, id } of asked) {
    const path = `/${topic}/${id}`;
    const { statusCode: status, body, headers } = await browser.open(path);
    const answer = `${body} ${JSON.stringify(headers)}`.replaceAll(path, '');
    met.push({ path, from: 'nowhere', status, html: body, policy: '', answer });
  }
  return met;
}

/** What the one box for looking finds by what is closed. */
async function sought(browser: PlainBrowser): Promise<Met[]> {
  const met: Met[] = [];
  for (const words of ['Zqhidden', 'Zqclosed Person', '07700 900321']) {
    await browser.open('/search');
    const { statusCode: status, body } = await browser.send({ sought: words });
    // What was looked for stands in the box again.
    const answer = body.replaceAll(words, '');
    met.push({ path: '/search', from: words, status, html: body, policy: '', answer });
  }
  return met;
}

function* leaksOf(reader: GuardedReader, { path, from, answer }: Met): Generator<string> {
  const allowed = new Set(reader.allowed);
  for (const one of canariesIn(answer)) if (!allowed.has(one)) yield `${path} (from ${from}): ${one}`;
  for (const id of reader.closed)
    if (answer.includes(id) && !path.includes(id)) yield `${path} (from ${from}): the id ${id}`;
}

describe('a walk through the pages of the site', () => {
  it('shows none of the twelve reader profiles what may not be seen, and no hint of what is closed', async () => {
    expect(api.readers.length).toBe(12);
    const leaks: string[] = [];
    const faults: string[] = [];
    for (const [turn, reader] of api.readers.entries()) {
      const browser = browserOf(reader);
      const met = [
        ...(await crawl(browser, whole ? { records: 40, alike: 4 } : { records: 2, alike: 1 })),
        ...(await askedOutright(browser, reader, turn)),
        ...(await sought(browser)),
      ];
      leaks.push(...met.flatMap((one) => [...leaksOf(reader, one)].map((what) => `${reader.key} ${what}`)));
      const bad = met.filter(({ status }) => ![200, 303, 403, 404].includes(status));
      faults.push(...bad.map(({ path, from, status }) => `${reader.key} ${path} (from ${from}): ${status}`));
      opened.set(reader.key, new Set(met.flatMap(({ answer }) => canariesIn(answer))).size);
      const closedShown = met.filter(
        ({ path, status }) => status === 200 && reader.closed.some((id) => path.includes(id)),
      );
      expect([reader.key, closedShown.map(({ path }) => path)]).toEqual([reader.key, []]);
    }
    expect(leaks).toEqual([]);
    expect(faults).toEqual([]);
  }, 300_000);

  it('shows what may be seen: a walk that sees nothing proves nothing', () => {
    for (const key of ['manager', 'chair', 'intelligence', 'auditor', 'charity-worker'])
      expect([key, (opened.get(key) ?? 0) > 5]).toEqual([key, true]);
  });

  it('leaves nothing in the log of the site or of the api, nor in what is sent', async () => {
    const { logged, told } = await api.close();
    api = { ...api, close: async () => ({ logged, told }) };
    expect(lines.length).toBeGreaterThan(100);
    expect(logged.length).toBeGreaterThan(0);
    expect([...lines, ...logged].filter((line) => canariesIn(line).length > 0)).toEqual([]);
    expect(told).toEqual([]);
  });
});
