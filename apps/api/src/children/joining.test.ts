import { openOwner } from '@mase/store/testing';
import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

async function withWorker(childId?: string): Promise<{ id: string; childId: string }> {
  const referral = childId ? { childId, child: undefined } : {};
  const { worker } = api.founded.people;
  const { id } = await api.give('triage', 'child-cases/record-referral', aReferral(referral as object));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker as string), id);
  return { id, childId: (await api.view('worker', 'child-cases', id)).childId as string };
}

const merged = async (kept: string, childId: string) => {
  await api.give('coordinator', 'children/merge-children', { childId, reasons: 'One school' }, kept);
  return api.give('triage', 'children/decide-merge', { decision: 'approve', childId }, kept);
};

describe('joining two records of one child', () => {
  it('moves a restricted case too, of which whoever decides learns nothing, and shows about me from both', async () => {
    const kept = await withWorker();
    const open = await withWorker();
    const hidden = await withWorker(open.childId);
    const { worker } = api.founded.people;
    await api.give('worker', 'children/record-about-me', { likes: 'Made-up football' }, open.childId);
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers: [worker] }, hidden.id);
    expect((await api.ask('triage', 'GET', `/api/v1/child-cases/${hidden.id}`)).statusCode).toBe(404);
    expect(JSON.stringify(await merged(kept.childId, open.childId))).not.toContain(hidden.id);
    expect(await api.view('worker', 'child-cases', hidden.id)).toMatchObject({ childId: kept.childId });
    expect(await api.view('worker', 'child-cases', kept.id)).toMatchObject({
      about: { me: { likes: 'Made-up football' } },
    });
  });

  it('looks under no record that whoever gives the command does not see: a case moves to nobody unseen', async () => {
    const wrong = await withWorker();
    const unseen = await withWorker();
    await openOwner(api.database.connections.owner, (client) =>
      client.query("delete from case_reader where record_id = $1 and principal <> 'clock'", [unseen.childId]),
    );
    expect((await api.ask('triage', 'GET', `/api/v1/children/${unseen.childId}`)).statusCode).toBe(404);
    const answer = await api.ask(
      'triage',
      'POST',
      `/api/v1/children/${wrong.childId}/move-case`,
      { caseId: wrong.id, childId: unseen.childId, reason: 'Two sisters' },
      { 'idempotency-key': uuidv7(), 'if-match': `"${await api.versionOf(wrong.childId)}"` },
    );
    expect(answer.json().errors).toMatchObject([{ code: 'noChild' }]);
    expect(await api.view('worker', 'child-cases', wrong.id)).toMatchObject({ childId: wrong.childId });
  });

  it('shows an absence recorded before the case was given to a worker to that worker', async () => {
    const child = { firstName: 'Robin', from: 'a return' };
    const { id: childId } = await api.give('coordinator', 'children/record-child', child);
    const absence = { childId, kind: 'missing', start: '2026-10-01', end: '2026-10-02', from: 'a return' };
    const { id } = await api.give('coordinator', 'missing-episodes/record-episode', absence);
    await withWorker(childId);
    expect(await api.view('worker', 'missing-episodes', id)).toMatchObject({ start: '2026-10-01' });
  });
});
