import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from './app.js';
import { pages } from './pages.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type FakeApi, fakeApi } from './testing/fake-api.js';

let api: FakeApi;
let app: FastifyInstance;
let cookie: string;
let token: string;
beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url, cookieSecret: 'a secret for tests only, 32 chars' });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

/** What a browser holds that was shown a form here: its cookies, and the token of the form. */
async function shown(): Promise<{ cookie: string; token: string }> {
  const browser = new PlainBrowser(app);
  await browser.open('/session/sign-in');
  const cookies = [...browser.cookies]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
  const given = (await app.inject({ url: '/form-token', headers: { cookie: cookies } })).json() as {
    token: string;
  };
  return { cookie: `${cookies}; __Host-mase_session=somebodys-token-of-a-session`, token: given.token };
}
beforeEach(async () => {
  ({ cookie, token } = await shown());
  api.asked.length = 0;
});

interface Sent {
  headers?: Record<string, string>;
  payload?: string;
  url?: string;
}
const target = '/session/sign-out';
const asForm = 'application/x-www-form-urlencoded';
const post = ({ headers = {}, payload = '', url = target }: Sent) =>
  app.inject({ method: 'POST', url, headers: { cookie, 'content-type': asForm, ...headers }, payload });
const changed = () => api.asked.filter(({ method }) => method !== 'GET');

/** What another site, or somebody on the way, can make a browser of ours send. */
const attacks: [string, (own: { token: string }) => Promise<Sent> | Sent][] = [
  ['without a token', () => ({ payload: 'a=b' })],
  ['with an empty token', () => ({ payload: '_csrf=' })],
  ['with a token that was made up', () => ({ payload: '_csrf=AAAAAAAA-BBBBBBBBBBBBBBBBBBBBBBBBBBB' })],
  ['with a token that was changed by a letter', (own) => ({ payload: `_csrf=${own.token.slice(0, -1)}_` })],
  ['with the token of another browser', async () => ({ payload: `_csrf=${(await shown()).token}` })],
  ['with the token in the address', (own) => ({ url: `${target}?_csrf=${own.token}`, payload: 'a=b' })],
  ['with two tokens, one of them right', (own) => ({ payload: `_csrf=x&_csrf=${own.token}` })],
  [
    'as text, as a form of another site can',
    (own) => ({ headers: { 'content-type': 'text/plain' }, payload: `_csrf=${own.token}` }),
  ],
  [
    'as several parts, as a form of another site can',
    (own) => ({
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${own.token}\r\n--x--`,
    }),
  ],
  [
    'without the cookie that belongs to the token',
    (own) => ({ headers: { cookie: '__Host-mase_session=somebodys' }, payload: `_csrf=${own.token}` }),
  ],
  [
    'with that cookie’s signature cut off',
    (own) => ({
      headers: { cookie: cookie.replace(/(__Host-mase_form=[^;%.]+)[^;]*/, '$1') },
      payload: `_csrf=${own.token}`,
    }),
  ],
  [
    'with a cookie that another host of the domain set, without the prefix',
    (own) => ({
      headers: { cookie: cookie.replace('__Host-mase_form', 'mase_form') },
      payload: `_csrf=${own.token}`,
    }),
  ],
  [
    'from another site, as the browser says, with the right token',
    (own) => ({ headers: { 'sec-fetch-site': 'cross-site' }, payload: `_csrf=${own.token}` }),
  ],
  [
    'from another host of the domain, with the right token',
    (own) => ({ headers: { 'sec-fetch-site': 'same-site' }, payload: `_csrf=${own.token}` }),
  ],
];

describe('a request that is forged', () => {
  it.each(attacks)('%s changes nothing', async (_, attack) => {
    const answer = await post(await attack({ token }));
    expect([403, 415]).toContain(answer.statusCode);
    expect(changed()).toEqual([]);
  });

  it('is told from a form of ours, which is sent on', async () => {
    const answer = await post({ payload: `_csrf=${encodeURIComponent(token)}` });
    expect(answer.statusCode).not.toBe(403);
    expect(changed().length).toBe(1);
    const said = await post({
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: `_csrf=${encodeURIComponent(token)}`,
    });
    expect(said.statusCode).not.toBe(403);
  });

  it('changes nothing at any page: none sends anything on for a request without a token', async () => {
    for (const { url } of pages) {
      const at = url.replaceAll(/:\w+/g, '01890000-0000-7000-8000-000000000000');
      const answer = await post({ url: at, payload: 'reason=x' });
      expect([at, [403, 404].includes(answer.statusCode)]).toEqual([at, true]);
    }
    expect(changed()).toEqual([]);
  });

  it('is not echoed: TRACE is refused like anything else without a form', async () => {
    const answer = await app.inject({
      method: 'TRACE' as 'GET',
      url: '/',
      headers: { cookie, 'x-canary': 'seen' },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toMatch(/seen|somebodys-token/);
  });

  it('changes nothing as a link: opening a page asks the api for nothing but to read', async () => {
    for (const { url, get, id } of pages.filter((page) => page.get)) {
      // A sign-in begins with a link, so that the provider can send people back: it opens nothing by itself.
      if (!get || id.startsWith('session/')) continue;
      const at = url.replaceAll(/:\w+/g, '01890000-0000-7000-8000-000000000000');
      for (const method of ['GET', 'HEAD', 'OPTIONS'] as const)
        await app.inject({
          method,
          url: `${at}?_method=POST&_csrf=${token}`,
          headers: { cookie, 'x-http-method-override': 'POST' },
        });
    }
    expect(changed()).toEqual([]);
  });
});

describe('what one request may bring', () => {
  it('is a mebibyte, and no more', async () => {
    const payload = `_csrf=${token}&text=${'x'.repeat(1024 * 1024)}`;
    expect((await post({ payload })).statusCode).toBe(413);
    expect(changed()).toEqual([]);
  });

  it('takes no longer than the site waits for it', () => {
    expect(app.initialConfig.requestTimeout).toBe(30_000);
    expect(app.initialConfig.connectionTimeout).toBe(120_000);
  });

  it('is counted by the pattern of its address, never by the address', async () => {
    await app.inject({ url: '/children?canary-name=canary', headers: { cookie } });
    await app.inject({ url: '/children/canary-id', headers: { cookie } });
    const text = await app.counts.metrics();
    expect(text).toContain('route="/children/:id"');
    expect(text).not.toContain('canary');
  });
});

describe('the site says that it is ready', () => {
  it('when the api is, and not when it is not', async () => {
    api.answer(({ url }) => (url === '/ready' ? { status: 200, body: { status: 'ready' } } : undefined));
    expect((await app.inject('/ready')).json()).toEqual({ status: 'ready' });
    api.answer(() => ({ status: 503, body: { title: 'Not ready', status: 503 } }));
    expect((await app.inject('/ready')).statusCode).toBe(503);
  });
});
