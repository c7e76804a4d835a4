import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

it('says to anybody that it is well and ready, and nothing more', async () => {
  for (const [path, status] of [
    ['/health', 'ok'],
    ['/ready', 'ready'],
  ] as const) {
    const answer = await api.ask(null, 'GET', path);
    expect([answer.statusCode, answer.json()]).toEqual([200, { status }]);
  }
});

it('echoes no request: TRACE is not known, and no other method is guessed', async () => {
  for (const method of ['TRACE', 'PROPFIND', 'PATCH'] as const) {
    const answer = await api.app.inject({
      method: method as 'PATCH',
      url: '/health',
      headers: { 'x-canary': 'seen' },
    });
    expect([method, answer.statusCode]).toEqual([method, 401]);
    expect(answer.body).not.toContain('seen');
  }
});

it('is not ready while the database takes no writes: what cannot be audited cannot be shown', async () => {
  const { owner, app } = api.database.connections;
  const name = new URL(app).pathname.slice(1);
  const set = (more: string) => openOwner(owner, (client) => client.query(`alter database ${name} ${more}`));
  await set('set default_transaction_read_only = on');
  // Connections that stood before keep their settings: they are ended as when a server fails over.
  await openOwner(owner, (client) =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'mase_app'",
    ),
  );
  await new Promise((later) => setTimeout(later, 200));
  const answer = await api.ask(null, 'GET', '/ready');
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'NOT_READY']);
  expect(answer.headers['retry-after']).toBe('5');
  await openOwner(owner, async (client) => {
    await client.query('set default_transaction_read_only = off');
    await client.query(`alter database ${name} reset default_transaction_read_only`);
  });
});
