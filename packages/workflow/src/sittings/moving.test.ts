import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const ask = (sitting: SittingBuilder, payload: object, who: PersonName = 'coordinator') =>
  whyNot(
    sitting.world.ask('sittings/move-sitting', { reason: 'x', ...payload }, sitting.world.people[who], {
      record: sitting.id,
    }),
  );

describe('moving a sitting', () => {
  it('keeps its length, counts the papers back from the new day, and changes the invitation', () => {
    const sitting = aSitting(aWorld(), 30);
    const { endsAt, startsAt } = sitting.record.standing;
    sitting.give('move-sitting', { startsAt: '2026-12-10T13:00:00.000Z', reason: 'The room is taken' });
    const { standing } = sitting.record;
    expect(Date.parse(standing.endsAt) - Date.parse(standing.startsAt)).toBe(
      Date.parse(endsAt) - Date.parse(startsAt),
    );
    expect(standing).toMatchObject({
      sequence: 1,
      clocks: [{ rule: 'papers', due: '2026-12-03T23:59:59.999Z' }],
    });
    sitting.give('move-sitting', {
      place: 'Room 4',
      link: 'https://meet.example.test/4',
      reason: 'A larger room',
    });
    expect(sitting.record.standing).toMatchObject({
      sequence: 2,
      place: 'Room 4',
      link: 'https://meet.example.test/4',
      startsAt: '2026-12-10T13:00:00.000Z',
    });
    expect(sitting.record.standing.clocks).toHaveLength(1);
  });

  it.each([
    ['by a member', {}, 'member', ['forbidden']],
    ['to where it is', {}, 'coordinator', ['/startsAt same']],
    ['into the past', { startsAt: '2026-01-01T13:00:00.000Z' }, 'coordinator', ['/startsAt future']],
    [
      'so that it ends before it starts',
      { endsAt: '2026-01-01T13:00:00.000Z' },
      'coordinator',
      ['/endsAt order'],
    ],
    ['to a chair who is none', { chairId: 'nobody' }, 'coordinator', ['/chairId noChair']],
  ] as const)('%s is refused', (_, payload, who, why) => {
    expect(ask(aSitting(aWorld()), payload, who)).toEqual(why);
  });

  it('is possible once the papers are out, whose clock has ended; not once it is in session', () => {
    const world = aWorld();
    const sitting = aSitting(world).withItem(aChildCase(world).listed().id).papersIssued();
    sitting.give('move-sitting', { startsAt: '2026-12-10T13:00:00.000Z', reason: 'Snow' });
    expect(sitting.record.standing.clocks).toEqual([]);
    sitting.inSession();
    expect(ask(sitting, { place: 'Room 4' })).toEqual(['wrongState']);
  });
});

describe('cancelling a sitting of a panel', () => {
  function twoSittings(open: boolean) {
    const world = aWorld();
    const panel = aPanel(world);
    const high = aChildCase(world).gradedHigh().listed();
    const medium = aChildCase(world).listed();
    const first = aSitting(world, 14, panel.id).withItem(high.id).withItem(medium.id);
    const other = aSitting(world, 21, aPanel(world, { name: 'South' }).id).agendaOpen();
    const next = aSitting(world, 28, panel.id);
    if (open) next.agendaOpen();
    first.give('cancel-sitting', { reason: 'Snow' });
    return { world, first, next, other, high, medium };
  }
  const askedOf = (items: StoredRecord[]) =>
    items.map(({ standing }) => (standing as { asked?: string }).asked);

  it('puts its items straight on the open agenda of the panel’s next sitting, as they were', () => {
    const { first, next, other, high, medium } = twoSittings(true);
    expect(first.items.map(({ state }) => state)).toEqual(['returned', 'returned']);
    expect(next.items.map(({ subjectId }) => subjectId)).toEqual([high.id, medium.id]);
    expect(askedOf(next.items)).toEqual(askedOf(first.items));
    expect(next.record.standing.order).toEqual(next.items.map(({ id }) => id));
    expect(other.items).toEqual([]);
    expect([high, medium].map((one) => one.record.standing.onAgenda)).toEqual([next.id, next.id]);
    expect(high.due('chairs-action')).toBe('2026-11-10T23:59:59.999Z');
    next.inSession().deciding(high.id).deciding(medium.id);
  });

  it('lists them for it where its agenda is not open yet', () => {
    const { next, high, medium } = twoSittings(false);
    expect(next.items).toEqual([]);
    expect([high, medium].map((one) => one.state)).toEqual(['planning/listed', 'planning/listed']);
    expect([high, medium].map((one) => one.record.standing.onAgenda)).toEqual([null, null]);
    next.agendaOpen();
    expect(next.items.map(({ subjectId }) => subjectId)).toEqual([high.id, medium.id]);
  });

  it('leaves on the list a case that is deferred beyond the next sitting', () => {
    const world = aWorld();
    const panel = aPanel(world);
    const one = aChildCase(world).listed();
    const first = aSitting(world, 14, panel.id).withItem(one.id);
    const next = aSitting(world, 28, panel.id).agendaOpen();
    one.give('defer-listing', { reason: 'x', until: '2026-12-20' }, 'chair');
    first.give('cancel-sitting', { reason: 'Snow' });
    expect(next.items).toEqual([]);
  });
});
