import { describe, expect, it } from 'vitest';
import type { Access, Actor, ContentClass, StoredRecord } from './model.js';
import { permissionMissing } from './permission.js';
import { queueOf } from './queue-lines.js';
import { classesRead, readersOf } from './readers.js';
import { RecordDraft } from './record-draft.js';
import { clockPrincipals } from './roles.js';
import { aChildCase } from './testing/a-child-case.js';
import { aSitting } from './testing/a-sitting.js';
import { dueClock, type Partnership } from './testing/people.js';
import { topicNamed, topicOf } from './topics.js';

/** A record as it stands once it was told who reads it. */
function told(record: StoredRecord, access: Access): StoredRecord {
  return { ...record, standing: { ...record.standing, access } };
}

function reads(record: StoredRecord, who: Actor, at: string): ContentClass[] {
  return classesRead(readersOf(topicOf(record.kind), record, at), who, at);
}

/** Everybody of the partnership who reads anything of a record. */
function whoReads(world: Partnership, record: StoredRecord): string[] {
  return Object.entries(world.people)
    .filter(([, person]) => reads(record, person, world.at).length > 0)
    .map(([name]) => name)
    .sort();
}

const whole: ContentClass[] = ['receipt', 'safety', 'sheet', 'case'];

describe('a restricted case', () => {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { manager, worker, senior } = world.people;
  const named = [manager, worker].map(({ userId }) => ({ userId, classes: whole, until: null }));
  const restricted = told(one.record, { closed: true, named });

  it('is read by named people alone: not by those who oversee, nor by a colleague of their team', () => {
    expect(whoReads(world, one.record)).toEqual(expect.arrayContaining(['auditor', 'colleague', 'senior']));
    expect(whoReads(world, restricted)).toEqual(['guardian', 'manager', 'worker']);
    expect(reads(restricted, senior, world.at)).toEqual([]);
    expect(reads(restricted, world.people.guardian, world.at)).toEqual(['restricted']);
  });

  it('waits in the list of everybody who is named, so that what one of them misses another finds', () => {
    const principals = queueOf(topicOf('childCase'), restricted).map((line) => line.principal);
    expect(principals).toEqual([`named:${manager.userId}`, `named:${worker.userId}`]);
    const shutOut = told(restricted, { closed: true, named, without: [worker.userId] });
    expect(queueOf(topicOf('childCase'), shutOut).map((line) => line.principal)).toEqual([
      `named:${manager.userId}`,
    ]);
    const onlyManager = told(one.record, { closed: true, named: named.slice(0, 1) });
    expect(queueOf(topicOf('childCase'), onlyManager).map((line) => line.principal)).toEqual([
      `named:${manager.userId}`,
    ]);
  });

  it('sends no word of itself to a team or role', () => {
    const draft = new RecordDraft(topicOf('childCase'), restricted, aCommand(restricted), { next: 0 });
    for (const principal of ['role:senior', 'team:team-north:manager'])
      draft.apply({ do: 'send', kind: 'made-up', principal }, undefined as never);
    const sent = draft.outgoing();
    expect(sent.map((message) => message.principal)).toEqual([
      `named:${manager.userId}`,
      `named:${worker.userId}`,
    ]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  });

  it('opens again to all whom the rules name when the restriction is lifted', () => {
    expect(whoReads(world, told(restricted, {}))).toEqual(whoReads(world, one.record));
  });
});

describe('a member with a personal connection', () => {
  it('reads nothing of the item and the case, whatever roles he or she has; every other member reads on', () => {
    const one = aChildCase().listed();
    const { world } = one;
    const item = aSitting(world).withItem(one.id).itemOf(one.id);
    const { member } = world.people;
    const other: Actor = { ...member, userId: '00000000-0000-7000-8000-00000000000f' };
    for (const record of [item, one.record]) {
      expect(reads(record, member, world.at)).toContain('sheet');
      const hidden = told(record, { without: [member.userId] });
      expect(reads(hidden, { ...member, roles: ['member', 'coordinator', 'chair'] }, world.at)).toEqual([]);
      expect(reads(hidden, other, world.at)).toContain('sheet');
    }
  });

  it('has no line of it in a list, though the list is that of a role', () => {
    const one = aChildCase().listed();
    const { coordinator } = one.world.people;
    const lines = queueOf(topicOf('childCase'), told(one.record, { without: [coordinator.userId] }));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.without).toEqual([coordinator.userId]);
  });
});

describe('break-glass', () => {
  it('lets one person read for an hour, and not a minute longer', () => {
    const one = aChildCase().withWorker();
    const { stranger } = one.world.people;
    const { at } = one.world;
    const until = new Date(Date.parse(at) + 3_600_000).toISOString();
    const open = told(one.record, { named: [{ userId: stranger.userId, classes: whole, until }] });
    expect(reads(one.record, stranger, at)).toEqual([]);
    expect(reads(open, stranger, at)).toEqual([...whole].sort());
    expect(reads(open, stranger, until)).toEqual([]);
    expect(reads(open, one.world.people.otherManager, at)).toEqual([]);
  });

  it('takes the line away at the next change after the hour', () => {
    const one = aChildCase().withWorker();
    const userId = one.world.people.stranger.userId;
    const until = new Date(Date.parse(one.world.at) + 3_600_000).toISOString();
    const open = told(one.record, { named: [{ userId, classes: ['case'], until }] });
    one.world.pass(0, 2);
    const draft = new RecordDraft(topicOf('childCase'), open, aCommand(open, one.world.at), { next: 0 });
    expect(draft.change().readersRemoved).toEqual([{ principal: `named:${userId}`, class: 'case', until }]);
  });
});

describe('existence', () => {
  it('is closed: the rules of the topic give nobody anything, but the guardian the reasons of a case', () => {
    const one = aChildCase().referred();
    expect(whoReads(one.world, told(one.record, { closed: true }))).toEqual(['guardian']);
    const child = one.world.getRecord(one.standing.childId);
    expect(whoReads(one.world, told(child, { closed: true }))).toEqual([]);
  });

  it('is open: who may know of a record and no more reads no class of its content', () => {
    const one = aChildCase().withWorker();
    const { stranger } = one.world.people;
    const open = told(one.record, {
      named: [{ userId: stranger.userId, classes: ['existence'], until: null }],
    });
    expect(reads(open, stranger, one.world.at)).toEqual(['existence']);
  });
});

describe('a due clock', () => {
  const one = aChildCase().referred();
  const [running] = one.standing.clocks as [(typeof one.standing.clocks)[number]];
  const byClock = {
    command: 'decide-triage',
    roles: [],
    clock: 'triage-decision',
    words: 'the clock, when due',
  };
  const topic = { ...topicNamed('child-cases'), policy: [byClock] };
  const asks = (clock?: Actor['clock']): Actor => ({ ...dueClock, ...(clock ? { clock } : {}) });

  it('finds every record of a case by its own principal and reads no content of it', () => {
    for (const record of one.world.records.values()) {
      const lines = readersOf(topicOf(record.kind), record, one.world.at).filter((line) =>
        clockPrincipals.includes(line.principal),
      );
      expect(lines, record.kind).toHaveLength(1);
      if (lines[0]?.principal === 'clock') expect(lines[0].class).toBe('existence');
    }
  });

  it('gives the command that the policy opens to it, as long as it runs on the record', () => {
    expect(permissionMissing(topic, 'decide-triage', asks(running), one.record)).toEqual([]);
    const ended = { ...one.record, standing: { ...one.record.standing, clocks: [] } };
    expect(permissionMissing(topic, 'decide-triage', asks(running), ended)).toHaveLength(1);
    expect(
      permissionMissing(topic, 'decide-triage', asks({ ...running, id: 'another' }), one.record),
    ).toHaveLength(1);
    expect(permissionMissing(topic, 'decide-triage', asks(), one.record)).toHaveLength(1);
  });

  it('gives no command that the policy does not open to it, and no person gives one in its name', () => {
    expect(
      permissionMissing(topicNamed('child-cases'), 'decide-triage', asks(running), one.record),
    ).toHaveLength(1);
    const person: Actor = { ...one.world.people.triage, clock: running };
    expect(permissionMissing(topic, 'decide-triage', person, one.record)).toHaveLength(1);
  });
});

function aCommand(record: StoredRecord, at = record.at) {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    name: 'child-cases/record-view',
    record: { kind: record.kind, id: record.id },
    actor: dueClock,
    happened: at,
    at,
    payload: {},
  };
}
