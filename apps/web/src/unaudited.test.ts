import { openOwner } from '@mase/store/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { pages } from './pages.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type RealApi, realApi } from './testing/real-api.js';
import { type SmallWorld, smallWorld } from './testing/small-world.js';

let api: RealApi;
let app: FastifyInstance;
let world: SmallWorld;
let browser: PlainBrowser;
const ids: { [topic: string]: string } = {};
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  app = await buildWeb({ apiUrl: api.url, secure: false });
  browser = new PlainBrowser(app);
  await browser.open('/session/sign-in');
  await browser.send({ choosing: 'yes', person: api.emailOf('manager') });
  const rows = await owner<{ id: string; kind: string }>(`select id, kind from record order by id`);
  for (const { id, kind } of rows) ids[kind] ??= id;
});
afterAll(async () => {
  await app?.close();
  await api?.close();
});

const owner = <T>(sql: string) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query(sql)).rows as T[]);

const kinds: { [topic: string]: string } = { children: 'child', 'plan-actions': 'planAction', users: 'user' };
const addressOf = (url: string) => {
  const topic = url.split('/')[1] ?? '';
  const id = topic === 'child-cases' ? world.proposed : (ids[kinds[topic] ?? ''] ?? world.proposed);
  return url.replaceAll(/:\w+/g, id);
};

/** What is personal in this world: names, and what was written. */
const personal =
  /Juniper|Synthetic|Robin|Hazel|Ash Example|Invented|writes to her at night|keeps the phone|want it to stop/;
const opened = () => pages.filter(({ get, open }) => get && !open).map(({ url }) => addressOf(url));

describe('while the audit cannot be written', () => {
  it('no page and no file shows anything about anybody, and each says so', async () => {
    const before = new Map<string, number>();
    for (const at of opened()) {
      const { statusCode, body } = await browser.open(at);
      before.set(at, statusCode);
      if (statusCode === 200 && personal.test(body)) before.set(`${at} shows`, 1);
    }
    expect([...before.keys()].filter((key) => key.endsWith(' shows')).length).toBeGreaterThan(12);
    await owner('revoke insert on audit from mase_app');
    try {
      for (const at of opened()) {
        const { statusCode, body } = await browser.open(at);
        expect([at, personal.exec(body)?.[0]]).toEqual([at, undefined]);
        if (before.has(`${at} shows`)) expect([at, statusCode]).toEqual([at, 503]);
      }
    } finally {
      await owner('grant insert on audit to mase_app');
    }
    expect((await browser.open(`/child-cases/${world.proposed}`)).body).toContain('Juniper');
  });
});
