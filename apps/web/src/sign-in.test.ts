import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAgency, addUser, foundPartnership, openStore } from '@mase/store';
import { testDatabase } from '@mase/store/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { type ApiProcess, apiProcess, freePort } from './testing/api-process.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';

/** The provider that the api's own tests sign in at, as far as this test uses it. */
interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  person: { subject: string; email: string; acr?: string };
  sign(claims: object, header: { typ: string }): Promise<string>;
  close(): Promise<void>;
}

const harness = new URL('../../api/dist/testing/identity-provider.js', import.meta.url).href;
const { identityProvider } = (await import(harness)) as {
  identityProvider: (redirectUris: string[]) => Promise<Provider>;
};

let api: ApiProcess;
let app: FastifyInstance;
let browser: TestBrowser;
let provider: Provider;
let base: string;
const folder = mkdtempSync(join(tmpdir(), 'mase-sign-in-'));

beforeAll(async () => {
  const database = await testDatabase(inject('MASE_TEST_SERVER'));
  const { app: appUrl, owner } = database.connections;
  const store = await openStore(appUrl);
  const partnership = await foundPartnership(owner, { name: 'Fernshire (invented)' });
  const agencyId = await addAgency(store, partnership, {
    name: 'Fernshire Council',
    kind: 'social-care',
    teams: [],
  });
  const user = {
    name: 'Wren Worker',
    email: 'wren@fernshire.example.org',
    agencyId,
    roles: ['worker' as const],
  };
  await addUser(store, owner, partnership, user);
  const chosen = { ...user, name: 'Dee Demonstration', email: 'dee@fernshire.example.org' };
  await addUser(store, owner, partnership, chosen, { password: 'demonstration-only', demonstration: true });
  await store.close();
  const port = await freePort();
  // Another site than the provider's 127.0.0.1: coming back is a cross-site journey, as it is outside a test.
  base = `http://localhost:${port}`;
  provider = await identityProvider([`${base}/session/callback/council`]);
  const settings = join(folder, 'settings.json');
  writeFileSync(join(folder, 'secret'), provider.clientSecret, { mode: 0o600 });
  const { issuer, clientId } = provider;
  const tenant = {
    id: 'council',
    name: 'Fernshire Council',
    partnership,
    issuer,
    clientId,
    acr: ['urn:test:mfa'],
  };
  const tenants = [{ ...tenant, clientSecretFile: 'secret' }];
  writeFileSync(settings, JSON.stringify({ publicUrl: base, tenants }));
  api = await apiProcess(database, { MASE_API_SETTINGS: settings });
  app = await buildWeb({ apiUrl: api.url, secure: false });
  await app.listen({ host: 'localhost', port });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
  await provider?.close();
  rmSync(folder, { recursive: true, force: true });
});

const wren = { subject: 'subject-of-wren', email: 'wren@fernshire.example.org', acr: 'urn:test:mfa' };

describe('signing in with one’s organisation, in a browser, at a real provider', () => {
  it('comes back signed in to the page that was asked for, and stays so', async () => {
    provider.person = wren;
    const page = await browser.context.newPage();
    await page.goto(`${base}/child-cases?filter=mine`);
    await page.click('text=Fernshire Council');
    expect(page.url()).toBe(`${base}/child-cases?filter=mine`);
    expect(await page.textContent('.mase-who')).toContain('Wren Worker');
    await page.goto(`${base}/session/list`);
    expect(await page.textContent('main')).toContain('Fernshire Council (this one)');
    await page.close();
  });

  it('ends here when the provider says that the person signed out there', async () => {
    const page = await browser.context.newPage();
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: provider.issuer,
      aud: provider.clientId,
      iat: now,
      exp: now + 60,
      jti: 'a sign-out of this test',
      sub: wren.subject,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    };
    const told = await fetch(`${base}/session/provider-sign-out/council`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: await provider.sign(claims, { typ: 'logout+jwt' }) }),
    });
    expect(told.status).toBe(200);
    await page.goto(`${base}/session/list`);
    expect(page.url()).toContain('/session/sign-in?');
    await page.close();
  });

  it('signs out here, and at the provider too where one wants to', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${base}/session/sign-in`);
    await page.click('text=Fernshire Council');
    await page.click('button:has-text("Sign out")');
    expect(await page.textContent('h1')).toBe('You are signed out here');
    await page.click('text=Sign out of your organisation');
    expect(page.url()).toContain(`${provider.issuer}/session/end`);
    await page.close();
  });

  it('says in plain words that there is no account, and that a second factor is missing', async () => {
    const page = await browser.context.newPage();
    for (const [person, words] of [
      [{ ...wren, subject: 'stranger', email: 'stranger@fernshire.example.org' }, 'You have no account here'],
      [{ ...wren, acr: 'urn:test:password' }, 'A second factor is missing'],
    ] as const) {
      provider.person = person;
      await browser.context.clearCookies();
      await page.goto(`${base}/session/sign-in`);
      await page.click('text=Fernshire Council');
      expect(await page.textContent('h1')).toBe(words);
    }
    await page.close();
  });
});
