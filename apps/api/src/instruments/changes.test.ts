import { type Instrument, shippedInstruments } from '@mase/workflow';
import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const judgement = shippedInstruments.find(
  ({ id, version }) => id === 'structured-judgement-1' && version === 2,
) as Instrument;
const ours = { ...judgement, id: 'our-judgement', version: 1, title: 'Our own made-up tool' };
const file = (one: object) => JSON.stringify(one, null, 2);
const propose = (body: object) =>
  api.ask('admin', 'POST', '/api/v1/instrument-changes/propose-change', body, {
    'idempotency-key': `change-${Math.floor(performance.now() * 1000)}`,
  });
const offered = async () =>
  (await api.ask('worker', 'GET', '/api/v1/instruments'))
    .json()
    .items.filter(({ state }: { state: string }) => state === 'offered')
    .map(({ id }: { id: string }) => id);

it('an area adds a tool of its own while it runs: two people decide, and then it is offered first', async () => {
  const proposed = await propose({ change: 'add', file: file(ours), reason: 'Licensed (made up)' });
  const { id, language } = proposed.json();
  expect([proposed.statusCode, language]).toEqual([201, []]);
  expect(await offered()).not.toContain('our-judgement');
  const change = `/api/v1/instrument-changes/${id}/approve-change`;
  const match = { 'if-match': '"1"' };
  expect((await api.ask(null, 'POST', change, {}, match)).statusCode).toBe(401);
  expect((await api.ask('admin', 'POST', change, {}, match)).statusCode).toBe(403);
  expect((await api.ask('senior', 'POST', change, {}, match)).statusCode).toBe(200);
  const inForce = await api.ask('worker', 'GET', '/api/v1/instruments/in-force?purpose=assessment');
  expect(inForce.json().items[0]).toMatchObject({ id: 'our-judgement', version: 1 });
  const again = await propose({ change: 'add', file: file({ ...ours, title: 'Changed' }), reason: 'x' });
  expect(again.json().errors).toMatchObject([{ code: 'there' }]);
});

it('an assessment stays readable, and computes to the byte, under a tool that is no longer offered', async () => {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    anAllocation(api.founded.people.worker as string),
    id,
  );
  const assessment = anAssessment('medium', { instrument: 'our-judgement' });
  await api.give('worker', 'child-cases/assess-risk', assessment, id);
  const retire = { change: 'retire', instrument: 'our-judgement', from: '2026-11-05', reason: 'Made up' };
  const change = (await propose(retire)).json();
  await api.give('senior', 'instrument-changes/approve-change', {}, change.id);
  expect(await offered()).toContain('our-judgement');
  api.time.now = '2026-11-05T09:00:00.000Z';
  expect(await offered()).not.toContain('our-judgement');
  const refused = await api.ask('worker', 'POST', `/api/v1/child-cases/${id}/assess-risk`, assessment, {
    'if-match': `"${await api.versionOf(id)}"`,
  });
  expect(refused.json().errors).toMatchObject([{ code: 'notInForce' }]);
  const { explanations } = (await api.ask('worker', 'GET', `/api/v1/child-cases/${id}/explanations`)).json();
  expect(explanations).toMatchObject([{ instrument: { id: 'our-judgement', version: 1 }, same: true }]);
});

it('a file with faults is refused with the line of each', async () => {
  const bad = file(ours).replace('"purpose": "assessment"', '"purpose": "both"');
  const answer = await propose({ change: 'add', file: bad, reason: 'Made up' });
  expect(answer.json().errors[0].detail).toMatch(/^Line \d+, column \d+: \/purpose must be one of/);
});
