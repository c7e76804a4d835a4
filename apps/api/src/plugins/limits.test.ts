import { beginSession } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildApp } from '../app.js';
import { defaultSettings } from '../sign-in/settings.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let app: FastifyInstance;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const settings = {
    ...defaultSettings(Buffer.alloc(32)),
    limits: { requestsPerMinute: 60, signInsPerMinute: 10 },
  };
  app = await buildApp({ store: api.store, mode: 'demonstration', settings });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

const tokenOf = async (key: string) => {
  const userId = api.founded.people[key] as string;
  return (await beginSession(api.store, { userId, partnershipId: api.founded.partnershipId })).sessionId;
};
const me = (token: string, ip: string) =>
  app.inject({
    method: 'GET',
    url: '/api/v1/me',
    headers: { authorization: `Bearer ${token}` },
    remoteAddress: ip,
  });

describe('the limits on requests', () => {
  it('hold one person back from every address, and nobody else at the same one', async () => {
    const [busy, other] = [await tokenOf('worker'), await tokenOf('manager')];
    for (let n = 0; n < 60; n += 1) expect((await me(busy, `203.0.113.${n}`)).statusCode).toBe(200);
    const held = await me(busy, '203.0.113.99');
    expect([held.statusCode, held.json().code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(held.headers['content-type']).toContain('application/problem+json');
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    expect((await me(other, '203.0.113.99')).statusCode).toBe(200);
  });

  it('hold an address back from signing in, over all the ways in together', async () => {
    const asked = (n: number, ip: string) =>
      app.inject({
        method: 'POST',
        url: n % 2 ? '/api/v1/sign-in/from-code' : '/api/v1/sign-in/complete',
        payload: n % 2 ? { code: 'AAAA' } : { organisation: 'x', answer: 'x', browser: 'x' },
        remoteAddress: ip,
      });
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await asked(n, '198.51.100.1')).statusCode);
    expect(statuses.slice(0, 10)).not.toContain(429);
    expect(statuses[10]).toBe(429);
    expect((await asked(0, '198.51.100.2')).statusCode).not.toBe(429);
  });

  it('take the browser’s address from the web on this machine, and from nobody else', async () => {
    const asked = (from: string, told: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/sign-in/from-code',
        payload: { code: 'AAAA' },
        remoteAddress: from,
        headers: { 'x-forwarded-for': told },
      });
    for (let n = 0; n < 10; n += 1) await asked('127.0.0.1', '198.51.100.30');
    expect((await asked('127.0.0.1', '198.51.100.30')).statusCode).toBe(429);
    expect((await asked('127.0.0.1', '198.51.100.31')).statusCode).toBe(401);
    for (let n = 0; n < 10; n += 1) await asked('198.51.100.40', `198.51.100.${100 + n}`);
    expect((await asked('198.51.100.40', '198.51.100.200')).statusCode).toBe(429);
  });

  it('hold an address back that makes up tokens, but nobody there who is signed in already', async () => {
    const known = await tokenOf('senior');
    expect((await me(known, '203.0.113.150')).statusCode).toBe(200);
    const statuses = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push(
        (await me(`made-up-token-number-${String(n).padStart(4, '0')}`, '203.0.113.150')).statusCode,
      );
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    expect((await me(known, '203.0.113.150')).statusCode).toBe(200);
    expect((await me(await tokenOf('senior'), '203.0.113.151')).statusCode).toBe(200);
  });
});
