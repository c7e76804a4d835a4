import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PlainBrowser } from './testing/browser-form.js';
import { nameOf, type RealApi, realApi } from './testing/real-api.js';
import { type Served, serveSite } from './testing/site.js';

const form = '/child-cases/record-referral';
const words = 'A made-up neighbour saw a girl of about fourteen at the hotel; she was crying.';

let api: RealApi;
let site: Served;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await serveSite(api.url);
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

async function signIn(browser: PlainBrowser): Promise<void> {
  await browser.open('/session/sign-in');
  const [, person = ''] =
    new RegExp(`name="person"[^>]*value="([^"]+)"[^]{0,400}?${nameOf('worker')}`).exec(browser.html) ?? [];
  await browser.send({ choosing: 'yes', person });
}

describe('a form that is sent without scripts when the session has ended', () => {
  it.each([
    ['by its time', "expires_at = now() - interval '1 second'"],
    ['because nothing was done for too long', "seen_at = now() - interval '2 hours'"],
  ])('%s becomes a draft, which is in the form again after signing in', async (how, ends) => {
    const typed = `${words} Told ${how}.`;
    const browser = new PlainBrowser(site.app);
    await signIn(browser);
    await browser.open(form);
    expect(browser.html).toContain('name="seenOrSaid"');
    expect(browser.html).not.toContain(typed);
    await openOwner(api.database.connections.owner, (client) => client.query(`update session set ${ends}`));
    const sent = await browser.send({ seenOrSaid: typed, immediateDanger: 'no' });
    expect(sent.headers.location ?? sent.body).toContain('/session/sign-in');
    await signIn(browser);
    await browser.open(form);
    expect(browser.html).toContain(typed);
  });
});
