import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-09-01T09:00:00.000Z');
  const { worker } = api.founded.people as { worker: string };
  ({ id } = await api.give('referrer', 'child-cases/record-referral', aReferral()));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
});
afterAll(() => api.close());

const evidence = { source: 'Made-up school', date: '2026-08-03' };
const assessed = (code: string) =>
  anAssessment('low', { answers: [{ code, answer: 'yes', evidence }], levels: anAssessment('low').levels });

interface Explained {
  instrument: { id: string; version: number };
  same: boolean | null;
  canonical: string;
}

async function explanations(who: string): Promise<Explained[]> {
  const answer = await api.ask(who, 'GET', `/api/v1/child-cases/${id}/explanations`);
  expect(answer.statusCode).toBe(200);
  return (answer.json() as { explanations: Explained[] }).explanations;
}

it('an assessment keeps its explanation to the byte after a newer version of the instrument is in force', async () => {
  await api.give('worker', 'child-cases/assess-risk', assessed('second-phone'), id);
  const [then] = await explanations('worker');
  expect(then).toMatchObject({ instrument: { id: 'structured-judgement-1', version: 1 }, same: true });
  api.time.now = '2026-10-05T09:00:00.000Z';
  await api.give('worker', 'child-cases/assess-risk', assessed('gifts'), id);
  const [newer, older] = await explanations('auditor');
  expect(newer).toMatchObject({ instrument: { version: 2 }, same: true });
  expect(older).toEqual(then);
  const { difference } = JSON.parse(newer?.canonical ?? '') as { difference: { path: string }[] };
  expect(difference.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['technology/second-phone', 'unexplained-gifts-and-money/gifts']),
  );
});

it('is for those who read the whole case', async () => {
  const answer = await api.ask('referrer', 'GET', `/api/v1/child-cases/${id}/explanations`);
  expect(answer.statusCode).toBe(403);
});
