import { aQuorum, broughtForward } from '@mase/workflow/testing';
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

it('it says of each copy what became of it: a recall, and the minutes and the letter of a sitting that has been', async () => {
  const { people } = api.founded;
  const { id, cases, items } = sitting;
  const copies = async () => (await holders('manager', cases.robin)).copies as Record<string, unknown>[];
  const of = (list: Record<string, unknown>[], document: string, key: string) =>
    list.find((one) => one.document === document && one.recipientId === people[key]);
  const recall = { recipientId: people['member-police'], reason: 'Left in a bag (made up)' };
  await api.give('coordinator', 'sittings/recall-copy', recall, id);
  expect(of(await copies(), 'pack', 'member-police')).toMatchObject({
    recalledAt: expect.any(String),
    recallable: false,
  });
  expect(of(await copies(), 'pack', 'member-health')).toMatchObject({ recalledAt: null, recallable: true });

  await api.give('coordinator', 'sittings/record-attendance', aQuorum(), id);
  await api.give('chair', 'sittings/start-sitting', broughtForward, id);
  await api.give('chair', 'agenda-items/open-item', {}, items.robin);
  const decided = {
    ...{ decision: 'continue', reasons: 'Made up', nextReview: '2026-06-01' },
    actions: [
      {
        what: 'Offer a visit (made up)',
        ownerId: people['member-health'],
        part: 'safety',
        due: '2026-03-02',
      },
    ],
  };
  await api.give('chair', 'agenda-items/record-panel-decision', decided, items.robin);
  await api.give('chair', 'sittings/end-sitting', {}, id);
  for (const document of ['minutes', 'letter', 'agenda']) {
    const asked = `/api/v1/sittings/${id}/pack?recipient=${people['member-health']}&format=html&document=${document}`;
    expect((await api.ask('member-health', 'GET', asked)).statusCode, document).toBe(200);
  }
  const after = await copies();
  for (const document of ['minutes', 'letter'])
    expect(of(after, document, 'member-health')).toMatchObject({ recalledAt: null, recallable: false });
  expect(of(after, 'agenda', 'member-health')).toMatchObject({ recallable: true });
  const alex = (await holders('manager', cases.alex)).copies as Record<string, unknown>[];
  expect(of(alex, 'minutes', 'member-health')).toBeDefined();
  expect(of(alex, 'letter', 'member-health')).toBeUndefined();
});
