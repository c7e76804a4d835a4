import { findProfile, giveDue, openStore } from '@mase/store';
import { englandProfile } from '@mase/workflow';
import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const slower = {
  ...englandProfile,
  name: 'Made-up area',
  effectiveFrom: '2026-11-04',
  clocks: {
    ...englandProfile.clocks,
    'worker-allocated': { ...englandProfile.clocks['worker-allocated'], amount: 4 },
  },
};
const propose = async (profile: object) =>
  (
    await api.ask(
      'admin',
      'POST',
      '/api/v1/profile-changes/propose-change',
      { file: JSON.stringify(profile), reason: 'The made-up area has fewer managers' },
      { 'idempotency-key': `profile-${Math.floor(performance.now() * 1000)}` },
    )
  ).json();
const inForce = async () =>
  (await api.ask('worker', 'GET', '/api/v1/profiles')).json().items[0] as { name: string; from: string };
const triaged = async () => {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  return id;
};
const dueOf = async (id: string) => {
  const { clocks } = (await api.ask('triage', 'GET', `/api/v1/child-cases/${id}`)).json();
  return clocks.find(({ rule }: { rule: string }) => rule === 'worker-allocated')?.due as string;
};

it('a profile that two people decided begins on its day, and running clocks keep the rule they started with', async () => {
  const { id } = await propose(slower);
  const before = await triaged();
  await api.give('senior', 'profile-changes/approve-change', {}, id);
  expect(await inForce()).toMatchObject({ name: 'England' });
  expect(await dueOf(before)).toBe('2026-11-04T23:59:59.999Z');

  api.time.now = '2026-11-04T09:00:00.000Z';
  expect(await inForce()).toMatchObject({ name: 'Made-up area', from: '2026-11-04' });
  expect(await dueOf(before)).toBe('2026-11-04T23:59:59.999Z');
  expect(await dueOf(await triaged())).toBe('2026-11-10T23:59:59.999Z');
});

it('two profiles are compared place by place, by the names under which they are listed', async () => {
  const compared = await api.ask('worker', 'GET', '/api/v1/profile-comparison?one=england&other=in-force');
  expect(compared.json()).toMatchObject({
    one: { name: 'England', is: 'shipped' },
    other: { name: 'Made-up area', is: 'in-force' },
  });
  expect(compared.json().differences).toContainEqual({
    pointer: '/clocks/worker-allocated/amount',
    where: 'Clocks, Worker allocated, amount',
    one: '2',
    other: '4',
  });
  const nobody = await api.ask('worker', 'GET', '/api/v1/profile-comparison?one=england&other=atlantis');
  expect(nobody.statusCode).toBe(404);
});

it('a proposal is shown with what it would change, and its document as a file', async () => {
  const { id } = await propose({ ...slower, effectiveFrom: '2027-01-01', relistMonths: 9 });
  const { changes, written } = (await api.ask('senior', 'GET', `/api/v1/profile-changes/${id}`)).json();
  expect(changes.map(({ where }: { where: string }) => where)).toEqual(['Effective from', 'Relist months']);
  expect(written.map(({ kind }: { kind: string }) => kind)).toEqual(['profile-proposal']);
  const document = await api.ask('senior', 'GET', `/api/v1/profiles/${id}`);
  expect(document.json()).toMatchObject({ name: 'Made-up area', relistMonths: 9 });
});

it('what the area calls its grades is told with the profile in force', async () => {
  const words = (await api.ask('worker', 'GET', '/api/v1/profile-words')).json();
  expect(words.grades).toMatchObject({ high: 'High' });
  expect(words.clocks['worker-allocated'].label).toBe('Worker allocated');
});

it('the clocks of the worker go by the profile in force as well', async () => {
  const worker = await openStore(api.database.connections.worker, {
    clock: () => '2026-11-20T09:00:00.000Z',
  });
  try {
    const { name } = await findProfile(worker.pool as never, api.founded.partnershipId, worker.clock());
    expect(name).toBe('Made-up area');
    const given = await giveDue(worker, api.store);
    expect(given.failed).toBe(0);
  } finally {
    await worker.close();
  }
});
