import { aContact, anAction, anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let id: string;
const said = 'Zqown: she told the nurse';

interface Row {
  id: string;
  kind: string;
  wrong: boolean;
  body: { said?: string };
}
const contactsFor = async (who: string): Promise<Row[]> => {
  const view = await api.ask(who, 'GET', `/api/v1/child-cases/${id}`);
  return (view.json().written as Row[]).filter(({ kind }) => kind === 'contact');
};
const correct = (who: string, rowId: string, words: string) =>
  api.give(who, 'child-cases/correct-record', { rowId, corrected: { said: words }, reason: 'A slip' }, id);

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const { people } = api.founded;
  id = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
  const triage = aTriage('risk-assessment', { teamId: 'north' });
  await api.give('triage', 'child-cases/decide-triage', triage, id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  for (const owner of ['charity-worker', 'interviewer'])
    await api.give('worker', 'plan-actions/add-action', anAction(id, people[owner] as string));
  await api.give('worker', 'child-cases/record-contact', aContact({ said: 'Zqother' }), id);
  api.time.now = new Date(Date.parse(api.time.now) + 3_600_000).toISOString();
  await api.give('charity-worker', 'child-cases/record-contact', aContact({ said }), id);
});
afterAll(() => api.close());

describe('a partner in the plan who recorded a contact', () => {
  it('reads it back, and nothing that others wrote of contact; another partner reads neither', async () => {
    expect((await contactsFor('charity-worker')).map(({ body }) => body.said)).toEqual([said]);
    expect(await contactsFor('interviewer')).toEqual([]);
    expect(await contactsFor('worker')).toHaveLength(2);
    const history = await api.ask('charity-worker', 'GET', `/api/v1/history/${id}`);
    expect(history.body).not.toContain('Zq');
  });

  it('corrects it by what she reads, and sees what a manager writes in its place', async () => {
    const [own] = await contactsFor('charity-worker');
    await correct('charity-worker', own?.id as string, 'Zqown: as it was');
    const [corrected] = await contactsFor('charity-worker');
    expect(corrected).toMatchObject({ wrong: false, body: { said: 'Zqown: as it was' } });
    await correct('manager', corrected?.id as string, 'Zqown: as the manager knows it');
    const now = await contactsFor('charity-worker');
    expect(now.filter(({ wrong }) => !wrong).map(({ body }) => body.said)).toEqual([
      'Zqown: as the manager knows it',
    ]);
    expect(await contactsFor('interviewer')).toEqual([]);
  });

  it('withdraws one of her own, and the contact before it, which she does not read, is the latest again', async () => {
    const lastAt = async () =>
      (
        (await api.view('worker', 'child-cases', id)) as unknown as {
          standing: { contacts: { lastAt: string } };
        }
      ).standing.contacts.lastAt;
    const before = await lastAt();
    api.time.now = new Date(Date.parse(api.time.now) + 3_600_000).toISOString();
    await api.give('charity-worker', 'child-cases/record-contact', aContact({ said: 'Zqnext' }), id);
    expect((await lastAt()) > before).toBe(true);
    const next = (await contactsFor('charity-worker')).find(({ body }) => body.said === 'Zqnext');
    await api.give(
      'charity-worker',
      'child-cases/withdraw-entry',
      { rowId: next?.id, reason: 'Another child' },
      id,
    );
    expect(JSON.stringify(await contactsFor('charity-worker'))).not.toContain('Zqnext');
    expect(await lastAt()).toBe(before);
  });

  it('reads it no longer once her part in the case and its days of grace are over', async () => {
    await api.give('charity-worker', 'child-cases/record-contact', aContact({ said: 'Zqlast' }), id);
    const view = await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`);
    const owner = api.founded.people['charity-worker'];
    const action = view.json().actions.find((one: { ownerId: string }) => one.ownerId === owner);
    await api.give(
      'charity-worker',
      'plan-actions/end-action',
      { how: 'done', evidence: 'Made up' },
      action.id,
    );
    expect(JSON.stringify(await contactsFor('charity-worker'))).toContain('Zqlast');
    api.time.now = new Date(Date.parse(api.time.now) + 30 * 86_400_000).toISOString();
    expect((await api.ask('charity-worker', 'GET', `/api/v1/child-cases/${id}`)).statusCode).toBe(404);
  });
});
