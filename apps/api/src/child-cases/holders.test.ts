import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type LittleSitting, littleSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let sitting: LittleSitting;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
}, 240_000);
afterAll(() => api.close());

const holders = async (who: string, id = sitting.cases.sam) =>
  (await api.ask(who, 'GET', `/api/v1/child-cases/${id}/holders`)).json();

it('whoever restricts a case is shown who has papers in which it stands, before and after, and who may not read it now', async () => {
  const { people } = api.founded;
  const before = await holders('manager');
  expect(before).toMatchObject({ restricted: false, recalls: false });
  const names = before.copies.map(({ recipientId }: { recipientId: string }) => recipientId);
  expect(names).toContain(people['member-police']);
  expect(
    before.copies.every(
      ({ reads, sittingId }: { reads: boolean; sittingId: string }) => reads && sittingId === sitting.id,
    ),
  ).toBe(true);
  const named = { reason: 'Made up', readers: [people.chair] };
  await api.give('manager', 'child-cases/restrict', named, sitting.cases.sam);
  const after = await holders('manager');
  expect(after.restricted).toBe(true);
  const line = (id: string | undefined) =>
    after.copies.find(({ recipientId }: { recipientId: string }) => recipientId === id);
  expect(line(people['member-police'])).toMatchObject({ reads: false });
  expect((await holders('chair')).recalls).toBe(true);
});

it('whoever reads no more than a part of the case is told of no copy, and whoever does not see it of no case', async () => {
  expect((await holders('member-police', sitting.cases.robin)).copies).toEqual([]);
  expect(
    (await api.ask('member-police', 'GET', `/api/v1/child-cases/${sitting.cases.sam}/holders`)).statusCode,
  ).toBe(404);
});
