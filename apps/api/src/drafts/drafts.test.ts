import { openOwner } from '@mase/store/testing';
import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-03T09:00:00.000Z');
  caseId = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
  const outcome = aTriage('risk-assessment', { teamId: 'north' });
  await api.give('triage', 'child-cases/decide-triage', outcome, caseId);
  const worker = api.founded.people.worker as string;
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), caseId);
});
afterAll(() => api.close());

const address = () => `/api/v1/drafts/child-cases.record-view/${caseId}`;
const save = async (who: string, url = address()) => {
  const saved = await api.ask(who, 'PUT', url, { fields: { words: 'Made-up words of Robin' } });
  expect(saved.statusCode, saved.body).toBe(200);
};
const rows = <T extends object>(sql: string, values: unknown[]) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query(sql, values)).rows as T[]);

describe('a draft', () => {
  it('is shown to who typed it while he or she reads the record, and the look names record and child', async () => {
    await save('worker');
    expect((await api.ask('worker', 'GET', address())).json().fields.words).toBe('Made-up words of Robin');
    const looks = await rows<{ record_id: string; entry: string }>(
      "select record_id, entry from audit where action = 'drafts/view' order by at desc, id desc limit 1",
      [],
    );
    const { childId } = await api.view('manager', 'child-cases', caseId);
    expect(looks.map(({ record_id, entry }) => [record_id, JSON.parse(entry).persons])).toEqual([
      [caseId, [childId]],
    ]);
  });

  it('of a record that is read no longer is answered like one that never was, and the refused look names the record', async () => {
    await save('manager-two', address());
    const never = await api.ask('manager-two', 'GET', `/api/v1/drafts/child-cases.assess-risk/${caseId}`);
    const readers = [api.founded.people.worker as string];
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, caseId);
    const gone = await api.ask('manager-two', 'GET', address());
    const { instance: _one, ...said } = gone.json();
    const { instance: _other, ...expected } = never.json();
    expect([gone.statusCode, said]).toEqual([404, expected]);
    const [look] = await rows<{ record_id: string }>(
      "select record_id from audit where action = 'drafts/view' and user_id = $1 order by at desc, id desc limit 1",
      [api.founded.people['manager-two']],
    );
    expect(look).toEqual({ record_id: caseId });
  });

  it('of one of several forms of a record is kept apart from the others, and is read by who reads the record', async () => {
    const form = '/api/v1/drafts/child-cases.record-section-47-outcome';
    await save('worker', `${form}/${caseId}.first`);
    expect((await api.ask('worker', 'GET', `${form}/${caseId}.first`)).statusCode).toBe(200);
    expect((await api.ask('worker', 'GET', `${form}/${caseId}.second`)).statusCode).toBe(404);
    expect((await api.ask('worker', 'GET', `${form}/${caseId}`)).statusCode).toBe(404);
    const [look] = await rows<{ record_id: string }>(
      "select record_id from audit where action = 'drafts/view' order by at desc, id desc limit 1",
      [],
    );
    expect(look).toEqual({ record_id: caseId });
    await save('manager-two', `${form}/${caseId}.first`);
    expect((await api.ask('manager-two', 'GET', `${form}/${caseId}.first`)).statusCode).toBe(404);
  });

  it('goes with the access of who typed it', async () => {
    await save('interviewer', '/api/v1/drafts/child-cases.record-referral/new');
    const leaver = api.founded.people.interviewer as string;
    const kept = () => rows('select 1 from draft where user_id = $1', [leaver]);
    expect(await kept()).toHaveLength(1);
    await api.give('admin', 'users/end-access', { reason: 'Has left' }, leaver);
    expect(await kept()).toEqual([]);
  });
});
