import { describe, expect, it } from 'vitest';
import type { ChildStanding } from '../children/standing.js';
import { graceUntil } from '../grace.js';
import { classesRead } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anAllocation, aTriage } from '../testing/payloads.js';
import { aWorld, type Partnership, teams } from '../testing/people.js';
import { relationsToCase } from './access.js';

/** Until when a principal reads a record, as days; null: without end. */
function daysOf(world: Partnership, id: string, principal: string): (string | null)[] {
  const lines = (world.readers.get(id) ?? []).filter((line) => line.principal === principal);
  return [...new Set(lines.map(({ until }) => until?.slice(0, 10) ?? null))];
}

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
  'role:duty-manager',
  'role:information-governance',
  'role:intelligence-officer',
  'role:intelligence-supervisor',
  'role:out-of-hours',
  'role:police-desk',
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

  it('the team that takes a closed case up again, and the team and worker before it for 28 days', () => {
    const one = aChildCase().closed();
    const { world } = one;
    one.give('relist', { reason: 'Seen again', teamId: 'team-south' }, 'triage');
    for (const id of [one.id, one.standing.childId]) {
      expect(daysOf(world, id, 'team:team-south:worker')).toEqual([null]);
      expect(daysOf(world, id, 'team:team-north:manager')).toEqual([graceUntil(world.at).slice(0, 10)]);
    }
  });

  it('the worker before for 28 days, with the case and its actions, and not a day longer', () => {
    const one = aChildCase().withWorker().withAction({}, 'desk');
    const { world } = one;
    const worker = `user:${world.people.worker.userId}`;
    one.give('allocate-worker', anAllocation(world.people.nurse.userId), 'manager');
    const day = graceUntil(world.at).slice(0, 10);
    const action = world.all('planAction')[0]?.id as string;
    expect(daysOf(world, one.id, worker)).toEqual([day]);
    expect(daysOf(world, one.standing.childId, worker)).toEqual([day]);
    expect(daysOf(world, action, worker)).toEqual([day]);
    expect(relationsToCase(world.people.worker, one.record)).not.toContain('lead');
    world.pass(29);
    one.give('allocate-worker', anAllocation(world.people.colleague.userId), 'manager');
    expect(daysOf(world, one.id, worker)).toEqual([]);
    expect(daysOf(world, one.id, `user:${world.people.nurse.userId}`)).toEqual([
      graceUntil(world.at).slice(0, 10),
    ]);
  });

  it('of four changes of worker in a month each worker reads on, and the standing stays small', () => {
    const one = aChildCase().withWorker();
    const { people } = one.world;
    for (const who of ['nurse', 'worker', 'nurse', 'colleague', 'worker', 'stranger'] as const)
      one.give('allocate-worker', anAllocation(people[who].userId), 'manager');
    expect(Object.keys(one.standing.former ?? {}).sort()).toEqual(
      ['worker', 'nurse', 'colleague'].map((who) => `user:${people[who as 'worker'].userId}`).sort(),
    );
    expect(
      Object.keys((one.world.getRecord(one.standing.childId).standing as ChildStanding).former ?? {}),
    ).toHaveLength(2);
  });

  it('the police desk, which records who is missing, learns who the child is and no more', () => {
    const one = aChildCase().referred();
    const { world } = one;
    const desk = { ...world.people.desk };
    const classes = (id: string) => classesRead(world.readers.get(id) ?? [], desk, world.at);
    expect(classes(one.standing.childId)).toEqual(['identity']);
    expect(classes(one.id)).toEqual([]);
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

describe('a referral that joins or wakes another case', () => {
  /** Two cases: one held by the south team, and a referral with an action of its own, not yet triaged. */
  function two(sameChild: boolean) {
    const world = aWorld();
    const earlier = aChildCase(world).referred();
    earlier.give('decide-triage', aTriage('risk-assessment', { teamId: teams.south }), 'triage');
    const { childId } = earlier.standing;
    const later = aChildCase(world).referred(sameChild ? { childId, child: undefined as never } : {});
    later.withAction({ part: 'disruption' }, 'desk');
    const action = world.all('planAction')[0]?.id as string;
    return { world, earlier, later, action };
  }
  const joins = (otherCaseId: string) => aTriage('joined', { otherCaseId });

  it('the team of the case that it joins reads its open actions, and its child where that is another record', () => {
    const { world, earlier, later, action } = two(false);
    later.give('decide-triage', joins(earlier.id), 'triage');
    expect(readersOf(world, action)).toContain('team:team-south:manager');
    expect(readersOf(world, action)).not.toContain('role:triage-social-worker');
    expect(readersOf(world, later.standing.childId)).toContain('team:team-south:worker');
    world.give('plan-actions/end-action', { how: 'done', evidence: 'Made up' }, world.people.otherManager, {
      record: action,
    });
    expect(world.getRecord(action).state).toBe('ended');
  });

  it('the child of both is told nothing anew where it knows who holds the case', () => {
    const { world, earlier, later } = two(true);
    const child = world.getRecord(earlier.standing.childId);
    later.give('decide-triage', joins(earlier.id), 'triage');
    expect(world.getRecord(child.id).version).toBe(child.version);
  });

  it('the team that takes a closed case up again by triage reads its child and its open actions', () => {
    const world = aWorld();
    const earlier = aChildCase(world).readyToClose().withAction({ part: 'disruption' }, 'desk').closed();
    const action = world.all('planAction')[0]?.id as string;
    expect(readersOf(world, action)).not.toContain('team:team-south:manager');
    const later = aChildCase(world).referred();
    const relists = aTriage('relisted', { otherCaseId: earlier.id, teamId: teams.south });
    later.give('decide-triage', relists, 'triage');
    expect(earlier.state).toBe('assessing/notListed');
    expect(readersOf(world, action)).toContain('team:team-south:manager');
    for (const id of [earlier.standing.childId, later.standing.childId])
      expect(readersOf(world, id)).toContain('team:team-south:worker');
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
