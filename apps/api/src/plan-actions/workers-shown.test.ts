import { anAction, anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let action: string;
let episode: string;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const people = api.founded.people as Record<'worker' | 'charity-worker', string>;
  ({ id: caseId } = await api.give('referrer', 'child-cases/record-referral', aReferral()));
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    caseId,
  );
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker), caseId);
  const given = await api.give(
    'worker',
    'plan-actions/add-action',
    anAction(caseId, people['charity-worker'] as string),
  );
  action = given.id;
  const { childId } = await api.view('worker', 'child-cases', caseId);
  const absence = await api.give('police-desk', 'missing-episodes/report-missing', {
    ...{ childId, kind: 'missing', since: '2026-11-02T05:00:00.000Z', missingFrom: 'home' },
    reportedBy: 'Her made-up aunt',
  });
  episode = absence.id;
});
afterAll(() => api.close());

describe('the count of workers that a child has had', () => {
  it('is shown to the worker wherever the case is worked on: its plan, an action of it, an absence', async () => {
    const plan = await api.ask('worker', 'GET', `/api/v1/child-cases/${caseId}/plan`);
    expect(plan.json().workers).toBe(1);
    expect((await api.view('worker', 'plan-actions', action)).workers).toBe(1);
    expect((await api.view('worker', 'missing-episodes', episode)).workers).toBe(1);
  });

  it('is not in what a partner of the plan reads, who reads the safety part alone', async () => {
    expect((await api.view('charity-worker', 'plan-actions', action)).workers).toBeNull();
    const plan = await api.ask('charity-worker', 'GET', `/api/v1/child-cases/${caseId}/plan`);
    expect(plan.json().workers).toBeNull();
  });
});
