import type { AddressInfo } from 'node:net';
import { englandProfile } from '@mase/workflow/words';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildWeb } from '../../../app.js';
import { startBrowser, type TestBrowser } from '../../../testing/browser.js';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { look } from '../../../testing/look.js';
import { type RealApi, realApi } from '../../../testing/real-api.js';
import { smallWorld } from '../../../testing/small-world.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let plain: PlainBrowser;
let id: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  id = (await smallWorld(api)).proposed;
  app = await buildWeb({ apiUrl: api.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  plain = new PlainBrowser(app);
  await plain.open('/session/sign-in');
  await plain.send({ person: api.emailOf('worker') });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

const { headings } = englandProfile.outcomes;
const rated = (rating: (index: number) => string) =>
  Object.fromEntries(headings.map((heading, index) => [`ratings-${heading.id}`, rating(index)]));
const form = () => `/child-cases/${id}/rate-outcomes`;

it('outcomes are rated heading by heading; what is left out is named at its heading, and the distance is drawn and tabled', async () => {
  await plain.open(form());
  const { first, ...but } = { first: '', ...rated(() => '2') };
  expect(first).toBe('');
  const [left = ''] = Object.keys(but);
  const refused = await plain.send({
    ...but,
    [left]: '',
    occasion: 'first',
    childPart: 'She chose each step.',
  });
  expect(refused.statusCode).toBe(422);
  expect(plain.html).toContain(`href="#${left}"`);
  expect(plain.html).toContain('or say that nobody can say yet');
  const done = await plain.send({ ...but, occasion: 'first', childPart: 'She chose each step.' });
  expect(done.headers.location).toBe(`/child-cases/${id}/outcomes`);

  await plain.open(form());
  expect(plain.html).toContain('Last time: 2, A worry.');
  await plain.send({
    ...rated((index) => (index === 0 ? 'not-known' : String((index % 4) + 1))),
    [`ratings-${headings[0]?.id}-evidence`]: 'She was not ready to speak of it.',
    'own-label': 'Playing football',
    'own-rating': '3',
    occasion: 'review',
    childPart: 'She added a heading of her own.',
  });
  const words = await look({ browser, base }, plain, `/child-cases/${id}/outcomes`, 'outcomes');
  expect(words).toContain('Playing football');
  expect(words).toContain('2 steps better');
  expect(words).toContain('1 step worse');
  expect(words).toContain('Not rated twice yet');
  await look({ browser, base }, plain, form(), 'rate-outcomes');
});
