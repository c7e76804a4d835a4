import { expect, it } from 'vitest';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';

const aTheme = {
  subject: 'theme',
  title: 'Transport hubs after school',
  words: 'Made-up papers of a theme',
  section: 'theme',
  asked: 'Who looks at this?',
} as const;

/** A sitting in session with a theme alone, and the item. */
function hearingATheme() {
  const world = aWorld();
  const sitting = aSitting(world).agendaOpen().give('add-subject', aTheme).inSession();
  const [item] = sitting.items;
  if (!item) throw new Error('The theme is not on the agenda');
  const give = (verb: string, payload: object) =>
    world.give(`agenda-items/${verb}`, payload, world.people.chair, { record: item.id });
  const ask = (payload: object) =>
    whyNot(world.ask('agenda-items/record-panel-decision', payload, world.people.chair, { record: item.id }));
  return { world, sitting, item, give, ask };
}

it('a theme is heard and decided like any item, and the minutes tell of it', () => {
  const { world, sitting, give } = hearingATheme();
  give('open-item', {});
  give('record-panel-decision', aDecision({ decision: 'continue', reasons: 'Two agencies look' }));
  expect(sitting.items[0]).toMatchObject({ state: 'decided', standing: { name: aTheme.title, caseId: '' } });
  const { id: itemId } = sitting.items[0] as { id: string };
  const rows = world.written.get(sitting.ended().id) ?? [];
  const minutes = rows.find(({ kind }) => kind === 'minutes') as { body: object };
  expect((minutes.body as { sections: object[] }).sections).toContainEqual(
    expect.objectContaining({
      itemId,
      heading: aTheme.title,
      text: expect.stringContaining('Two agencies look'),
    }),
  );
});

it('no grade falls and no case closes on an item without a case', () => {
  const { ask, give } = hearingATheme();
  give('open-item', {});
  expect(ask(aDecision({ decision: 'step-down', grade: 'low' }))).toContain('/decision subject');
  expect(ask({ decision: 'remove', reasons: 'Done with', actions: [] })).toEqual([]);
});

it('a theme that was not reached is returned, and taken up once by the next agenda with its papers', () => {
  const { world, sitting, item } = hearingATheme();
  sitting.ended();
  expect(sitting.items[0]?.state).toBe('returned');
  const next = aSitting(world, 28).agendaOpen();
  const [taken] = next.items;
  expect(sitting.items[0]?.standing.takenUpBy).toBe(taken?.id);
  expect(world.written.get(taken?.id ?? '')).toMatchObject([{ kind: 'item', body: { words: aTheme.words } }]);
  const again = world.ask(
    'sittings/add-subject',
    { ...aTheme, carriedFrom: item.id },
    world.people.coordinator,
    { record: aSitting(world, 42).agendaOpen().id },
  );
  expect(whyNot(again)).toEqual(['/carriedFrom noItem']);
});

it('somebody who is there for one item reads its sheet, and nobody else of the team does', () => {
  const world = aWorld();
  const sitting = aSitting(world).agendaOpen().give('add-subject', aTheme);
  const { id } = sitting.items[0] ?? { id: '' };
  const change = { minutes: 12, attendeeIds: [world.people.nurse.userId] };
  world.give('agenda-items/change-item', change, world.people.coordinator, { record: id });
  const [item] = sitting.items;
  if (!item) throw new Error('There is no item');
  expect(item.standing).toMatchObject({ minutes: 12, attendees: [{ id: world.people.nurse.userId }] });
  const readers = readersOf(topicOf('agendaItem'), item, world.at);
  expect(classesRead(readers, world.people.nurse, world.at)).toEqual(['sheet']);
  expect(classesRead(readers, world.people.colleague, world.at)).toEqual([]);
});

it('breaks stand before items of the agenda, one before each', () => {
  const world = aWorld();
  const child = aChildCase(world).assessing().listed();
  const sitting = aSitting(world).withItem(child.id).give('add-subject', aTheme);
  const order = sitting.record.standing.order;
  const [first] = order;
  sitting.give('order-items', { order, breaks: [{ before: first, minutes: 10 }] });
  expect(sitting.record.standing.breaks).toEqual([{ before: first, minutes: 10 }]);
  const twice = { order, breaks: [1, 2].map(() => ({ before: first, minutes: 10 })) };
  const asked = world.ask('sittings/order-items', twice, world.people.coordinator, { record: sitting.id });
  expect(whyNot(asked)).toEqual(['/breaks/1/before noItem']);
});
