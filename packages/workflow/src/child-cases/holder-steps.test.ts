import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aWorld, type Partnership } from '../testing/people.js';

/** The principals of people that read a record, in order. */
function readersOf(world: Partnership, id: string): string[] {
  const principals = (world.readers.get(id) ?? []).map((line) => line.principal);
  return [...new Set(principals)].filter((one) => one !== 'clock').sort();
}

const overseers = [
  'role:auditor',
  'role:caldicott-guardian',
  'role:chair',
  'role:coordinator',
  'role:deputy-chair',
  'role:information-governance',
  'role:senior',
  'role:triage-officer',
  'role:triage-social-worker',
];

describe('who reads the child', () => {
  it('nobody of any team before triage, and never a worker or manager as such', () => {
    const one = aChildCase().referred();
    expect(readersOf(one.world, one.standing.childId)).toEqual(overseers);
  });

  it('the team from triage on, and the worker from allocation on, wherever he or she sits', () => {
    const one = aChildCase().assessing();
    const team = ['team:team-north:manager', 'team:team-north:worker'];
    expect(readersOf(one.world, one.standing.childId)).toEqual([...overseers, ...team]);
    const { nurse } = one.world.people;
    one.give('allocate-worker', { workerId: nurse.userId }, 'manager');
    expect(readersOf(one.world, one.standing.childId)).toEqual([
      ...overseers,
      ...team,
      `user:${nurse.userId}`,
    ]);
  });

  it('the team that takes a closed case up again', () => {
    const one = aChildCase().closed();
    one.give('relist', { reason: 'Seen again', teamId: 'team-south' }, 'triage');
    const readers = readersOf(one.world, one.standing.childId);
    expect(readers).toContain('team:team-south:worker');
    expect(readers).not.toContain('team:team-north:worker');
  });

  it('those who hold a case read a missing episode, and no other team does', () => {
    const world = aWorld();
    const one = aChildCase(world).withWorker();
    const episode = {
      childId: one.standing.childId,
      kind: 'missing',
      start: '2026-10-01',
      end: '2026-10-02',
    };
    const { id } = world.give(
      'missing-episodes/record-episode',
      { ...episode, from: 'test' },
      world.people.coordinator,
    );
    const readers = readersOf(world, id);
    expect(readers).toContain('team:team-north:worker');
    expect(readers).toContain(`user:${world.people.worker.userId}`);
    expect(readers.filter((one) => ['role:worker', 'role:manager'].includes(one))).toEqual([]);
  });
});

describe('an action added before triage', () => {
  it('is read by the team that takes the case, and by its worker once allocated', () => {
    const one = aChildCase().referred().withAction({}, 'desk');
    const [action] = one.world.all('planAction');
    const id = action?.id as string;
    expect(readersOf(one.world, id)).toContain('role:triage-officer');
    one.assessing();
    expect(readersOf(one.world, id)).toContain('team:team-north:worker');
    expect(readersOf(one.world, id)).not.toContain('role:triage-social-worker');
    one.give('allocate-worker', { workerId: one.world.people.nurse.userId }, 'manager');
    expect(readersOf(one.world, id)).toContain(`user:${one.world.people.nurse.userId}`);
  });

  it('is told whoever takes the case even where it has ended', () => {
    const one = aChildCase().referred().withAction({}, 'desk');
    const id = one.world.all('planAction')[0]?.id as string;
    one.world.give('plan-actions/end-action', { how: 'done', evidence: 'Made up' }, one.world.people.desk, {
      record: id,
    });
    one.withWorker();
    expect(one.world.getRecord(id).state).toBe('ended');
    expect(readersOf(one.world, id)).toContain('team:team-north:manager');
  });
});
