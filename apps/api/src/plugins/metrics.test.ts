import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { expect, inject, it } from 'vitest';
import { testApi } from '../testing/test-api.js';
import { serveMetrics } from './metrics.js';

it('counts answers by the pattern of their address, never by the address', async () => {
  const api = await testApi(inject('MASE_TEST_SERVER'));
  try {
    const id = '01890000-0000-7000-8000-00000000abcd';
    await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`);
    await api.ask('worker', 'POST', '/api/v1/children/search', { name: 'canary-name' });
    await api.ask(null, 'GET', '/no/such/canary-place');
    const text = await api.app.metrics.metrics();
    expect(text).toContain(
      'mase_request_seconds_count{method="GET",route="/api/v1/child-cases/:id",status="404"} 1',
    );
    expect(text).toContain('route="/api/v1/children/search",status="200"');
    expect(text).not.toMatch(/canary|abcd|worker/);
  } finally {
    await api.close();
  }
});

it('is served on this machine alone, and nothing else is at its port', async () => {
  const server = await serveMetrics(new Registry(), 0);
  try {
    const { address, port } = server.address() as AddressInfo;
    expect(address).toBe('127.0.0.1');
    const at = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
    expect(await (await at('/metrics')).text()).toContain('process_cpu_seconds_total');
    for (const [path, method] of [
      ['/', 'GET'],
      ['/metrics', 'POST'],
      ['/metrics/../x', 'GET'],
    ] as const)
      expect([path, (await at(path, method)).status]).toEqual([path, 404]);
  } finally {
    await new Promise((closed) => server.close(closed));
  }
});
