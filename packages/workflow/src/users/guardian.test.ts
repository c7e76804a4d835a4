import { describe, expect, it } from 'vitest';
import type { Actor } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { topicOf } from '../topics.js';
import type { UserStanding } from './standing.js';
import { type CoveredPerson, postsInForce } from './take-over.js';

/** Somebody with the posts that a session knows of, where it knows who oversees. */
function now(world: Partnership, who: PersonName): Actor {
  const people = world
    .all('user')
    .map(({ id, standing }): CoveredPerson => ({ id, standing: standing as UserStanding, named: false }));
  const appointed = people.filter(({ standing }) => standing.endedAt === null);
  const own = world.people[who];
  return { ...own, posts: postsInForce(own, { people, places: [], appointed }, world.at) };
}

const isGuardian = (world: Partnership, who: PersonName) =>
  (now(world, who).posts ?? []).some(({ role }) => role === 'caldicott-guardian');
const end = (world: Partnership, who: PersonName) =>
  world.give('users/end-access', { reason: 'left' }, world.people.admin, {
    record: world.people[who].userId,
  });
const told = (world: Partnership, kind: string) =>
  world.outgoing.filter((one) => one.kind === kind).map(({ principal }) => principal);

describe('a partnership in which nobody is Caldicott guardian', () => {
  it('has the part fall to the chair, then to the deputy, then to a senior manager, and tells who can mend it', () => {
    const world = aWorld();
    for (const who of ['chair', 'deputyChair', 'senior', 'guardian'] as const)
      expect(isGuardian(world, who), who).toBe(false);
    end(world, 'guardian');
    expect(told(world, 'guardian-missing')).toEqual(['role:administrator', 'role:chair']);
    const holders = () =>
      (['chair', 'deputyChair', 'senior', 'manager', 'admin'] as const).filter((who) =>
        isGuardian(world, who),
      );
    expect(holders()).toEqual(['chair']);
    end(world, 'chair');
    expect(holders()).toEqual(['deputyChair']);
    end(world, 'deputyChair');
    expect(holders()).toEqual(['senior']);
  });

  it('has what waits for a guardian read and done all the same', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    end(world, 'guardian');
    const { worker } = world.people;
    one.give('restrict', { reason: 'A made-up risk', readers: [worker.userId] }, 'manager');
    const record = world.getRecord(one.id);
    const lines = readersOf(topicOf('childCase'), record, world.at);
    expect(classesRead(lines, world.people.chair, world.at)).toEqual([]);
    expect(classesRead(lines, now(world, 'chair'), world.at)).toContain('restricted');
    world.give('child-cases/lift-restriction', { reason: 'It has passed' }, now(world, 'chair'), {
      record: one.id,
    });
    expect(world.getRecord(one.id).standing.access).toEqual({});
  });

  it('leaves the part with a guardian who is away, and tells that it can be delegated', () => {
    const world = aWorld();
    const { guardian, admin } = world.people;
    const days = { from: world.at, until: '2027-01-01T00:00:00.000Z', reason: 'leave' };
    world.give('users/record-absence', days, admin, { record: guardian.userId });
    expect(isGuardian(world, 'chair')).toBe(false);
    expect(told(world, 'guardian-away')).toEqual(['role:administrator', 'role:chair']);
  });
});
