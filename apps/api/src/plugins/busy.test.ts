import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.js';
import { problems } from './problems.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps the process from everything else. */
function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('a process that cannot keep up', () => {
  it('says so at once, with when to come back, and answers again when it can', async () => {
    const app = Fastify({ logger: false });
    app.decorateRequest('session', null);
    await app.register(problems);
    await app.register(limits, { requestsPerMinute: 1000, signInsPerMinute: 1000 });
    app.get('/', async () => ({ fine: true }));
    await app.ready();
    await pause(1100);
    expect((await app.inject('/')).statusCode).toBe(200);
    for (let turn = 0; turn < 3; turn += 1) {
      work(1300);
      await pause(0);
    }
    const busy = await app.inject('/');
    expect([busy.statusCode, busy.json().code, busy.headers['retry-after']]).toEqual([503, 'BUSY', '5']);
    await pause(2200);
    expect((await app.inject('/')).statusCode).toBe(200);
    await app.close();
  });
});
