import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from './app.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type FakeApi, fakeApi } from './testing/fake-api.js';

let api: FakeApi;
let app: FastifyInstance;
let browser: PlainBrowser;

beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url, cookieSecret: 'a secret for tests only, 32 chars' });
});
afterAll(async () => {
  await app.close();
  await api.close();
});
beforeEach(() => {
  browser = new PlainBrowser(app);
});

describe('every page', () => {
  it('may load scripts, styles, images and fonts from this site only, and be framed by nobody', async () => {
    const { headers } = await browser.open('/session/sign-in');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
  });

  it('is kept by no browser or proxy, error pages too', async () => {
    expect((await browser.open('/session/sign-in')).headers['cache-control']).toBe('no-store');
    expect((await browser.open('/no-such-page')).headers['cache-control']).toBe('no-store');
  });

  it('holds no script, style or event handler of its own', async () => {
    await browser.open('/session/sign-in');
    expect(browser.html).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
  });

  it('uses neither the crown nor the GDS Transport typeface', async () => {
    await browser.open('/session/sign-in');
    expect(browser.html).not.toMatch(/crown/i);
    for (const [, href] of browser.html.matchAll(/href="([^"]+\.css)"/g)) {
      expect((await app.inject(href ?? '')).body).not.toMatch(/GDS Transport|govuk-crest|@font-face/);
    }
  });
});

describe('styles, scripts and icons', () => {
  const sources = async () => {
    await browser.open('/session/sign-in');
    return [...browser.html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, href]) => href ?? '');
  };

  it('are all there, and kept for a year below an address that changes with them', async () => {
    const found = await sources();
    expect(found.length).toBeGreaterThanOrEqual(6);
    for (const url of found) {
      const { statusCode, headers } = await app.inject(url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
  });

  it('name no picture that is not there', async () => {
    for (const css of (await sources()).filter((url) => url.endsWith('.css'))) {
      for (const [, to] of (await app.inject(css)).body.matchAll(/url\(([^)]+)\)/g)) {
        const target = to?.replace(/["']/g, '') ?? '';
        if (target.startsWith('data:')) continue;
        const url = new URL(target, `http://x${css}`).pathname;
        expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
      }
    }
  });

  it('travel compressed to browsers that say they can read that, and mean the same', async () => {
    const css = (await sources()).find((url) => url.endsWith('govuk-frontend.css')) ?? '';
    const plain = await app.inject(css);
    const packed = await app.inject({ url: css, headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  });

  it('cannot be used to read other files', async () => {
    const base = (await sources())[0]?.replace(/[^/]+$/, '') ?? '';
    for (const name of ['../package.json', '..%2f..%2fpackage.json', '%2e%2e/package.json']) {
      expect((await app.inject(base + name)).statusCode).toBe(404);
    }
  });
});

describe('what changes anything', () => {
  it('is refused without the token of a form that this site showed', async () => {
    for (const [method, url] of [
      ['POST', '/session/sign-in'],
      ['POST', '/session/sign-out'],
      ['PUT', '/drafts/a/b'],
    ] as const) {
      const response = await app.inject({
        method,
        url,
        headers: { cookie: '__Host-mase_session=token' },
        payload: {},
      });
      expect([url, response.statusCode]).toEqual([url, 403]);
      expect(response.body).toContain('This form is too old to be sent');
    }
    expect(api.asked.filter((asked) => asked.method !== 'GET')).toEqual([]);
  });

  it("is refused with the token of another browser's form", async () => {
    const other = new PlainBrowser(app);
    await other.open('/session/sign-in');
    await browser.open('/session/sign-in');
    other.html = browser.html;
    expect((await other.send({ email: 'a@example.test', password: 'x' })).statusCode).toBe(403);
  });
});

describe('a page that is not there', () => {
  it('says so, what was kept and what to do, with status 404', async () => {
    const response = await browser.open('/no-such-page');
    expect(response.statusCode).toBe(404);
    expect(response.body).toContain('Page not found');
    expect(response.body).toContain('What was kept');
    expect(response.body).toContain('What to do');
  });
});

describe('health', () => {
  it('answers without asking the api', async () => {
    const before = api.asked.length;
    const response = await app.inject('/health');
    expect(response.json()).toEqual({ status: 'ok' });
    expect(api.asked.length).toBe(before);
  });
});
