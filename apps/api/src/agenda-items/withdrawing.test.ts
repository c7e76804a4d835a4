import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { addItem, gradedCase, list, openSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let item: string;

/** A child on an agenda whose papers are out. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  caseId = await gradedCase(api, { firstName: 'Robin', lastName: 'Ordinary', birthDate: '2010-06-01' });
  await list(api, caseId);
  const sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T12:00:00.000Z');
  item = await addItem(api, sitting, caseId);
  const recipients = [api.founded.people['member-police']];
  await api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting);
}, 120_000);
afterAll(() => api.close());

const status = async (who: 'member-police' | 'member-health', url: string) =>
  (await api.ask(who, 'GET', `/api/v1${url}`)).statusCode;

it('a member who withdraws from an item reads the case behind it no more, and nothing of it on the next agenda', async () => {
  const urls = [`/agenda-items/${item}`, `/child-cases/${caseId}`];
  for (const url of urls) expect(await status('member-police', url), url).toBe(200);
  await api.give('member-police', 'agenda-items/declare-item-connection', { reason: 'My cousin' }, item);
  for (const url of urls) expect(await status('member-police', url), url).toBe(404);
  for (const url of urls) expect(await status('member-health', url), url).toBe(200);
  const sitting = (await api.ask('chair', 'GET', `/api/v1/agenda-items/${item}`)).json().sittingId;
  await api.give('coordinator', 'sittings/cancel-sitting', { reason: 'Snow' }, sitting);
  const next = await openSitting(api, '2026-02-22T10:00:00.000Z', '2026-02-22T12:00:00.000Z');
  const { items } = await api.view('coordinator', 'sittings', next);
  const [again] = (items as unknown as { id: string }[]).map(({ id }) => id);
  expect(await status('member-police', `/agenda-items/${again}`)).toBe(404);
  expect(await status('member-health', `/agenda-items/${again}`)).toBe(200);
});
