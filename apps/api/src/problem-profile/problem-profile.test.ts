import type { ProblemProfile } from '@mase/workflow';
import {
  aNomination,
  anAcceptedCase,
  anIntelligenceReport,
  aPlaceReport,
  aReferral,
  aTriage,
  someFigures,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const canary = 'Zqcanary';
const address = '/api/v1/problem-profile?year=2026';
const born = '2012-05-06';

let api: TestApi;
let referred: string[];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  referred = [];
  for (let n = 0; n < 6; n += 1) referred.push(await refer());
  await api.give('intelligence', 'person-cases/nominate', aNomination({ person: { name: canary } }));
  await api.give('worker', 'intelligence/submit-intelligence', anIntelligenceReport({ seen: canary }));
});
afterAll(() => api.close());

const refer = async () => {
  const child = { firstName: canary, lastName: 'Synthetic', birthDate: born };
  return (await api.give('triage', 'child-cases/record-referral', aReferral({ child }))).id;
};
const read = async (who = 'coordinator') => (await api.ask(who, 'GET', address)).json<ProblemProfile>();
const tables = ({ sections }: ProblemProfile) =>
  Object.fromEntries(
    sections.flatMap((section) =>
      section.tables.map(({ name, lines, total }) => [
        name,
        { total, ...Object.fromEntries(lines.map(({ label, n }) => [label, n])) },
      ]),
    ),
  );

it('counts the records of the year and says what is not recorded', async () => {
  const found = await read();
  expect(tables(found)).toMatchObject({
    'Children’s cases, by grade': { 'Not graded': 6, total: 6 },
    'Children, by age': { '13 to 15': 6, total: 6 },
  });
  const shares = found.sections.flatMap((section) => section.shares);
  expect(shares).toContainEqual(
    expect.objectContaining({ name: 'Cases without an agreed plan', n: 6, of: 6, percent: '100.00' }),
  );
  const before = (
    await api.ask('coordinator', 'GET', '/api/v1/problem-profile?year=2025')
  ).json<ProblemProfile>();
  expect(tables(before)).toMatchObject({ 'Children, by age': { total: 0 } });
});

it('counts nothing that is closed to the reader, nor a person or a report before police have judged it', async () => {
  const found = tables(await read());
  expect(found['Persons of concern, by state of their case']).toMatchObject({ total: 0 });
  expect(found['Reports of intelligence, by what came of them']).toMatchObject({ total: 0 });
  const before = await read();
  const id = await refer();
  expect(tables(await read())).toMatchObject({ 'Children, by age': { total: 7 } });
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const restriction = { reason: 'Made up', readers: [api.founded.people.chair] };
  await api.give('manager', 'child-cases/restrict', restriction, id);
  for (const who of ['coordinator', 'chair']) expect(tables(await read(who))).toEqual(tables(before));
});

it('shows the partnership small numbers, and keeps them back in what leaves it, on paper as well', async () => {
  const { id } = await api.give('intelligence', 'location-cases/report', aPlaceReport());
  await api.give('intelligence', 'location-cases/start-screening', {}, id);
  await api.give('intelligence', 'location-cases/accept-report', anAcceptedCase(), id);
  const of = async (path: string) => (await api.ask('chair', 'GET', `/api/v1/problem-profile${path}`)).body;
  const placesIn = (body: string) => tables(JSON.parse(body))['Places, by kind'];
  expect(placesIn(await of('?year=2026'))).toMatchObject({ total: 1 });
  expect(placesIn(await of('?year=2026&for=outside'))).toMatchObject({ total: null });
  const kept = 'Numbers from 1 to 4 are kept back';
  const inside = 'It does not leave the partnership.';
  const document = await of('/document?year=2026&format=html');
  const outside = await of('/document?year=2026&format=html&for=outside');
  expect([document.includes(inside), document.includes(kept)]).toEqual([true, false]);
  expect([outside.includes(inside), outside.includes(kept)]).toEqual([false, true]);
  const wrong = await api.ask('chair', 'GET', '/api/v1/problem-profile?year=2026&for=everybody');
  expect(wrong.json().errors[0].pointer).toBe('/for');
});

it('names nobody, in data or in documents, and is for those who steer and those who oversee', async () => {
  expect(JSON.stringify(await read())).not.toContain(canary);
  const html = await api.ask('chair', 'GET', '/api/v1/problem-profile/document?year=2026&format=html');
  expect(html.headers['content-type']).toContain('text/html');
  expect(html.body).toContain('Problem profile 2026');
  expect(html.body).toContain('What these records do not hold');
  expect(html.body).not.toContain(canary);
  const pdf = await api.ask('chair', 'GET', '/api/v1/problem-profile/document?year=2026&format=pdf');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await api.ask('worker', 'GET', address)).statusCode).toBe(403);
});

it.each(['2027', '2026-28', '26', ''])('refuses the year “%s” with what to give', async (year) => {
  const answer = await api.ask('coordinator', 'GET', `/api/v1/problem-profile?year=${year}`);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors[0].pointer).toBe('/year');
});

it('prints what partners counted with whose it is, until it is withdrawn, and names who gave nothing', async () => {
  const health = api.founded.agencies.health as string;
  const silent = async () => (await read()).notHeld[0] ?? '';
  const before = await silent();
  expect(before).toMatch(/^Figures that partners count themselves: none were given for 2026 by .*Health/);
  const { id } = await api.give('coordinator', 'partner-figures/record-figures', someFigures(health));
  const [name, table] =
    Object.entries(tables(await read())).find(([one]) => one.includes('made-up clinic')) ?? [];
  expect(name).toMatch(/Health.*: Attendances at the made-up clinic$/);
  expect(table).toMatchObject({ 'Under 16': 12, '16 and 17': null });
  expect(await silent()).not.toContain('Health');
  const document = '/api/v1/problem-profile/document?year=2026&format=html';
  expect((await api.ask('chair', 'GET', document)).body).toContain('The made-up register of attendances');
  const other = (await api.ask('coordinator', 'GET', '/api/v1/problem-profile?year=2025')).body;
  expect(other).not.toContain('made-up clinic');
  const listed = await api.ask('chair', 'GET', '/api/v1/partner-figures?period=2026');
  expect(listed.json().items).toMatchObject([
    { id, measure: 'Attendances at the made-up clinic', state: 'given' },
  ]);
  await api.give('coordinator', 'partner-figures/withdraw-figures', { reason: 'Counted twice' }, id);
  expect(JSON.stringify(await read())).not.toContain('made-up clinic');
  expect(await silent()).toBe(before);
});
