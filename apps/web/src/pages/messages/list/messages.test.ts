import { openStore, sendOutgoing } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../../app.js';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { type RealApi, realApi } from '../../../testing/real-api.js';
import { smallWorld } from '../../../testing/small-world.js';

let api: RealApi;
let app: FastifyInstance;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  await smallWorld(api);
  app = await buildWeb({ apiUrl: api.url, secure: false });
  // What the worker does every half second.
  const worker = await openStore(api.database.connections.worker, { size: 1 });
  expect(await sendOutgoing(worker)).toBeGreaterThan(0);
  await worker.close();
});
afterAll(async () => {
  await app?.close();
  await api?.close();
});

async function messagesOf(who: Parameters<RealApi['emailOf']>[0]): Promise<string> {
  const plain = new PlainBrowser(app);
  await plain.open('/session/sign-in');
  await plain.send({ person: api.emailOf(who) });
  expect((await plain.open('/messages')).statusCode).toBe(200);
  return plain.html;
}

describe('messages', () => {
  it('tell whoever is on duty of danger, with the child and a way to the case', async () => {
    expect(await messagesOf('duty')).toMatch(
      /href="\/child-cases\/[0-9a-f-]{36}">Immediate danger was raised/,
    );
  });

  it('tell nobody of what is told to others', async () => {
    expect(await messagesOf('workerTwo')).not.toContain('Immediate danger was raised');
  });
});
