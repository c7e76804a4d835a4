import { aDecision, aQuorum, broughtForward } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { type LittleSitting, littleSitting } from './testing/little-sitting.js';

let api: TestApi;
let sitting: LittleSitting;

const petra = 'Petra Unseen';
const note = 'The gate by the canal was named (made up).';

const look = async (who: string, path = '') =>
  (await api.ask(who, 'GET', `/api/v1/sittings/${sitting.id}${path}`)).body;
const printed = (who: string) =>
  look(who, `/pack?recipient=${api.founded.people[who]}&format=html&document=minutes`);
const sections = async (who: string): Promise<{ heading: string; text: string; itemId?: string }[]> =>
  JSON.parse(await look(who)).minutes[0].sections;
const change = (who: string, sent: { heading: string; text: string; itemId?: string }[]) =>
  api.give(
    who,
    'sittings/change-minutes',
    { sections: sent.map(({ heading, text, itemId }) => ({ heading, text, ...(itemId ? { itemId } : {}) })) },
    sitting.id,
  );

/** Sam's case is restricted: the chair reads it, coordinator and members do not. Petra comes for it alone. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
  const { people } = api.founded;
  const { items, cases, id } = sitting;
  await api.give(
    'manager',
    'child-cases/restrict',
    { reason: 'Made up', readers: [people.chair] },
    cases.sam,
  );
  const presenter = { ...aQuorum().attendance[0], name: petra, as: 'presenter', itemIds: [items.sam] };
  const attendance = [...aQuorum().attendance, presenter];
  await api.give('chair', 'sittings/record-attendance', { attendance }, id);
  await api.give('chair', 'sittings/start-sitting', broughtForward, id);
  for (const item of [items.sam, items.robin]) {
    await api.give('chair', 'agenda-items/open-item', {}, item);
    if (item === items.sam) await api.give('chair', 'agenda-items/record-note', { text: note }, item);
    const decision = { ...aDecision(), nextReview: '2026-03-02' };
    await api.give('chair', 'agenda-items/record-panel-decision', decision, item);
  }
  await api.give('chair', 'sittings/end-sitting', {}, id);
}, 240_000);
afterAll(() => api.close());

it('minutes and attendance hint at no restricted item: neither who came for it, nor what was noted, nor its place', async () => {
  for (const who of ['member-health', 'coordinator'])
    for (const text of [await look(who), await printed(who)]) {
      expect(text).toContain('Robin');
      for (const hidden of [petra, note, 'Shielded', sitting.items.sam]) expect(text).not.toContain(hidden);
      expect(text).not.toMatch(/Items left out|"itemIds":\[\]/);
    }
});

it('who sees the restricted item is shown who came for it, and its minutes with the others', async () => {
  expect(await look('chair')).toContain(petra);
  const text = await printed('chair');
  for (const words of [`Here for this item: ${petra}`, note, 'Shielded']) expect(text).toContain(words);
  const attendance = text.slice(text.indexOf('<h2>Attendance'), text.indexOf('<h2>Opening'));
  expect(attendance).not.toContain(petra);
});

it('chair and coordinator change the minutes, each with the sections that he or she is shown', async () => {
  await change('chair', [...(await sections('chair')), { heading: 'Any other business', text: 'None' }]);
  const robin = (await sections('coordinator')).map((one) =>
    one.itemId === sitting.items.robin ? { ...one, text: 'The school spoke.' } : one,
  );
  await change('coordinator', robin);
  const text = await printed('member-health');
  for (const words of ['Any other business', 'The school spoke.', 'Decision: continue.'])
    expect(text).toContain(words);
});

it('a section stays where it stood when its case is restricted afterwards and the minutes are changed by others', async () => {
  const before = await sections('chair');
  const readers = [api.founded.people.chair];
  await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, sitting.cases.robin);
  const left = await sections('coordinator');
  expect(left).toHaveLength(before.length - 1);
  await change('coordinator', left);
  expect(await sections('chair')).toEqual(before);
});
