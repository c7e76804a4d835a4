import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { become } from '../../testing/look.js';
import { listedCase } from '../../testing/panel-world.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';

interface Item {
  id: string;
  caseId: string | null;
  name: string;
  minutes: number;
  pause: number;
  attendees?: { name: string }[];
}

/** How many are listed: a few, or a whole panel’s where somebody wants a picture of that. */
const howMany = Number(process.env.MASE_LISTED ?? 2);

let api: RealApi;
let site: Site;
let coordinator: PlainBrowser;
let sitting: string;
let cases: string[];

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url, { pictures: 'agenda' });
  cases = [];
  for (let index = 0; index < howMany; index += 1)
    cases.push((await listedCase(api, `Rowan${index}`, 'A youth worker asks how she is'))[0]);
  sitting = await api.give('coordinator', 'sittings/schedule-sitting', {
    panel: 'MASE panel',
    startsAt: '2027-06-03T13:00:00.000Z',
    endsAt: '2027-06-03T15:00:00.000Z',
    place: 'Committee room 2',
    chairId: api.ids.chair,
  });
  await api.give('coordinator', 'sittings/open-agenda', {}, sitting);
  coordinator = await site.plainAs('coordinator');
}, 240_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const items = async (): Promise<Item[]> =>
  (await api.ask<{ items: Item[] }>('coordinator', 'GET', `/api/v1/sittings/${sitting}`)).body.items;

it('every candidate stands under a list with why it is there, and several are added at once', async () => {
  const words = await site.shot(coordinator, `/sittings/${sitting}/add-item`, 'candidates');
  expect(words).toContain('Children: new');
  expect(words).toContain('Listed, and not heard before, since');
  await coordinator.open(`/sittings/${sitting}/add-item`);
  const known = Object.fromEntries(
    cases.flatMap((id) => [
      [`section-${id}`, 'child-new'],
      [`minutes-${id}`, '8'],
      [`asked-${id}`, 'Is the plan enough?'],
    ]),
  );
  const answer = await coordinator.send({ ...known, caseId: cases });
  expect(answer.statusCode).toBe(303);
  expect((await items()).map(({ caseId }) => caseId)).toEqual(cases);
});

it('a theme has a title and papers of its own', async () => {
  await coordinator.open(`/sittings/${sitting}/add-subject`);
  const typed = {
    title: 'Transport hubs',
    asked: 'Who looks?',
    words: 'Made up',
    section: 'theme',
    minutes: '5',
  };
  expect((await coordinator.send(typed)).statusCode).toBe(303);
  expect((await items()).at(-1)).toMatchObject({ name: 'Transport hubs', caseId: null, minutes: 5 });
});

it('an item is changed, and who is there for it alone is told when', async () => {
  const [first] = await items();
  await coordinator.open(`/agenda-items/${first?.id}/change-item`);
  const typed = { section: 'child-review', minutes: '12', asked: 'What next?', presenterId: api.ids.worker };
  const answer = await coordinator.send({ ...typed, attendeeIds: [api.ids.workerTwo] });
  expect(answer.statusCode).toBe(303);
  expect((await items())[0]).toMatchObject({ minutes: 12, attendees: [{ name: 'Wilf Worker-Two' }] });
  const words = await site.shot(coordinator, `/sittings/${sitting}`, 'built');
  expect(words).toContain('For this item only: Wilf Worker-Two at 14:17');
});

it('a break stands before an item, and the agenda moves on by it', async () => {
  const order = (await items()).map(({ id }) => id);
  await coordinator.open(`/sittings/${sitting}`);
  const places = Object.fromEntries(order.map((id, index) => [`place-${id}`, String(index + 1)]));
  await coordinator.send(
    { item: order, ...places, [`break-${order[1]}`]: '10' },
    `/sittings/${sitting}/order-items`,
  );
  expect((await items()).slice(0, 3).map(({ pause }) => pause)).toEqual([0, 10, 0]);
  await coordinator.open(`/sittings/${sitting}`);
  expect(coordinator.html).toContain('and 10 for breaks');
});

it('a row is dragged to another place, and the order is sent as if its number had been typed', async () => {
  const before = (await items()).map(({ id }) => id);
  await become(site, coordinator);
  const { page } = await site.browser.open(`${site.base}/sittings/${sitting}`);
  const table = page.locator('table[data-mase-order]');
  const last = table.locator('.mase-drag').last();
  await Promise.all([
    page.waitForURL(/#agenda$/),
    last.dragTo(table.locator('tbody tr').first(), { targetPosition: { x: 20, y: 2 } }),
  ]);
  await page.close();
  const [first, ...rest] = [before.at(-1), ...before.slice(0, -1)];
  expect((await items()).map(({ id }) => id)).toEqual([first, ...rest]);
});

it('the month of the sitting shows it on its day', async () => {
  const words = await site.shot(coordinator, '/sittings/month?month=2027-06', 'month');
  expect(words).toContain('14:00 MASE panel');
  expect(words).toContain('1 sitting in this month.');
});

it('chair’s action is recorded on the case, and the next agenda offers it to be minuted', async () => {
  const [caseId] = await listedCase(api, 'Aspen', 'A mentor meets him after school');
  const chair = await site.plainAs('chair');
  await chair.open(`/child-cases/${caseId}/take-chairs-action`);
  const row = (index: number, agency: string) => ({
    [`consulted-${index}-agency`]: agency,
    [`consulted-${index}-name`]: 'Made-up name',
    [`consulted-${index}-at-day`]: '1',
    [`consulted-${index}-at-month`]: '11',
    [`consulted-${index}-at-year`]: '2026',
    [`consulted-${index}-at-time`]: '10:00',
    [`consulted-${index}-said`]: 'Agrees',
  });
  const typed = { did: 'raise-grade', grade: 'high', reasons: 'It cannot wait' };
  const refused = await chair.send({ ...typed, ...row(0, 'Police') });
  expect(refused.body).toContain('Two different agencies are consulted');
  const done = await chair.send({ ...typed, ...row(0, 'Police'), ...row(1, 'Health') });
  expect(done.statusCode, done.body.slice(0, 500)).toBe(303);
  await coordinator.open(`/sittings/${sitting}/add-item`);
  expect(coordinator.html).toContain('Chair’s action to be minuted: the grade was raised');
});
