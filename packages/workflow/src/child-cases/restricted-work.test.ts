import { describe, expect, it } from 'vitest';
import { queueOf } from '../queue-lines.js';
import { classesRead, readersOf } from '../readers.js';
import { principalsOf } from '../roles.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import type { Partnership, PersonName } from '../testing/people.js';
import type { UserStanding } from '../users/standing.js';
import { postsInForce } from '../users/take-over.js';
import { childCases } from './topic.js';

const reason = 'A made-up risk to the child';

/** Somebody with the posts that he or she fills now, as a session would know of them. */
function now(world: Partnership, who: PersonName) {
  const lines = [...world.queue.values()].flat();
  const people = world.all('user').map(({ id, standing }) => ({
    id,
    standing: standing as UserStanding,
    named: lines.some(({ principal }) => principal === `named:${id}`),
  }));
  const own = world.people[who];
  return { ...own, posts: postsInForce(own, { people, places: [] }, world.at) };
}

const reads = (one: ChildCaseBuilder, who: PersonName) =>
  classesRead(readersOf(childCases, one.record, one.world.at), now(one.world, who), one.world.at);

/** What waits in somebody's list of this case. */
function steps(one: ChildCaseBuilder, who: PersonName): string[] {
  const principals = principalsOf(now(one.world, who));
  return queueOf(childCases, one.record)
    .filter(({ principal }) => principals.includes(principal))
    .map(({ step }) => step);
}

function restricted(...readers: PersonName[]): ChildCaseBuilder {
  const one = aChildCase().withWorker();
  const ids = readers.map((who) => one.world.people[who].userId);
  one.give('restrict', { reason, readers: ids }, 'manager');
  return one;
}

const away = ({ world }: ChildCaseBuilder, who: PersonName) => {
  const until = new Date(Date.parse(world.at) + 5 * 86_400_000).toISOString();
  const absence = { from: world.at, until, reason: 'leave', standInId: world.people.stranger.userId };
  world.give('users/record-absence', absence, world.people[who], { record: world.people[who].userId });
};

describe('danger to a child whose case is restricted', () => {
  const duty = ['duty', 'night', 'desk'] as const;

  it('is told to those on duty and to everybody named, and shows those on duty the safety part until one acknowledges it', () => {
    const one = restricted('worker');
    for (const who of duty) expect([reads(one, who), steps(one, who)], who).toEqual([[], []]);
    const { changes } = one.world.give(
      'child-cases/raise-immediate-danger',
      { what: 'Made up' },
      one.world.people.worker,
      { record: one.id },
    );
    const { manager, worker } = one.world.people;
    expect(changes.outgoing.map(({ kind, principal }) => `${kind} ${principal}`)).toEqual([
      'danger-alert role:duty-manager',
      'danger-alert role:out-of-hours',
      'danger-alert role:police-desk',
      `danger-alert named:${manager.userId}`,
      `danger-alert named:${worker.userId}`,
    ]);
    for (const who of duty)
      expect([reads(one, who), steps(one, who)], who).toEqual([['safety'], ['danger-acknowledgement']]);
    for (const who of ['manager', 'worker'] as const)
      expect(steps(one, who), who).toEqual(['danger-acknowledgement']);
    expect(reads(one, 'senior')).toEqual([]);
    one.give('acknowledge-danger', { what: 'Gone to see' }, 'night');
    for (const who of duty) expect([reads(one, who), steps(one, who)], who).toEqual([[], []]);
    expect(steps(one, 'manager')).toEqual(['strategy-discussion']);
  });

  it('that waits when the case is restricted stays with those on duty, and with nobody else', () => {
    const one = aChildCase().withWorker();
    one.give('raise-immediate-danger', { what: 'Made up' }, 'worker');
    one.give('restrict', { reason, readers: [] }, 'manager');
    for (const who of duty) expect(reads(one, who), who).toEqual(['safety']);
    expect(reads(one, 'coordinator')).toEqual([]);
  });
});

describe('a restricted case of which somebody named is away or leaves', () => {
  it('waits with the others who are named, and with the guardian instead of whoever is away; with no stand-in', () => {
    const one = restricted('worker');
    const step = steps(one, 'manager');
    expect(step).toHaveLength(1);
    expect(steps(one, 'guardian')).toEqual(['restriction-review']);
    away(one, 'worker');
    expect(steps(one, 'manager')).toEqual(step);
    expect(steps(one, 'guardian').sort()).toEqual(['restriction-review', ...step].sort());
    expect([reads(one, 'stranger'), steps(one, 'stranger')]).toEqual([[], []]);
    one.world.pass(6);
    expect(steps(one, 'guardian')).toEqual(['restriction-review']);
    expect(reads(one, 'guardian')).toEqual(['restricted']);
  });

  it('is the guardian’s when the last of them leaves, who names somebody else and reads it no longer', () => {
    const one = restricted();
    const { world } = one;
    const { manager, admin } = world.people;
    const step = steps(one, 'manager');
    world.give('users/end-access', { reason: 'Left' }, admin, { record: manager.userId });
    expect(steps(one, 'guardian').sort()).toEqual(['restriction-review', ...step].sort());
    expect(reads(one, 'guardian')).toContain('case');
    expect(one.whyNot('lift-restriction', { reason }, 'guardian')).toEqual([]);
    const other = restricted();
    const again = { reason: 'Nobody named is left', readers: [other.world.people.senior.userId] };
    other.world.give('users/end-access', { reason: 'Left' }, other.world.people.admin, {
      record: other.world.people.manager.userId,
    });
    other.give('restrict', again, 'guardian');
    expect(reads(other, 'senior')).toContain('case');
    expect(reads(other, 'guardian')).toEqual(['restricted']);
    expect(steps(other, 'senior')).toEqual(step);
  });
});

describe('the review of a restriction', () => {
  it('is asked of the Caldicott guardian, who is told and reads why, and nothing else of the case', () => {
    const one = aChildCase().withWorker();
    const { changes } = one.world.give(
      'child-cases/restrict',
      { reason, readers: [] },
      one.world.people.manager,
      { record: one.id },
    );
    expect(changes.outgoing).toMatchObject([
      { kind: 'restriction-to-review', principal: 'role:caldicott-guardian' },
    ]);
    expect(one.clocks).toContain('restriction-review');
    expect(steps(one, 'guardian')).toEqual(['restriction-review']);
    expect(reads(one, 'guardian')).toEqual(['restricted']);
  });

  it('is the guardian’s who is not named: confirmed, it comes again in three months, and the guardian stays unnamed', () => {
    const one = restricted('worker');
    const due = () => one.due('restriction-review') as string;
    const first = due();
    one.give('restrict', { reason: 'Looked over', readers: [one.world.people.manager.userId] }, 'guardian');
    expect(Date.parse(due()) - Date.parse(first)).toBeGreaterThan(80 * 86_400_000);
    expect(one.standing.access?.named?.map(({ userId }) => userId)).toEqual([
      one.world.people.manager.userId,
    ]);
    one.give('restrict', { reason: 'Another reader', readers: [] }, 'manager');
    expect(due()).toBe(first);
  });

  it('ends where the restriction is lifted, and outlives the closing of the case', () => {
    const one = restricted();
    one.give('lift-restriction', { reason: 'It has passed' }, 'guardian');
    expect(one.clocks).not.toContain('restriction-review');
    const ready = aChildCase().readyToClose();
    ready.give('restrict', { reason, readers: [] }, 'manager');
    ready.closed();
    expect(ready.clocks).toEqual(['feedback', 'next-check', 'restriction-review']);
  });
});
