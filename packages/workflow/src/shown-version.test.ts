import { describe, expect, it } from 'vitest';
import { storedVersion } from './stored-version.js';
import { aChildCase } from './testing/a-child-case.js';
import { aSitting } from './testing/a-sitting.js';
import { aPersonCase } from './testing/a-strand-case.js';
import { aLink } from './testing/link-payloads.js';
import { dueClock } from './testing/people.js';
import type { World } from './testing/world.js';

/** The version that readers of a record are shown, and the one under which it is stored. */
function versionsOf(world: World, id: string): [shown: number, stored: number] {
  const record = world.getRecord(id);
  return [record.version, storedVersion(record)];
}

describe('the version of a record that its readers are shown', () => {
  it('of a child counts what is recorded of the child, and nothing that a case tells of itself', () => {
    const one = aChildCase();
    const { world } = one;
    const { childId } = one.standing;
    expect(versionsOf(world, childId)).toEqual([1, 1]);
    one.withWorker();
    const [shown, stored] = versionsOf(world, childId);
    expect(shown).toBe(1);
    expect(stored).toBeGreaterThan(1);
    world.give('children/record-about-me', { likes: 'Kites (made up)' }, world.people.worker, {
      record: childId,
    });
    expect(versionsOf(world, childId)).toEqual([2, stored + 1]);
    aChildCase(world).referred({ childId } as never);
    expect(versionsOf(world, childId)).toEqual([2, stored + 2]);
  });

  it('of a sitting counts its own steps, and no item that is put on its agenda', () => {
    const one = aChildCase().listed();
    const sitting = aSitting(one.world).withItem(one.id);
    const [shown] = versionsOf(one.world, sitting.id);
    sitting.withItem(aChildCase(one.world).listed().id);
    expect(versionsOf(one.world, sitting.id)[0]).toBe(shown);
    sitting.inSession();
    expect(versionsOf(one.world, sitting.id)[0]).toBeGreaterThan(shown);
  });

  it('of a case counts every step of it', () => {
    const one = aChildCase().withWorker();
    const [shown, stored] = versionsOf(one.world, one.id);
    expect(shown).toBe(stored);
  });

  it('of an open record counts no step that a record of closed existence makes it take', () => {
    const open = aPersonCase().active();
    const { world, id } = open;
    const [shown, stored] = versionsOf(world, id);
    const other = aChildCase(world).withWorker();
    const { childId } = other.standing;
    const { worker } = world.people;
    const joined = aLink(childId, {
      kind: 'travels-with',
      to: { kind: 'person', id: open.standing.aboutId },
    });
    other.give('restrict', { reason: 'A made-up risk', readers: [worker.userId] }, 'manager');
    const { id: linkId } = world.give('links/record-link', joined, worker);
    expect(world.getRecord(linkId).standing.access?.closed).toBe(true);
    const counts = [{ kind: 'personCase', id, linkedChildren: 1, concerns: [] }];
    world.give('links/weigh-link', { held: {}, counts, clusters: [] }, dueClock, { record: linkId });
    expect(versionsOf(world, id)).toEqual([shown, stored + 1]);
  });
});
