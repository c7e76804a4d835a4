import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser, type TestBrowser } from '../../testing/browser.js';
import { PlainBrowser } from '../../testing/browser-form.js';
import { look } from '../../testing/look.js';
import { type PersonKey, type RealApi, realApi } from '../../testing/real-api.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let childId: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  for (const lastName of ['Made-up Example', 'Made-up Sample']) {
    const child = { firstName: 'Linnet', lastName, birthDate: '2011-05-04', from: 'return' };
    childId = await api.give('coordinator', 'children/record-child', child);
  }
  app = await buildWeb({ apiUrl: api.url, secure: false, partnership: 'Fernshire (invented)' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

async function plainAs(who: PersonKey): Promise<PlainBrowser> {
  const plain = new PlainBrowser(app);
  await plain.open('/session/sign-in');
  await plain.send({ person: api.emailOf(who) });
  return plain;
}

describe('the box on every page', () => {
  it('finds a child by a misspelt name without scripts, and leads to the record', async () => {
    const coordinator = await plainAs('coordinator');
    await coordinator.open('/');
    expect(coordinator.html).toContain('Find a child, person, place or case');
    const answer = await coordinator.send({ sought: 'Linet Sample' }, '/search');
    expect(answer.statusCode).toBe(200);
    expect(coordinator.html).toContain('What was found');
    const [first] = coordinator.html.match(/href="\/children\/[0-9a-f-]{36}"/) ?? [];
    expect(first).toBe(`href="/children/${childId}"`);
    expect(coordinator.html).toContain('born 4 May 2011');
  });

  it('says what to do where nothing fits, and where nothing was typed', async () => {
    const coordinator = await plainAs('coordinator');
    await coordinator.open('/search');
    await coordinator.send({ sought: 'Zzyzx Qqq' }, '/search');
    expect(coordinator.html).toContain('No record that is open to you fits');
    const blank = await coordinator.send({ sought: '' }, '/search');
    expect(blank.statusCode).toBe(422);
    expect(coordinator.html).toContain('Enter a name, a number or a reference');
  });

  it('is not there for whoever has no cases', async () => {
    for (const who of ['admin', 'referrer'] as const) {
      const plain = await plainAs(who);
      await plain.open('/');
      expect(plain.html).not.toContain('role="search"');
    }
  });

  it('is used in a browser, accessible, wide and on a telephone', async () => {
    const coordinator = await plainAs('coordinator');
    await look({ browser, base }, coordinator, '/search', 'search-find');
    const { page, faults } = await browser.open(base);
    await page.fill('#mase-seek', 'Lynnet Example');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("What was found")');
    expect(page.url()).toBe(`${base}/search`);
    expect(await page.textContent('.mase-queue')).toContain('Linnet Made-up Example');
    expect(await faults()).toEqual([]);
    if (process.env.MASE_SHOTS)
      await page.screenshot({ path: `${process.env.MASE_SHOTS}/search-found.png`, fullPage: true });
  });
});
