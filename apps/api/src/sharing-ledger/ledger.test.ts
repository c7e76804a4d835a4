import { aReferral, aTransfer, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

it('a transfer to another area has its line in the ledger: to whom, by whom, by which power, and what came of it', async () => {
  const { id } = await api.give('triage', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/transfer-out', aTransfer(), id);
  const days = 'from=2026-11-01&to=2026-11-30';
  const read = async (who: string) =>
    (await api.ask(who, 'GET', `/api/v1/sharing-ledger?${days}`)).json().items as Record<string, unknown>[];
  const [line] = await read('auditor');
  expect(line).toMatchObject({ what: 'transferred', decider: 'Mo Manager' });
  expect(JSON.stringify(line)).toContain(aTransfer().area);
  expect(await read('worker-south')).toEqual([]);
});
