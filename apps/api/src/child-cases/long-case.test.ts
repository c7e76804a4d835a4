import { aContact, anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

interface View {
  written: { id: string; kind: string; replaces: string | null }[];
  earlier: boolean;
}

let api: TestApi;
let id: string;
let first: string;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  ({ id } = await api.give('referrer', 'child-cases/record-referral', aReferral()));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    anAllocation(api.founded.people.worker as string),
    id,
  );
  const contact = (said: string) =>
    api.give('worker', 'child-cases/record-contact', aContact({ kind: 'visit', said }), id);
  await contact('The first that was said (made up)');
  first = (await view()).written.find(({ kind }) => kind === 'contact')?.id as string;
  for (let number = 0; number < 51; number += 1) await contact(`Made up: visit ${number}`);
});
afterAll(() => api.close());

const view = async (more = ''): Promise<View> =>
  (await api.ask('worker', 'GET', `/api/v1/child-cases/${id}${more}`)).json();
const contacts = ({ written }: View) => written.filter(({ kind }) => kind === 'contact');

it('a case is answered with its latest fifty contacts, and says that there are earlier ones', async () => {
  const shown = await view();
  expect([contacts(shown).length, shown.earlier]).toEqual([50, true]);
  expect(shown.written.some(({ kind }) => kind === 'referral')).toBe(true);
  const { body } = await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`);
  expect(body).not.toContain('The first that was said');
});

it('an earlier entry is found in the chronology, asked for with the case, and corrected', async () => {
  const told = (
    await api.ask('worker', 'GET', `/api/v1/child-cases/${id}/chronology?first=earliest&group=contact`)
  ).json();
  expect(told).toMatchObject({
    total: 52,
    mayCorrect: true,
    entries: [{ id: first }, ...Array(51).fill({})],
  });
  expect(contacts(await view(`?entry=${first}`)).map((one) => one.id)).toContain(first);
  await api.give(
    'worker',
    'child-cases/correct-record',
    { rowId: first, reason: 'A slip', corrected: { said: 'What was really said (made up)' } },
    id,
  );
  const corrected = contacts(await view()).find(({ replaces }) => replaces === first);
  expect(corrected).toBeDefined();
});

it('whoever may not correct is not offered it in the chronology', async () => {
  const told = await api.ask('auditor', 'GET', `/api/v1/child-cases/${id}/chronology`);
  expect(told.json().mayCorrect).toBe(false);
});
