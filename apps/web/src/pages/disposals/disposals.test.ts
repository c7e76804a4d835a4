import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser } from '../../testing/browser.js';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { signedIn } from '../../testing/crawl.js';
import { type Demonstration, demonstration } from '../../testing/demonstration.js';
import { type Looking, look, lookAtForm } from '../../testing/look.js';

let world: Demonstration;
let app: FastifyInstance;
let looking: Looking;
let governance: PlainBrowser;
let caldicott: PlainBrowser;

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: world.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  governance = await signedIn(app, 'governance');
  caldicott = await signedIn(app, 'caldicott');
  looking = { browser: await startBrowser(), base };
});
afterAll(async () => {
  await looking?.browser.close();
  await app?.close();
  await world?.close();
});

const firstLink = (html: string, start: string) =>
  new RegExp(`href="(${start}/[0-9a-f-]{36})"`).exec(html)?.[1] ?? '';

describe('disposals and legal holds', () => {
  it('are proposed by one, held back by a legal hold, approved by another, and wait', async () => {
    await governance.open('/disposals');
    const disposal = firstLink(governance.html, '/disposals');
    await governance.open(disposal);
    const caseHref = firstLink(governance.html, '/child-cases');
    const childCase = caseHref.split('/')[2] as string;
    const child =
      /place-hold\?child&#x3D;([0-9a-f-]{36})|place-hold\?child=([0-9a-f-]{36})/
        .exec(governance.html)
        ?.slice(1)
        .find(Boolean) ?? '';
    expect(governance.html).toContain('A request to erase was upheld');
    expect(governance.html).not.toContain('Approve the disposal');
    await look(looking, governance, `/disposals/propose-disposal?case=${childCase}`, 'propose-disposal');

    await governance.open(`/disposals/propose-disposal?case=${childCase}`);
    const unchosen = await governance.send({});
    expect([unchosen.statusCode, governance.html.includes('Select why it is disposed of')]).toEqual([
      422,
      true,
    ]);
    await governance.send({ basis: 'period-over' });
    expect(governance.html).toContain('A request for access to what is held of the child is not answered');
    await governance.open('/access-requests');
    await governance.open(`${firstLink(governance.html, '/access-requests')}/withdraw-request`);
    expect((await governance.send({ reason: 'Taken back' })).statusCode, governance.html).toBe(303);
    await governance.open(`/disposals/propose-disposal?case=${childCase}`);
    await governance.send({ basis: 'period-over' });
    expect(governance.html).toContain('It is kept until');

    await caldicott.open(`/legal-holds/place-hold?child=${child}`);
    const year = new Date(Date.now() + 90 * 86_400_000);
    const placed = await caldicott.send({
      scope: 'person',
      childId: child,
      reason: 'litigation',
      'reviewBy-day': String(year.getUTCDate()),
      'reviewBy-month': String(year.getUTCMonth() + 1),
      'reviewBy-year': String(year.getUTCFullYear()),
      words: 'A made-up claim',
    });
    expect(placed.statusCode, caldicott.html).toBe(303);
    const hold = String(placed.headers.location);
    expect(await look(looking, caldicott, hold, 'legal-hold')).toContain('A made-up claim');
    expect(await look(looking, caldicott, disposal, 'disposal-held')).toContain(
      'A legal hold covers this record',
    );
    await caldicott.open(`${hold}/lift-hold`);
    expect((await caldicott.send({ words: 'Settled' })).statusCode).toBe(303);

    await lookAtForm(looking, caldicott, `${disposal}/refuse-disposal`, 'refuse-disposal');
    await lookAtForm(looking, caldicott, `${disposal}/approve-disposal`, 'approve-disposal');
    expect((await caldicott.send({})).statusCode, caldicott.html).toBe(303);
    expect(await look(looking, caldicott, disposal, 'disposal-approved')).toContain(
      'It may be carried out from',
    );
    expect(await look(looking, governance, `${disposal}/carry-out`, 'carry-out-early')).toContain(
      'This cannot be done now',
    );
    expect((await governance.open(`${disposal}/certificate`)).statusCode).toBe(409);
    await world.pass(30);
    const later = await signedIn(app, 'governance');
    await lookAtForm(looking, later, `${disposal}/carry-out`, 'carry-out');
    await later.open(`${disposal}/withdraw-disposal`);
    expect((await later.send({ reason: 'A slip' })).statusCode).toBe(303);
    expect(await look(looking, later, disposal, 'disposal-withdrawn')).toContain('Withdrawn');
  }, 240_000);
});
