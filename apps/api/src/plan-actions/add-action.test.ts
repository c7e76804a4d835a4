import { anAction, anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

it('words that lists shorten are cut between characters, never within one', async () => {
  const { worker } = api.founded.people as { worker: string };
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
  const action = await api.give(
    'worker',
    'plan-actions/add-action',
    anAction(id, worker, { what: `a${'😀'.repeat(200)}` }),
  );
  const queue = await api.ask('worker', 'GET', '/api/v1/work-queue');
  expect(queue.statusCode).toBe(200);
  const seen = await api.view('worker', 'plan-actions', action.id);
  expect((seen.what as string).isWellFormed()).toBe(true);
});
