import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildWeb } from '../../../app.js';
import { startBrowser, type TestBrowser } from '../../../testing/browser.js';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { look } from '../../../testing/look.js';
import { type RealApi, realApi } from '../../../testing/real-api.js';
import { type SmallWorld, smallWorld } from '../../../testing/small-world.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let world: SmallWorld;
let worker: PlainBrowser;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  app = await buildWeb({
    apiUrl: api.url,
    secure: false,
    partnership: 'Fernshire (invented)',
    phase: 'Everybody and everything here is invented.',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  worker = new PlainBrowser(app);
  await worker.open('/session/sign-in');
  await worker.send({ person: api.emailOf('worker') });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

/** The fields of a date so many days ago. */
function dated(name: string, daysAgo: number): Record<string, string> {
  const [year = '', month = '', day = ''] = new Date(Date.now() - daysAgo * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

const judged = {
  'harm-online-certainty': 'none-known',
  'harm-online-basis': 'Nothing known so far',
  learningDisability: 'no',
  childView: 'Wants to be left alone by him.',
  analysis: 'Somebody takes the child away at night.',
  proposed: 'low',
  reasons: 'Two signs within a year.',
};

it('a worker chooses the scored tool; signs count by their date, and the case shows how the number came about', async () => {
  const address = `/child-cases/${world.assessing}`;
  await worker.open(`${address}/assess-risk`);
  expect(worker.html).toContain('Structured professional judgement of exploitation, nine domains');
  expect(worker.html).toContain('Use another tool');
  await worker.open(`${address}/assess-risk?instrument=scored-sections`);
  expect(worker.html).toContain('What has made the child easier to harm');
  expect(worker.html).not.toContain('Level of concern:');
  const signs = {
    'answer-violence-in-family': 'yes',
    'source-violence-in-family': 'Made-up school',
    ...dated('date-violence-in-family', 2000),
    'answer-away-overnight': 'yes',
    'source-away-overnight': 'Made-up police',
    ...dated('date-away-overnight', 20),
    'answer-taken-in-vehicles': 'yes',
    'source-taken-in-vehicles': 'Made-up neighbour',
    ...dated('date-taken-in-vehicles', 250),
    'answer-approached-online': 'not-known',
  };
  await worker.send({ ...signs, ...judged });
  expect(worker.html).toContain(
    '<a href="#narrative-what-stands-behind">Enter what stands behind the signs</a>',
  );
  expect(worker.html).toContain('Scored assessment in three sections');
  const sent = await worker.send({
    ...signs,
    ...judged,
    'narrative-what-stands-behind': 'A man in a van (made up).',
  });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, address]);

  await worker.open(address);
  expect(worker.html).toContain('How the suggestion was reached');
  expect(worker.html).toContain('7, band 2, some concern');
  expect(worker.html).toContain('Adults approach the child online');
  expect(worker.html).toContain('No child is asked to obtain information');
  const words = await look({ browser, base }, worker, address, 'scored-case');
  expect(words).toContain('Now or in the last six months: evidence of');
  expect(words).toContain('Six to twelve months ago: evidence of');
  expect(words).toContain('Band 2, some concern: 6 to 10: reached with 7 – low');
});

it('the second time the answers stand beside the questions, and what changed is told item by item', async () => {
  const address = `/child-cases/${world.assessing}`;
  await worker.open(`${address}/assess-risk?instrument=scored-sections`);
  expect(worker.html).toContain('Last time: Yes');
  await look({ browser, base }, worker, `${address}/assess-risk?instrument=scored-sections`, 'scored-form');
  const sent = await worker.send({
    ...judged,
    'answer-away-overnight': 'no',
    'narrative-what-stands-behind': 'The man has left the area (made up).',
    proposed: 'none',
  });
  expect(sent.statusCode).toBe(303);
  await worker.open(address);
  expect(worker.html).toContain(
    'The child has been missing overnight or longer: Yes (ever and now, adds 5) → <strong>No</strong>',
  );
});

it('a tool of levels takes not known for an answer, and asks what a high level rests on', async () => {
  const address = `/child-cases/${world.assessing}`;
  await worker.open(`${address}/assess-risk?instrument=domain-levels`);
  const codes = [
    'health',
    'feelings',
    'home',
    'missing',
    'people',
    'online-and-phone',
    'money-and-things',
    'school-and-days',
  ];
  const levels = {
    ...Object.fromEntries(codes.map((code) => [`level-${code}`, '0'])),
    'level-home': 'not-known',
  };
  const told = { 'narrative-places-people-times': 'At the station, on Fridays (made up).' };
  await worker.send({ ...levels, ...told, ...judged, 'level-missing': '2' });
  expect(worker.html).toContain('Enter who or what “Missing and whereabouts” comes from');
  const sent = await worker.send({
    ...levels,
    ...told,
    ...judged,
    'level-missing': '2',
    'shown-by-missing': 'Made-up police',
    ...dated('shown-on-missing', 3),
    proposed: 'medium',
  });
  expect(sent.statusCode).toBe(303);
  await worker.open(address);
  expect(worker.html).toContain('Home and carers: you, by');
  expect(worker.html).toContain('suggests <strong>medium</strong>');
});
