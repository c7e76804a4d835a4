import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { queueOf } from '../queue-lines.js';
import { classesRead } from '../readers.js';
import { namedPrincipal } from '../roles.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { clustered } from '../testing/led-links.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { PlanActionStanding } from './standing.js';

type Action = StoredRecord<PlanActionStanding>;

/** A sitting gave the nurse an action on a case, of which few may know from then on. */
function given(world: Partnership, item: object) {
  const { people } = world;
  const sitting = aSitting(world).agendaOpen().give('add-item', item).inSession();
  const record = sitting.items.at(-1)?.id as string;
  world.give('agenda-items/open-item', {}, people.chair, { record });
  const visit = { what: 'Visit the made-up hotel', ownerId: people.nurse.userId, part: 'safety' as const };
  const decision = aDecision({ actions: [{ ...visit, due: '2029-05-01' }] });
  world.give('agenda-items/record-panel-decision', decision, people.chair, { record });
  const actions = () => world.all('planAction') as Action[];
  const first = () => actions()[0] as Action;
  const reads = (who: PersonName, id = first().id) =>
    classesRead(world.readers.get(id) ?? [], people[who], world.at);
  const ask = (verb: string, said: object, who: PersonName, id = first().id) =>
    whyNot(world.ask(`plan-actions/${verb}`, said, people[who], { record: id }));
  return { world, actions, first, reads, ask };
}

function onPerson() {
  const one = aPersonCase(aWorld()).active().listed();
  const item = { caseId: one.id, caseKind: one.strand.kind, section: 'person', asked: 'What next?' };
  return { one, ...given(one.world, item) };
}

/** Nobody but these may know of the person from now on; `readers` besides the supervisor. */
function closedLater(...readers: PersonName[]) {
  const made = onPerson();
  const { people } = made.world;
  const named = readers.map((who) => people[who].userId);
  const handling = { handling: 'C', conditions: 'Made up', reason: 'Made up', readers: named };
  made.one.give('set-handling', handling, 'supervisor');
  return made;
}

const notDone = { how: 'not-done', reason: 'Not safe to (made up)' };
const handover = (newOwnerId: string) => ({ how: 'handed-over', newOwnerId, handover: 'Made up' });

describe('an action on a person of whom nobody but those named may know since', () => {
  it('is ended by the supervisor, who keeps the record, whatever the chair and the coordinator may do no more', () => {
    const { ask, reads, first } = closedLater();
    for (const who of ['nurse', 'chair', 'coordinator', 'analyst'] as const)
      expect(reads(who), who).toEqual([]);
    expect(ask('change-action', { due: '2029-06-01', reason: 'Later' }, 'supervisor')).toEqual([]);
    expect(ask('end-action', notDone, 'supervisor')).toEqual([]);
    expect(first().state).toBe('ended');
  });

  it('is given to somebody else, changed and ended by a worker who is named for it', () => {
    const { world, ask } = closedLater('worker');
    const { userId } = world.people.worker;
    const given = { ownerId: userId, due: '2029-06-01', reason: 'The nurse may not know' };
    expect(ask('change-action', given, 'worker')).toEqual([]);
    expect(ask('end-action', notDone, 'worker')).toEqual([]);
  });

  it('is changed, given and ended by no manager or worker who is neither named nor keeps it', () => {
    const { ask } = closedLater();
    for (const who of ['worker', 'manager', 'senior'] as const) {
      expect(ask('end-action', notDone, who), who).not.toEqual([]);
      expect(ask('change-action', { due: '2029-06-01', reason: 'Later' }, who), who).not.toEqual([]);
    }
  });

  it('stands in the list of those who may end it once its owner declined it before', () => {
    const { one, world, ask, first } = onPerson();
    expect(ask('decline-action', { reason: 'On leave' }, 'nurse')).toEqual([]);
    const readers = [world.people.worker.userId];
    const handling = { handling: 'C', conditions: 'Made up', reason: 'Made up', readers };
    one.give('set-handling', handling, 'supervisor');
    const lines = queueOf(topicOf('planAction'), first()).map(({ principal }) => principal);
    expect(lines).toEqual([namedPrincipal(readers[0] as string)]);
  });

  it('is covered in absence by one of those named or the supervisor, and by nobody who would learn of it', () => {
    const { world, ask, first } = closedLater('worker');
    const { advocate, worker, supervisor } = world.people;
    const cover = (coverId: string) => ({ coverId, reason: 'The nurse is away' });
    for (const who of ['supervisor', 'worker'] as const)
      expect(ask('change-action', cover(advocate.userId), who), who).toEqual(['/coverId closed']);
    expect(first().standing.coverId ?? null).toBeNull();
    expect(ask('change-action', cover(worker.userId), 'supervisor')).toEqual([]);
    expect(ask('change-action', cover(supervisor.userId), 'worker')).toEqual([]);
    expect(first().standing.coverId).toBe(supervisor.userId);
  });

  it('while it is open to those at the table, is covered by anybody with an account', () => {
    const { world, ask } = onPerson();
    const cover = { coverId: world.people.advocate.userId, reason: 'The nurse is away' };
    expect(ask('change-action', cover, 'chair')).toEqual([]);
  });

  it('is handed over to one of those named or to the supervisor, and to nobody who would learn of it', () => {
    const { world, ask, actions, reads } = closedLater('worker');
    const { advocate, worker, supervisor } = world.people;
    expect(ask('end-action', handover(advocate.userId), 'supervisor')).toEqual(['/newOwnerId closed']);
    const named = { ownerId: advocate.userId, reason: 'Made up' };
    expect(ask('change-action', named, 'supervisor')).toEqual(['/ownerId closed']);
    expect(ask('change-action', { ...named, ownerId: supervisor.userId }, 'worker')).toEqual([]);
    expect(ask('end-action', handover(worker.userId), 'supervisor')).toEqual([]);
    const next = actions().find(({ state }) => state === 'offered') as Action;
    expect(next.standing.access).toMatchObject({ closed: true });
    expect(reads('worker', next.id)).toContain('safety');
    for (const who of ['nurse', 'chair', 'coordinator', 'advocate'] as const)
      expect(reads(who, next.id), who).toEqual([]);
  });
});

it('an action on a cluster that closed, handed over, is as closed to everybody as before', () => {
  const world = clustered('confirm-cluster');
  const caseId = world.all('cluster')[0]?.id as string;
  const item = { caseId, caseKind: 'cluster', section: 'theme', asked: 'Who leads?' };
  const { ask, actions, reads } = given(world, item);
  const { hub, children, count, from, to } = world.getRecord(caseId).standing as never;
  const news = { hub, children, count, from, to, shared: 1, restsOnClosed: true, support: 'supported' };
  world.give('clusters/receive-change', news, { ...world.people.admin, kind: 'clock' }, { record: caseId });
  const { nurse, supervisor } = world.people;
  expect(ask('change-action', { what: 'Ask them (made up)', reason: 'Clearer' }, 'supervisor')).toEqual([]);
  expect(ask('end-action', handover(supervisor.userId), 'supervisor')).toEqual([]);
  const next = actions().find(({ state }) => state === 'offered') as Action;
  expect(next.standing.access).toMatchObject({ closed: true });
  for (const who of ['nurse', 'chair', 'coordinator', 'analyst'] as const)
    expect(reads(who, next.id), who).toEqual([]);
  expect(ask('change-action', { ownerId: nurse.userId, reason: 'Made up' }, 'supervisor', next.id)).toEqual([
    '/ownerId closed',
  ]);
});

it('an action whose owner has a personal connection is a senior manager’s until somebody else has it', () => {
  const { one, world, reads, ask } = onPerson();
  const { nurse, advocate, chair } = world.people;
  expect(reads('senior')).toEqual([]);
  const item = { caseId: one.id, caseKind: one.strand.kind, section: 'person', asked: 'And now?' };
  const record = aSitting(world, 42).agendaOpen().give('add-item', item).items.at(-1)?.id as string;
  const connection = { userId: nurse.userId, reason: 'A neighbour (made up)' };
  world.give('agenda-items/declare-item-connection', connection, chair, { record });
  expect(reads('nurse')).toEqual([]);
  expect(reads('senior')).toEqual(['safety']);
  expect(ask('change-action', { ownerId: advocate.userId, reason: 'A connection' }, 'senior')).toEqual([]);
  expect(reads('senior')).toEqual([]);
  expect(reads('advocate')).toEqual(['safety']);
});

it('whoever has two actions cannot find out by ending one whether the other is about the same person', () => {
  const { world, first, ask, actions, one } = onPerson();
  const other = given(world, {
    ...{ caseId: one.id, caseKind: one.strand.kind, section: 'person', asked: 'And now?' },
  });
  expect(other.actions().length).toBeGreaterThan(1);
  const [same, unknown] = [actions().find(({ id }) => id !== first().id)?.id, one.id];
  for (const byActionId of [same, unknown])
    expect(ask('end-action', { how: 'superseded', byActionId }, 'nurse')).toEqual(['/how notYours']);
  expect(ask('end-action', { how: 'superseded', byActionId: same }, 'chair')).toEqual([]);
});
