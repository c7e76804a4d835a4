import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let reference: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-03T09:00:00.000Z');
  ({ id: caseId } = await api.give('referrer', 'child-cases/record-referral', aReferral()));
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    caseId,
  );
  const worker = api.founded.people.worker as string;
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), caseId);
  ({ reference } = (await api.view('manager', 'child-cases', caseId)) as unknown as { reference: string });
  await api.give('admin', 'users/end-access', { reason: 'left' }, api.founded.people.caldicott as string);
});
afterAll(() => api.close());

const steps = async (who: string) =>
  (await api.ask(who, 'GET', '/api/v1/work-queue'))
    .json()
    .items.map(({ step }: { step: string }) => step) as string[];

describe('in a partnership whose only guardian has left', () => {
  it('breaking the glass waits for the chair, who decides the review, and for nobody below', async () => {
    const asked = { reference, reason: 'A made-up child is at the door' };
    const { id } = await api.give('worker-south', 'break-glass/open-record', asked);
    expect(await steps('chair')).toContain('break-glass-review');
    expect(await steps('senior')).not.toContain('break-glass-review');
    const review = { finding: 'justified', words: 'Made up: she was in danger' };
    await api.give('chair', 'break-glass/decide-review', review, id);
    expect(await steps('chair')).not.toContain('break-glass-review');
  });

  it('a restriction is reviewed and lifted by the chair, who read nothing of it as chair', async () => {
    const { worker } = api.founded.people as { worker: string };
    await api.give(
      'manager',
      'child-cases/restrict',
      { reason: 'A made-up risk', readers: [worker] },
      caseId,
    );
    const file = await api.ask('chair', 'GET', `/api/v1/child-cases/${caseId}`);
    expect(file.statusCode).toBe(200);
    expect((await api.ask('deputy', 'GET', `/api/v1/child-cases/${caseId}`)).statusCode).toBe(404);
    expect(await steps('chair')).toContain('restriction-review');
    await api.give('chair', 'child-cases/lift-restriction', { reason: 'It has passed' }, caseId);
    expect((await api.view('manager', 'child-cases', caseId)).reference).toBe(reference);
  });

  it('a disposal is approved by the chair, after two people and the wait as before', async () => {
    const ended = await api.give('referrer', 'child-cases/record-referral', aReferral());
    await api.give('triage', 'child-cases/decide-triage', aTriage('no-further-action'), ended.id);
    const proposed = await api.give('governance', 'disposals/propose-disposal', {
      record: { kind: 'childCase', id: ended.id },
      basis: 'court-order',
    });
    const own = await api.ask(
      'governance',
      'POST',
      `/api/v1/disposals/${proposed.id}/approve-disposal`,
      {},
      { 'if-match': `"${proposed.version}"`, 'idempotency-key': crypto.randomUUID() },
    );
    expect(own.statusCode).toBe(409);
    await api.give('chair', 'disposals/approve-disposal', {}, proposed.id);
    api.time.now = new Date(Date.parse(api.time.now) + 15 * 86_400_000).toISOString();
    await api.give('governance', 'disposals/carry-out', {}, proposed.id);
    expect((await api.ask('governance', 'GET', `/api/v1/child-cases/${ended.id}`)).statusCode).toBe(404);
  });
});
