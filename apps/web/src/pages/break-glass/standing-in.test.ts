import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser } from '../../testing/browser.js';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { signedIn } from '../../testing/crawl.js';
import { type Demonstration, demonstration } from '../../testing/demonstration.js';
import { type Looking, look as lookAt, lookAtForm } from '../../testing/look.js';

let world: Demonstration;
let app: FastifyInstance;
let looking: Looking;
const people: { [key: string]: PlainBrowser } = {};

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: world.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  for (const who of ['manager', 'worker', 'worker-south', 'charity-worker', 'caldicott'])
    people[who] = await signedIn(app, who);
  looking = { browser: await startBrowser(), base };
});
afterAll(async () => {
  await looking?.browser.close();
  await app?.close();
  await world?.close();
});

const as = (who: string) => people[who] as PlainBrowser;

const look = (who: string, path: string, name: string) => lookAt(looking, as(who), path, name);

const firstLink = (html: string, start: string) =>
  new RegExp(`href="(${start}/[0-9a-f-]{36})`).exec(html)?.[1] ?? '';

describe('standing in', () => {
  it('is said at the top of the list of work, with whose it is and until when', async () => {
    expect(await look('charity-worker', '/', 'home')).toContain('You stand in for Indy Interviewer');
  });

  it('is recorded on one’s own page: an absence with a stand-in, which can end early', async () => {
    const own = String((await as('worker').open('/users/own')).headers.location);
    await look('worker', `${own}/record-absence`, 'record-absence');
    await look('worker', `${own}/delegate`, 'delegate');
    await as('worker').open(`${own}/record-absence`);
    const colleague = /value="([0-9a-f-]{36})">Wilf Worker-Two/.exec(as('worker').html)?.[1] as string;
    const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).split('-') as [
      string,
      string,
      string,
    ];
    const day = (name: string) => ({
      [`${name}-year`]: from[0],
      [`${name}-month`]: from[1],
      [`${name}-day`]: from[2],
    });
    const typed = { ...day('from'), ...day('until'), reason: 'leave', standInId: colleague };
    const sent = await as('worker').send(typed);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, own]);
    expect(await look('worker', own, 'own-account')).toContain('Stands in: Wilf Worker-Two');
    expect(await look('worker', `${own}/end-absence`, 'end-absence')).toContain('Which absence ends?');
    const absence = /name="absenceId"[^>]*value="([0-9a-f-]{36})"/;
    await as('worker').open(`${own}/end-absence`);
    const ended = await as('worker').send({ absenceId: absence.exec(as('worker').html)?.[1] ?? '' });
    expect(ended.statusCode).toBe(303);
    await as('worker').open(`${own}/delegate`);
    const given = { role: 'worker', toId: colleague, reason: 'A course (made up)' };
    const delegated = await as('worker').send({ ...given, ...day('from'), ...day('until') });
    expect([delegated.statusCode, delegated.headers.location]).toEqual([303, own]);
    await lookAtForm(looking, as('worker'), `${own}/end-delegation`, 'end-delegation');
  });
});

describe('the duty rota', () => {
  it('shows who is on duty, and in red where nobody is before it happens', async () => {
    const words = await look('manager', '/duty-rotas', 'rota');
    expect(words).toContain('Nobody');
    expect(words).toContain('Dara Duty');
  });

  it('has a week entered at once, one person a day, and shifts swapped', async () => {
    await as('manager').open('/duty-rotas');
    const rota = firstLink(as('manager').html, '/duty-rotas');
    await look('manager', '/duty-rotas/open-rota', 'open-rota');
    await look('manager', `${rota}/enter-week`, 'enter-week');
    await look('manager', `${rota}/swap-shift`, 'swap-shift');
    await as('manager').open(`${rota}/enter-week`);
    const duty = /value="([0-9a-f-]{36})"[^>]*>Dara Duty/.exec(as('manager').html)?.[1] as string;
    const days = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((index) => [`day-${index}`, duty]));
    const sent = await as('manager').send(days);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/duty-rotas']);
  });
});

describe('a record that is opened in an emergency', () => {
  it('is asked for from a page that is not found, opens for an hour, and can be closed sooner', async () => {
    await as('manager').open('/child-cases');
    const record = firstLink(as('manager').html, '/child-cases');
    const refused = await as('worker-south').open(record);
    expect(refused.statusCode).toBe(404);
    const link = /href="(\/break-glass\/open-record[^"]*)"/.exec(as('worker-south').html)?.[1];
    const asked = String(link).replace('&#x3D;', '=');
    expect(asked).toContain(record.split('/')[2]);
    await look('worker-south', asked, 'break-glass');
    await as('worker-south').open(asked);
    const sent = await as('worker-south').send({
      reference: record.split('/')[2] as string,
      reason: 'A made-up child is at the door',
    });
    expect(sent.statusCode).toBe(303);
    const glass = String(sent.headers.location);
    expect(await look('worker-south', glass, 'glass-open')).toContain('Open until');
    expect((await as('worker-south').open(record)).statusCode).toBe(200);
    await lookAtForm(looking, as('worker-south'), `${glass}/close-record`, 'close-record');
    expect((await as('worker-south').send({})).statusCode).toBe(303);
    expect((await as('worker-south').open(record)).statusCode).toBe(404);
  });

  it('waits in the queue of the Caldicott guardian, who decides with words', async () => {
    expect(await look('caldicott', '/break-glass', 'review-queue')).toContain('record');
    await as('caldicott').open('/break-glass');
    const glass = firstLink(as('caldicott').html, '/break-glass');
    await look('caldicott', `${glass}/decide-review`, 'decide-review');
    await as('caldicott').open(`${glass}/decide-review`);
    const sent = await as('caldicott').send({ finding: 'justified', words: 'The made-up child was there' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, glass]);
    expect(await look('caldicott', glass, 'reviewed')).toContain('Justified');
  });
});
