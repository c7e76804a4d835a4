import { describe, expect, it } from 'vitest';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import type { Partnership, PersonName } from '../testing/people.js';
import { topicOf } from '../topics.js';

/** Everybody who reads anything of a record. */
function readersNow(world: Partnership, id: string): string[] {
  const record = world.getRecord(id);
  const lines = readersOf(topicOf(record.kind), record, world.at);
  return Object.entries(world.people)
    .filter(([, person]) => classesRead(lines, person, world.at).some((one) => one !== 'existence'))
    .map(([name]) => name)
    .sort();
}

const reason = 'A made-up risk to the child';
const takenOnInTheSouth = {
  ...{ outcome: 'risk-assessment', reasons: 'Made up', teamId: 'team-south' },
  ...{ policeView: 'given', policeViewText: 'None' },
};

describe('restricting a case', () => {
  it('closes it, its actions, its item and its child to everybody but those named and whoever restricts it', () => {
    const one = aChildCase().withWorker().withAction({}, 'nurse').listed();
    const { world } = one;
    const item = aSitting(world).withItem(one.id).itemOf(one.id);
    const action = world.all('planAction')[0]?.id as string;
    expect(readersNow(world, one.id).length).toBeGreaterThan(8);
    one.give('restrict', { reason, readers: [world.people.worker.userId] }, 'manager');
    for (const id of [one.standing.childId, item.id, action])
      expect(readersNow(world, id)).toEqual(['manager', 'worker']);
    expect(readersNow(world, one.id)).toEqual(['guardian', 'manager', 'worker']);
  });

  it('holds for what begins under it later, until it is lifted', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    one.give('restrict', { reason, readers: [world.people.coordinator.userId] }, 'manager');
    one.withAction({}, 'nurse');
    const action = world.all('planAction')[0]?.id as string;
    expect(readersNow(world, action)).toEqual(['coordinator', 'manager']);
    one.give('lift-restriction', { reason: 'It has passed' }, 'manager');
    expect(readersNow(world, action)).toContain('nurse');
    expect(readersNow(world, one.id)).toContain('auditor');
    expect(one.standing.access).toEqual({});
  });

  it('of the last case of a child that is not restricted closes about me and the carers as well', () => {
    const first = aChildCase().withWorker();
    const { world } = first;
    const { childId } = first.standing;
    const second = aChildCase(world).referred({ childId } as never);
    second.give('decide-triage', takenOnInTheSouth, 'triage');
    first.give('restrict', { reason, readers: [world.people.worker.userId] }, 'manager');
    expect(readersNow(world, childId)).toEqual(expect.arrayContaining(['triage', 'auditor', 'worker']));
    second.give('restrict', { reason, readers: [world.people.nurse.userId] }, 'otherManager');
    expect(readersNow(world, childId)).toEqual(['manager', 'nurse', 'otherManager', 'worker']);
    first.give('lift-restriction', { reason: 'It has passed' }, 'manager');
    expect(readersNow(world, childId)).toEqual(expect.arrayContaining(['triage', 'auditor', 'nurse']));
    first.give('restrict', { reason, readers: [] }, 'manager');
    expect(readersNow(world, childId)).toEqual(['manager', 'nurse', 'otherManager']);
  });

  it('leaves a child with other cases open, who no longer tells by whom this one is held', () => {
    const first = aChildCase().withWorker();
    const { world } = first;
    const second = aChildCase(world).referred({ childId: first.standing.childId } as never);
    second.give('decide-triage', takenOnInTheSouth, 'triage');
    first.give('restrict', { reason, readers: [] }, 'manager');
    const readers = readersNow(world, first.standing.childId);
    expect(readers).toEqual(expect.arrayContaining(['manager', 'otherManager', 'coordinator']));
    expect(readers).not.toContain('worker');
    expect(readersNow(world, first.id)).toEqual(['guardian', 'manager']);
  });

  it('is given by a manager of the team, and lifted only where it stands', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('restrict', { reason, readers: [] }, 'worker')).toEqual(['forbidden']);
    expect(one.whyNot('lift-restriction', { reason }, 'manager')).toEqual(['restricted']);
    expect(one.whyNot('restrict', { reason, readers: ['nobody'] }, 'manager')).toEqual([
      '/readers/0 noPerson',
    ]);
  });

  it('keeps its reason in a note that the rules of the case give to the manager, the chair and those who oversee', () => {
    const one = aChildCase().withWorker();
    one.give('restrict', { reason, readers: [] }, 'manager');
    const note = one.world.written.get(one.id)?.[0];
    expect(note).toMatchObject({ kind: 'restriction', class: 'restricted', body: { reason } });
  });
});

describe('a personal connection', () => {
  const readsNothing = (world: Partnership, id: string, who: PersonName) =>
    expect(readersNow(world, id)).not.toContain(who);

  it('of a member shuts him or her out of the case, its item and its child at once', () => {
    const one = aChildCase().listed();
    const { world } = one;
    const item = aSitting(world).withItem(one.id).itemOf(one.id);
    expect(readersNow(world, item.id)).toContain('member');
    one.give('declare-connection', { reason: 'A cousin' }, 'member');
    for (const id of [one.id, item.id, one.standing.childId]) readsNothing(world, id, 'member');
    expect(readersNow(world, item.id)).toContain('chair');
    one.give('withdraw-connection', { reason: 'A slip', userId: world.people.member.userId }, 'chair');
    expect(readersNow(world, item.id)).toContain('member');
  });

  it('of the allocated worker gives the case back to the manager, who allocates another in time', () => {
    const one = aChildCase().withWorker();
    one.give('declare-connection', { reason: 'A neighbour' }, 'worker');
    expect(one.standing.workerId).toBeNull();
    expect(one.clocks).toContain('worker-allocated');
    readsNothing(one.world, one.id, 'worker');
    const own = `user:${one.world.people.worker.userId}`;
    expect(one.standing.clocks.map(({ who }) => who)).not.toContain(own);
  });

  it('is declared by oneself, and of somebody else by a manager of the team, a senior or the chair', () => {
    const one = aChildCase().withWorker();
    const { nurse, worker } = one.world.people;
    for (const who of ['worker', 'otherManager', 'coordinator', 'guardian', 'triage'] as const)
      for (const { userId } of [nurse, who === 'worker' ? nurse : worker])
        expect(one.whyNot('declare-connection', { reason: 'Kin', userId }, who), who).toEqual([
          '/userId ownConnection',
        ]);
    one.give('declare-connection', { reason: 'Kin', userId: nurse.userId }, 'manager');
    expect(one.standing.access?.without).toEqual([nurse.userId]);
  });

  it('recorded by another is told to whom it shuts out, about the account alone, and to the Caldicott guardian', () => {
    const one = aChildCase().withWorker();
    const { nurse, worker } = one.world.people;
    const told = (who: PersonName, payload: object) => {
      const { changes } = one.world.give('child-cases/declare-connection', payload, one.world.people[who], {
        record: one.id,
      });
      return changes.outgoing.map(({ kind, principal, record }) => [kind, principal, record.id]);
    };
    const guardian = ['connection-recorded', 'role:caldicott-guardian', one.id];
    expect(told('manager', { reason: 'Kin', userId: nurse.userId })).toEqual([
      guardian,
      ['shut-out-by-another', `user:${nurse.userId}`, nurse.userId],
    ]);
    expect(told('worker', { reason: 'Kin' })).toEqual([guardian]);
    expect(one.standing.access?.without).toEqual([nurse.userId, worker.userId].sort());
  });

  it.each(['governance', 'guardian'] as const)(
    'of the last %s is recorded by nobody else, while one of two may be shut out',
    (who) => {
      const one = aChildCase().withWorker();
      const { world } = one;
      const { admin } = world.people;
      const { userId, roles, agencyId } = world.people[who];
      const payload = { reason: 'Kin', userId };
      expect(one.whyNot('declare-connection', payload, 'manager')).toEqual(['/userId lastOverseer']);
      const another = { name: 'Made Up', email: 'made.up@example.test', agencyId, roles };
      world.give('users/add-user', another, admin);
      expect(one.whyNot('declare-connection', payload, 'manager')).toEqual([]);
    },
  );

  it('is said in the minutes, and neither who nor why', () => {
    const one = aChildCase().listed();
    const sitting = aSitting(one.world).withItem(one.id);
    one.give('declare-connection', { reason: 'A cousin' }, 'member');
    sitting.inSession().ended();
    const minutes = JSON.stringify(
      one.world.written.get(sitting.id)?.find(({ kind }) => kind === 'minutes')?.body,
    );
    expect(minutes).toContain('One member withdrew.');
    expect(minutes).not.toContain('cousin');
  });

  it('never leaves a restricted case without a reader', () => {
    const one = aChildCase().withWorker();
    one.give('restrict', { reason, readers: [] }, 'manager');
    expect(one.whyNot('declare-connection', { reason: 'Kin' }, 'manager')).toEqual(['/userId lastReader']);
  });
});
