import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser } from '../../testing/browser.js';
import { signedIn } from '../../testing/crawl.js';
import { type Demonstration, demonstration } from '../../testing/demonstration.js';
import { type Looking, look } from '../../testing/look.js';

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

describe('an export', () => {
  it('is asked for by one, approved by another, and fetched once by the first', async () => {
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
    await governance.open(`${href}/begin-download`);
    expect((await governance.send({})).statusCode, governance.html).toBe(303);
    expect(await look(looking, governance, href, 'export-begun')).toContain(
      'Fetch the file: this works once',
    );
    const file = await governance.open(`${href}/file`);
    expect([file.statusCode, file.body.includes('for Robin Reviewer, Made-up inspectorate')]).toEqual([
      200,
      true,
    ]);
    expect((await governance.open(`${href}/file`)).statusCode).toBe(409);
    expect(await look(looking, caldicott, href, 'export-fetched')).toContain('complete');
  }, 240_000);
});
