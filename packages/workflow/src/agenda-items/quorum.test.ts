import { expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { chairShown } from './chair-for.js';

type Said = { inquorateReason?: string; chairDecided?: boolean };

/** An item that is heard at a sitting which the chair started without a quorum. */
function heard() {
  const world = aWorld();
  const one = aChildCase(world).assessing().listed();
  const sitting = aSitting(world).withItem(one.id).inSessionInquorate().hearing(one.id);
  return { world, sitting, record: sitting.itemOf(one.id).id };
}

/** What the minutes say of a decision without a quorum that somebody recorded, with a reason or without. */
function minuted(who: PersonName, said: Said = {}): string {
  const { world, sitting, record } = heard();
  world.give('agenda-items/record-panel-decision', aDecision(said), world.people[who], { record });
  return JSON.stringify(world.written.get(sitting.ended().id)?.find(({ kind }) => kind === 'minutes'));
}

const left = 'Police left early';

it('without a quorum only the chair goes on: the coordinator’s reason alone does not suffice', () => {
  const { world, record } = heard();
  const ask = (who: PersonName, said: Said) =>
    whyNot(world.ask('agenda-items/record-panel-decision', aDecision(said), world.people[who], { record }));
  expect(ask('coordinator', { inquorateReason: left })).toEqual(['/chairDecided asked']);
  expect(ask('coordinator', { inquorateReason: left, chairDecided: false })).toEqual(['/chairDecided asked']);
  expect(ask('coordinator', { inquorateReason: left, chairDecided: true })).toEqual([]);
});

it('a chair of another panel who coordinates here does not go on in the name of this one’s chair', () => {
  const { world, sitting, record } = heard();
  const { standing, ...kept } = sitting.record;
  const panelChairs = [world.people.deputyChair.userId];
  world.records.set(sitting.id, { ...kept, standing: { ...standing, panelChairs } });
  const both = { ...world.people.coordinator, roles: ['coordinator', 'chair'] as const };
  const said = aDecision({ inquorateReason: left });
  expect(whyNot(world.ask('agenda-items/record-panel-decision', said, both, { record }))).toEqual([
    '/chairDecided asked',
  ]);
});

it('minutes say whose reason it is that something was decided without a quorum, and who wrote it down', () => {
  expect(minuted('coordinator', { inquorateReason: left, chairDecided: true })).toContain(
    'The chair, Chris Chair, decided to go on without one, as Cora Coordinator recorded it: Police left early.',
  );
  expect(minuted('chair', { inquorateReason: left })).toContain(
    'The chair’s reason (Chris Chair): Police left early.',
  );
  expect(minuted('coordinator')).toContain(
    'The chair’s reason, given at the start (Chris Chair): The roads were closed.',
  );
});

it('a chair who has withdrawn from the item decides nothing there: a deputy who is here gives and records the reason', () => {
  const { world, sitting, record } = heard();
  const { people } = world;
  const reason = 'A made-up cousin';
  world.give('agenda-items/declare-item-connection', { reason }, people.chair, { record });
  const ask = (who: PersonName, said: Said) =>
    whyNot(world.ask('agenda-items/record-panel-decision', aDecision(said), people[who], { record }));
  // Neither the coordinator in the chair’s name, nor anybody for the reason that the chair gave at the start.
  expect(ask('coordinator', {})).toEqual(['/inquorateReason asked']);
  expect(ask('coordinator', { inquorateReason: left, chairDecided: true })).toEqual([
    '/inquorateReason asked',
  ]);
  expect(ask('deputyChair', {})).toEqual(['/inquorateReason asked']);
  expect(ask('deputyChair', { inquorateReason: left })).toEqual([]);
  const minutes = world.written.get(sitting.ended().id)?.find(({ kind }) => kind === 'minutes');
  const kept = minutes?.body as { sections?: { itemId?: string; text: string }[] } | undefined;
  const text = kept?.sections?.find(({ itemId }) => itemId === record)?.text ?? '';
  expect(text).toContain('The chair’s reason (Vera Vice): Police left early.');
  expect(text).not.toMatch(/Chris Chair|roads/);
});

it('that a chair has withdrawn from an item is shown to those who record the sitting, and to no member', () => {
  const { world, sitting, record } = heard();
  const { people } = world;
  const shown = (who: PersonName) =>
    chairShown(sitting.record, world.getRecord(record) as never, people[who]);
  expect([shown('coordinator'), shown('member')]).toEqual(['Chris Chair', 'Chris Chair']);
  const reason = 'A made-up cousin';
  world.give('agenda-items/declare-item-connection', { reason }, people.chair, { record });
  expect([shown('coordinator'), shown('member')]).toEqual([null, 'Chris Chair']);
});
