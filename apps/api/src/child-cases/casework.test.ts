import { aContact, anAllocation, aReferral, aSuspension, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

async function withWorker(childId?: string, by = 'triage'): Promise<{ id: string; childId: string }> {
  const referral = childId ? { childId, child: undefined } : {};
  const { id } = await api.give(by, 'child-cases/record-referral', aReferral(referral as object));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    anAllocation(api.founded.people.worker as string),
    id,
  );
  const seen = await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`);
  return { id, childId: seen.json().childId };
}

const suspended = (id: string) =>
  api.give('manager', 'child-cases/suspend', aSuspension(api.founded.people.worker as string), id);
const stateOf = async (who: string, id: string) =>
  (await api.ask(who, 'GET', `/api/v1/child-cases/${id}`)).json().state?.work;
const missing = (childId: string, start = '2026-11-02') =>
  api.give('coordinator', 'missing-episodes/record-episode', {
    childId,
    kind: 'missing',
    start,
    from: 'police',
  });

describe('a child of a suspended case who is recorded missing', () => {
  it('sets the case going again at once', async () => {
    const { id, childId } = await withWorker();
    await suspended(id);
    expect(await stateOf('worker', id)).toBe('suspended');
    await missing(childId);
    expect(await stateOf('worker', id)).toBe('assessing');
  });

  it('sets a restricted case going too, of which whoever records it learns nothing', async () => {
    const { id: other, childId } = await withWorker();
    const { id } = await withWorker(childId);
    await suspended(id);
    const { worker } = api.founded.people;
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers: [worker] }, id);
    expect((await api.ask('coordinator', 'GET', `/api/v1/child-cases/${id}`)).statusCode).toBe(404);
    expect(JSON.stringify(await missing(childId))).not.toContain(id);
    expect(await stateOf('worker', id)).toBe('assessing');
    expect(await stateOf('worker', other)).toBe('assessing');
    const told = await api.ask('coordinator', 'GET', `/api/v1/child-cases/${other}/chronology?group=work`);
    expect(told.body).not.toContain('resumption');
  });
});

describe('the chronology of a case', () => {
  it('is sorted by when it happened and says when it was recorded, narrowed by group', async () => {
    const { id, childId } = await withWorker();
    const visit = { ...aContact(), happened: '2026-11-02T08:30:00.000Z' };
    await api.give('worker', 'child-cases/record-contact', visit, id);
    await api.give('worker', 'child-cases/record-contact', aContact({ kind: 'attempt' }), id);
    await missing(childId, '2026-10-20');
    await api.give('worker', 'challenges/raise-challenge', {
      caseId: id,
      about: 'delay',
      words: 'Nobody has called (made up)',
      wanted: 'A call today (made up)',
    });
    const all = (await api.ask('manager', 'GET', `/api/v1/child-cases/${id}/chronology`)).json();
    const times = all.entries.map((one: { happened: string }) => one.happened);
    expect(times).toEqual([...times].sort().reverse());
    expect(all.counts).toMatchObject({ contact: 2, missing: 1, agencies: 1, referral: 2, work: 1 });
    const ofTriage = (await api.ask('triage', 'GET', `/api/v1/child-cases/${id}/chronology`)).json();
    expect(ofTriage.counts).toMatchObject({ contact: 2, agencies: 0 });
    const url = `/api/v1/child-cases/${id}/chronology?group=contact&group=missing&first=earliest`;
    const { entries } = (await api.ask('manager', 'GET', url)).json();
    expect(entries.map((one: { kind: string }) => one.kind)).toEqual(['episode', 'contact', 'contact']);
    const late = entries[1];
    expect([late.happened, late.at > late.happened]).toEqual(['2026-11-02T08:30:00.000Z', true]);
  });

  it('holds nothing of what a class of content keeps from its reader', async () => {
    const { id } = await withWorker(undefined, 'referrer');
    await api.give('worker', 'child-cases/record-contact', aContact(), id);
    const read = async (who: string) =>
      (await api.ask(who, 'GET', `/api/v1/child-cases/${id}/chronology`)).json();
    expect((await read('worker')).total).toBe(4);
    const receipt = await read('referrer');
    expect(receipt).toMatchObject({ entries: [], total: 0 });
    expect(receipt.name).toBeUndefined();
    expect(
      (await api.ask('worker-two', 'GET', `/api/v1/child-cases/${id}/chronology?group=nothing`)).statusCode,
    ).toBe(400);
  });
});

describe('the workers that a child has had', () => {
  it('are counted over the cases of the child, and the count stands in the list', async () => {
    const { id, childId } = await withWorker();
    const { 'worker-two': two } = api.founded.people;
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(two as string), id);
    const again = await withWorker(childId);
    expect(again.childId).toBe(childId);
    const view = (await api.ask('manager', 'GET', `/api/v1/child-cases/${again.id}`)).json();
    expect(view.workers).toBe(3);
    const list = (await api.ask('manager', 'GET', '/api/v1/child-cases?limit=100')).json();
    const counts = list.items
      .filter((one: { childId: string }) => one.childId === childId)
      .map((one: { workers: number }) => one.workers);
    expect(counts.sort()).toEqual([2, 3]);
  });
});
