import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aSitting } from '../testing/a-sitting.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const listing = { basis: 'high', asked: 'What can each agency do?' };

function list(world: Partnership, id: string, payload: object, who: PersonName = 'manager'): string[] {
  return whyNot(world.ask('child-cases/list-for-panel', payload, world.people[who], { record: id }));
}

describe('a listing', () => {
  it('names the panel that is to hear the case, and no other puts it on an agenda', () => {
    const world = aWorld();
    const [north, south] = [aPanel(world, { gate: [] }), aPanel(world, { name: 'South' })];
    const one = aChildCase(world).graded('medium');
    expect(list(world, one.id, { ...listing, panelId: north.id })).toEqual([]);
    expect(one.record.standing.listing).toMatchObject({ panelId: north.id });
    const add = (panelId: string) =>
      whyNot(
        world.ask(
          'sittings/add-item',
          { caseId: one.id, section: 'child-new', asked: 'x' },
          world.people.coordinator,
          { record: aSitting(world, 14, panelId).agendaOpen().id },
        ),
      );
    expect(add(south.id)).toEqual(['/caseId otherPanel']);
    expect(add(north.id)).toEqual([]);
  });

  it('is asked what that panel asks, else what the area’s profile does', () => {
    const world = aWorld();
    const strict = aPanel(world, { gate: ['confirmed-grade'] });
    const open = aPanel(world, { name: 'Open', gate: [] });
    const graded = aChildCase(world).graded('medium');
    const ungraded = aChildCase(world).withWorker();
    expect(list(world, graded.id, listing)).toEqual(['/noStrategyReason asked', '/noPlanReason asked']);
    expect(list(world, ungraded.id, { ...listing, panelId: strict.id })).toEqual(['gate']);
    expect(list(world, graded.id, { ...listing, panelId: strict.id })).toEqual([]);
    expect(list(world, ungraded.id, { ...listing, panelId: open.id })).toEqual([]);
  });

  it('names a panel that sits, of a child as of a person', () => {
    const world = aWorld();
    const over = aPanel(world, { gate: [] });
    over.give('close-panel', { reason: 'Joined with another' });
    const child = aChildCase(world).graded('medium');
    const person = aPersonCase(world).active();
    for (const panelId of [over.id, 'nobody']) {
      expect(list(world, child.id, { ...listing, panelId })).toContain('/panelId noPanel');
      const asked = { basis: 'new', asked: 'What next?', panelId };
      expect(
        whyNot(world.ask('person-cases/list-for-panel', asked, world.people.analyst, { record: person.id })),
      ).toEqual(['/panelId noPanel']);
    }
  });
});
