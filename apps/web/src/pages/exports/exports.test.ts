import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser } from '../../testing/browser.js';
import { signedIn } from '../../testing/crawl.js';
import { cuttingRelay } from '../../testing/cutting-relay.js';
import { type Demonstration, demonstration } from '../../testing/demonstration.js';
import { become, type Looking, look, lookAtForm } from '../../testing/look.js';

let world: Demonstration;
let app: FastifyInstance;
let looking: Looking;

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: world.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  looking = { browser: await startBrowser(), base };
}, 300_000);
afterAll(async () => {
  await looking?.browser.close();
  await app?.close();
  await world?.close();
});

/** Runs in the browser: takes a file until the connection breaks, and then the rest of it, as a download that is resumed does. */
const takenUp = `async (file) => {
  const pieces = [];
  const answer = await fetch(file);
  const reader = answer.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
    throw new Error('The connection did not break');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const first = pieces.reduce((sum, { length }) => sum + length, 0);
  const headers = { range: 'bytes=' + first + '-', 'if-range': answer.headers.get('etag') };
  const rest = await fetch(file, { headers });
  const whole = new Uint8Array(await new Blob([...pieces, await rest.blob()]).arrayBuffer());
  const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', whole))];
  return {
    first,
    status: rest.status,
    range: rest.headers.get('content-range'),
    digest: digest.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    length: whole.length,
  };
}`;

describe('an export', () => {
  it('is asked for by one, approved by another, and fetched by the first, again where it did not come whole', async () => {
    const governance = await signedIn(app, 'governance');
    const caldicott = await signedIn(app, 'caldicott');
    await look(looking, governance, '/exports/request-export', 'request-export');
    await governance.open('/exports/request-export');
    const empty = await governance.send({ what: 'list' });
    expect([empty.statusCode, governance.html.includes('Enter the reason')]).toEqual([422, true]);
    const asked = await governance.send({
      what: 'list',
      list: 'childCase',
      'recipient-name': 'Robin Reviewer',
      'recipient-organisation': 'Made-up inspectorate',
      reason: 'A made-up inspection',
    });
    expect(asked.statusCode, governance.html).toBe(303);
    const href = String(asked.headers.location);
    expect(await look(looking, governance, href, 'export-asked')).toContain(
      'another person of information governance',
    );
    expect(await look(looking, caldicott, '/exports', 'exports')).toContain('Robin Reviewer');
    await caldicott.open(`${href}/approve-export`);
    expect((await caldicott.send({})).statusCode, caldicott.html).toBe(303);
    await world.seal();
    await lookAtForm(looking, governance, `${href}/begin-download`, 'begin-download');
    expect((await governance.send({})).statusCode, governance.html).toBe(303);
    expect(await look(looking, governance, href, 'export-begun')).toContain('Fetch the file');
    const file = await governance.open(`${href}/file`);
    expect([file.statusCode, file.body.includes('for Robin Reviewer, Made-up inspectorate')]).toEqual([
      200,
      true,
    ]);
    const fetched = await look(looking, governance, href, 'export-again');
    expect(fetched).toContain('fetch it again');
    expect(fetched).toContain('needs no other approval until');
    // As a browser does by itself where the connection broke.
    expect((await governance.open(`${href}/file`)).body).toBe(file.body);
    expect((await caldicott.open(`${href}/file`)).statusCode).toBe(403);
    expect(await look(looking, caldicott, href, 'export-fetched')).toContain('complete');
  }, 240_000);

  it('goes on in a browser from where the connection broke, and both parts are the file that left', async () => {
    const governance = await signedIn(app, 'governance');
    const caldicott = await signedIn(app, 'caldicott');
    await governance.open('/exports/request-export');
    const asked = await governance.send({
      what: 'partnership',
      'recipient-name': 'Robin Reviewer',
      'recipient-organisation': 'Made-up inspectorate',
      reason: 'A made-up inspection',
    });
    expect(asked.statusCode, governance.html).toBe(303);
    const href = String(asked.headers.location);
    await caldicott.open(`${href}/approve-export`);
    expect((await caldicott.send({})).statusCode, caldicott.html).toBe(303);
    await world.seal();
    await governance.open(`${href}/begin-download`);
    expect((await governance.send({})).statusCode, governance.html).toBe(303);
    const { port } = app.server.address() as AddressInfo;
    const relay = await cuttingRelay(port, { path: `${href}/file`, after: 600_000 });
    try {
      const over = { ...looking, base: relay.base };
      await become(over, governance);
      const { page } = await over.browser.open(relay.base + href);
      const got = (await page.evaluate(`(${takenUp})(${JSON.stringify(`${href}/file`)})`)) as {
        first: number;
        status: number;
        range: string;
        digest: string;
        length: number;
      };
      expect(got.first).toBeGreaterThan(100_000);
      expect(got).toMatchObject({
        status: 206,
        range: `bytes ${got.first}-${got.length - 1}/${got.length}`,
      });
      expect(relay.asked.map((head) => /^if-range: "/im.test(head))).toEqual([false, true]);
      expect(await look(looking, governance, href, 'export-went-on')).toContain(got.digest);
    } finally {
      await relay.close();
    }
  }, 240_000);

  it('for a peer review is made of cases that stay ticked while others are looked for, and is read before anybody decides', async () => {
    const governance = await signedIn(app, 'governance');
    const caldicott = await signedIn(app, 'caldicott');
    await look(looking, governance, '/exports/choose-cases', 'choose-cases');
    await governance.open('/exports/choose-cases');
    const values = [...governance.html.matchAll(/name="cases" type="checkbox" value="([^"]+)"/g)].map(
      ([, value = '']) => value,
    );
    expect(values.length).toBeGreaterThan(2);
    const [first = '', second = ''] = values;
    const ticked = new URLSearchParams([['cases', first]]);
    await governance.open(`/exports/choose-cases?${ticked}&phase=closed`);
    expect(governance.html).toContain(`value="${first}" checked`);
    ticked.append('cases', second);
    const review = `/exports/request-peer-review?${ticked}`;
    await lookAtForm(looking, governance, review, 'request-peer-review');
    const empty = await governance.send({ cases: [first, second] });
    expect([empty.statusCode, governance.html.includes('Enter the reason')]).toEqual([422, true]);
    const asked = await governance.send({
      cases: [first, second],
      'recipient-name': 'Blake Placeholder',
      'recipient-organisation': 'Made-up Improvement Partners',
      reason: 'A made-up yearly review',
    });
    expect(asked.statusCode, governance.html).toBe(303);
    const href = String(asked.headers.location);
    const pack = await caldicott.open(`${href}/peer-review?format=html`);
    expect([pack.statusCode, pack.body.includes('Child 2')]).toEqual([200, true]);
    const shown = await look(looking, caldicott, href, 'peer-review');
    expect(shown).toContain('Copies of the pack');
    expect(shown).toContain(String(first.split(' ')[1]));
  }, 240_000);
});
