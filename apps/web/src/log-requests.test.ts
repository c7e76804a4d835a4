import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { buildWeb } from './app.js';
import { type Page, show } from './page.js';

it('logs say which page answered how, and never an address, what was typed, or the message of a fault', async () => {
  const lines: string[] = [];
  const logger = pino(
    { level: 'trace' },
    new PassThrough().on('data', (chunk) => lines.push(String(chunk))),
  );
  const faulty: Page = {
    id: 'faults/happen',
    url: '/people/:id',
    open: true,
    view: '{{#form}}{{/form}}',
    get: async (visit) =>
      visit.query.name ? Promise.reject(new Error('Canary in a message')) : show({ title: 'Person' }),
  };
  const app = await buildWeb({ apiUrl: 'http://127.0.0.1:9', pages: [faulty], logger });
  await app.inject('/people/ca9a4100-1d1d-1d1d-1d1d-1d1d1d1d1d1d?name=Canary');
  await app.inject('/nowhere/canary-path');
  await app.inject({
    method: 'POST',
    url: '/people/ca9a4100-1d1d-1d1d-1d1d-1d1d1d1d1d1d',
    payload: { text: 'Canary typed' },
  });
  await app.inject({
    method: 'GET',
    url: '/people/ca9a4100-1d1d-1d1d-1d1d-1d1d1d1d1d1d',
    headers: { cookie: '__Host-mase_session=canary-token' },
  });
  await app.close();
  const log = lines.join('');
  expect(log).toContain('"route":"/people/:id"');
  expect(log).toContain('page failed');
  expect(log).toContain('log-requests.test');
  expect(log).not.toMatch(/canary|ca9a4100/i);
});
