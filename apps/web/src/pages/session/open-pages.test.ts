import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser, type TestBrowser } from '../../testing/browser.js';
import { type FakeApi, fakeApi, type Said } from '../../testing/fake-api.js';

const uri = 'otpauth://totp/MASE:local%20account?issuer=MASE&secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const recoveryCodes = Array.from(
  { length: 10 },
  (_one, n) => `ABCD-EFGH-IJKL-MNOP-QRST-UVW${'234567ABCD'[n]}`,
);
const said: Record<string, Said> = {
  'GET /api/v1/demonstration-users': { status: 200, body: { users: [] } },
  'GET /api/v1/sign-in': {
    status: 200,
    body: {
      organisations: [
        { id: 'council', name: 'Fernshire Council' },
        { id: 'police', name: 'Fernshire Police' },
      ],
    },
  },
  'POST /api/v1/sessions': { status: 202, body: { step: 'a-step', next: 'enrolment' } },
  'POST /api/v1/sign-in/enrolment': { status: 201, body: { secret: 'x', uri } },
  'POST /api/v1/sign-in/code': { status: 201, body: { sessionId: 'opaque-token', recoveryCodes } },
  'GET /api/v1/me': {
    status: 200,
    body: { name: 'Robin Example', roles: [{ id: 'worker', name: 'Worker' }] },
  },
  'DELETE /api/v1/sessions/current': { status: 200, body: { continueAt: 'https://login.example.org/end' } },
};

let api: FakeApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
beforeAll(async () => {
  api = await fakeApi();
  api.answer((asked) => said[`${asked.method} ${asked.url}`]);
  app = await buildWeb({ apiUrl: api.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

describe('the pages before somebody is signed in', () => {
  it.each([
    ['choosing an organisation', '/session/sign-in'],
    ['a refusal', '/session/refused?why=ACCOUNT_UNKNOWN'],
    ['signed out', '/session/sign-out'],
  ])('are accessible and within their policy: %s', async (_name, path) => {
    const { page, faults } = await browser.open(base + path);
    expect(await faults()).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.close();
  });

  it('lead a local account from its password over the key and the recovery codes out again', async () => {
    const { page, faults } = await browser.open(`${base}/session/sign-in`);
    await page.click('text=Sign in with a local account');
    await page.fill('#email', 'ada@example.org');
    await page.fill('#password', 'a long pass phrase');
    await page.click('button:has-text("Sign in")');
    expect(await page.textContent('h1')).toBe('Set up one-time codes');
    expect(await page.locator('svg[role=img]').count()).toBe(1);
    expect(await faults()).toEqual([]);
    await page.fill('#code', '123456');
    await page.click('button:has-text("Continue")');
    expect(await page.locator('.mase-codes li').count()).toBe(10);
    expect(await faults()).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.click('button:has-text("Sign out")');
    expect(await page.textContent('h1')).toBe('You are signed out here');
    expect(await faults()).toEqual([]);
    await page.close();
  });

  it('ask for the code of an account that has set codes up', async () => {
    said['POST /api/v1/sessions'] = { status: 202, body: { step: 'a-step', next: 'code' } };
    const { page, faults } = await browser.open(`${base}/session/sign-in`);
    await page.click('text=Sign in with a local account');
    await page.fill('#email', 'ada@example.org');
    await page.fill('#password', 'a long pass phrase');
    await page.click('button:has-text("Sign in")');
    expect(await page.textContent('h1')).toBe('Enter your one-time code');
    expect(await faults()).toEqual([]);
    await page.close();
  });
});
