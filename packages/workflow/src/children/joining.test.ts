import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { MissingEpisodeStanding } from '../missing-episodes/standing.js';
import type { Actor, StoredRecord } from '../model.js';
import { aReferral } from '../testing/payloads.js';
import { aWorld, type Partnership } from '../testing/people.js';
import type { ChildStanding } from './standing.js';

type Child = StoredRecord<ChildStanding>;

const childOf = (world: Partnership, id: string) => world.getRecord<Child>(id);
const caseOf = (world: Partnership, id: string) => world.getRecord<StoredRecord<ChildCaseStanding>>(id);

/** Why a command is not accepted: codes of what is missing and of faults. */
function whyNot(world: Partnership, verb: string, record: string, payload: object, actor: Actor): string[] {
  const { decision } = world.ask(`children/${verb}`, payload, actor, { record });
  if ('changes' in decision) return [];
  const { missing, faults } = decision.refusal;
  return [...missing, ...faults].map(({ code }) => code);
}

/** Two records on the books of one child: each with a case, one with an absence that both were told of. */
function twoRecords() {
  const world = aWorld();
  const { referrer, coordinator } = world.people;
  const refer = (firstName: string, lastName: string) => {
    const child = { firstName, lastName, birthDate: '2012-05-06' };
    const caseId = world.give('child-cases/record-referral', aReferral({ child }), referrer).id;
    return { caseId, childId: caseOf(world, caseId).standing.childId };
  };
  const kept = refer('Alexandra', 'Testford');
  const other = refer('Alex', 'Tesford');
  const absence = (childId: string, start: string, end: string) =>
    world.give(
      'missing-episodes/record-episode',
      { childId, kind: 'missing', start, end, from: 'return' },
      coordinator,
    ).id;
  absence(kept.childId, '2026-09-01', '2026-09-03');
  const told = absence(other.childId, '2026-09-02', '2026-09-03');
  const later = absence(other.childId, '2026-10-01', '2026-10-02');
  const give = (verb: string, payload: object, actor: Actor, record = kept.childId) =>
    world.give(`children/${verb}`, payload, actor, { record });
  const merged = () => {
    give('merge-children', { childId: other.childId, reasons: 'One birth date, one school' }, coordinator);
    give('decide-merge', { decision: 'approve', childId: other.childId }, world.people.triage);
  };
  return { world, kept, other, told, later, give, merged };
}

describe('two records of one child', () => {
  it('are joined by the coordinator and a second person, who is somebody else', () => {
    const { world, kept, other, give } = twoRecords();
    const { coordinator, triage, worker } = world.people;
    const proposal = { childId: other.childId, reasons: 'One birth date' };
    expect(whyNot(world, 'merge-children', kept.childId, proposal, worker)).toEqual(['notPermitted']);
    give('merge-children', proposal, coordinator);
    const approve = { decision: 'approve', childId: other.childId };
    expect(whyNot(world, 'decide-merge', kept.childId, approve, coordinator)).toEqual(['secondPerson']);
    expect(
      whyNot(world, 'decide-merge', kept.childId, { ...approve, childId: kept.childId }, triage),
    ).toEqual(['otherChild']);
    give('decide-merge', approve, triage);
    expect(childOf(world, other.childId).state).toBe('merged');
    expect(childOf(world, kept.childId).standing.clocks).toEqual([]);
  });

  it('are not joined where one record could not keep all the cases, or all who hold them, of both', () => {
    const { world, kept, other } = twoRecords();
    const proposal = { childId: other.childId, reasons: 'One birth date' };
    const why = () => whyNot(world, 'merge-children', kept.childId, proposal, world.people.coordinator);
    const give = (patch: Partial<ChildStanding>) => {
      const record = childOf(world, other.childId);
      world.records.set(record.id, { ...record, standing: { ...record.standing, ...patch } } as never);
    };
    const cases = Array.from({ length: 16 }, () => world.nextId());
    give({ cases });
    expect(why()).toEqual(['tooManyCases']);
    const held = cases.slice(0, 7).map((caseId) => ({ caseId, team: 'north', workerId: null }));
    give({ cases: cases.slice(0, 7), holders: held });
    expect(why()).toEqual(['tooManyHolders']);
    give({ cases: cases.slice(0, 6), holders: held.slice(0, 6) });
    expect(why()).toEqual([]);
  });

  it('are one child afterwards: the cases and absences of both hang under one, each absence once', () => {
    const { world, kept, other, told, later, merged } = twoRecords();
    merged();
    expect(caseOf(world, other.caseId).standing).toMatchObject({
      childId: kept.childId,
      name: 'Alexandra Testford',
    });
    expect(caseOf(world, other.caseId).parentId).toBe(kept.childId);
    for (const id of [told, later]) {
      const episode = world.getRecord<StoredRecord<MissingEpisodeStanding>>(id);
      expect([episode.parentId, episode.standing.childName]).toEqual([kept.childId, 'Alexandra Testford']);
    }
    const { episodes, cases } = childOf(world, kept.childId).standing;
    expect(episodes.map(({ start }) => start)).toEqual(['2026-09-01', '2026-10-01']);
    expect(cases).toEqual([kept.caseId, other.caseId]);
  });

  it('are found by the names of both, under the one that stands for the child', () => {
    const { world, kept, other, merged } = twoRecords();
    merged();
    const terms = (id: string, which: 'terms' | 'termsGone') =>
      world.history.filter((one) => one.id === id).flatMap((one) => one[which].map(({ term }) => term));
    expect(terms(kept.childId, 'terms')).toContain('Alex Tesford');
    expect(terms(other.childId, 'termsGone')).toContain('Alex Tesford');
  });

  it('are taken apart again by two people, and each has what it had; what came since stays', () => {
    const { world, kept, other, told, merged, give } = twoRecords();
    const { coordinator, senior } = world.people;
    const before = childOf(world, kept.childId).standing;
    const otherBefore = childOf(world, other.childId).standing;
    merged();
    world.give(
      'missing-episodes/record-episode',
      { childId: kept.childId, kind: 'missing', start: '2026-10-20', end: '2026-10-21', from: 'return' },
      coordinator,
    );
    give('unmerge-children', { childId: other.childId, reasons: 'Two cousins' }, coordinator);
    give('decide-merge', { decision: 'approve', childId: other.childId }, senior);
    const after = childOf(world, kept.childId).standing;
    expect(after.cases).toEqual(before.cases);
    expect(after.episodes.map(({ start }) => start)).toEqual(['2026-09-01', '2026-10-20']);
    const parted = childOf(world, other.childId);
    expect(parted.state).toBe('onBooks');
    expect(parted.standing.episodes).toEqual(otherBefore.episodes);
    expect(caseOf(world, other.caseId)).toMatchObject({
      parentId: other.childId,
      standing: { childId: other.childId, name: 'Alex Tesford' },
    });
    expect(world.getRecord(told).parentId).toBe(other.childId);
  });

  it('stay two where the second person says so, with the reason', () => {
    const { world, kept, other, give } = twoRecords();
    give('merge-children', { childId: other.childId, reasons: 'One name' }, world.people.coordinator);
    const refuse = { decision: 'refuse', childId: other.childId };
    expect(whyNot(world, 'decide-merge', kept.childId, refuse, world.people.triage)).toEqual(['asked']);
    give('decide-merge', { ...refuse, reasons: 'Born in other years' }, world.people.triage);
    expect(childOf(world, kept.childId)).toMatchObject({ state: 'onBooks', standing: { joining: null } });
    expect(childOf(world, other.childId).state).toBe('onBooks');
  });

  it('take no new referral or absence under the one that was joined: the words say where it goes', () => {
    const { world, other, merged } = twoRecords();
    merged();
    const { referrer, coordinator } = world.people;
    const ask = (name: string, payload: object, actor: Actor) => {
      const { decision } = world.ask(name, payload, actor);
      return 'refusal' in decision ? decision.refusal.faults.map(({ code }) => code) : [];
    };
    const { child: _child, ...named } = aReferral({ childId: other.childId });
    expect(ask('child-cases/record-referral', named, referrer)).toEqual(['merged']);
    const absence = { childId: other.childId, kind: 'missing', start: '2026-11-01', from: 'return' };
    expect(ask('missing-episodes/record-episode', absence, coordinator)).toEqual(['merged']);
  });

  it('are not joined where one of them is restricted, nor with a record that was joined before', () => {
    const { world, kept, other, merged } = twoRecords();
    const { coordinator } = world.people;
    merged();
    const third = world.give(
      'children/record-child',
      { firstName: 'Alexa', birthDate: '2012-05-06', from: 'return' },
      coordinator,
    ).id;
    const proposal = (childId: string) => ({ childId, reasons: 'One birth date' });
    expect(whyNot(world, 'merge-children', third, proposal(other.childId), coordinator)).toEqual([
      'joinedBefore',
    ]);
    expect(whyNot(world, 'merge-children', third, proposal(kept.childId), coordinator)).toEqual([
      'hasJoined',
    ]);
    expect(whyNot(world, 'merge-children', third, proposal(third), coordinator)).toEqual(['sameChild']);
  });
});

describe('a child whom nobody could name', () => {
  const unnamed = () => {
    const world = aWorld();
    const child = { description: 'A girl of about fourteen at the hotel' };
    const caseId = world.give('child-cases/record-referral', aReferral({ child }), world.people.referrer).id;
    const { childId } = caseOf(world, caseId).standing;
    const give = (verb: string, payload: object) =>
      world.give(`children/${verb}`, payload, world.people.triage, { record: childId });
    return { world, caseId, childId, give };
  };

  it('is named once it is learned who he or she is, in every case, and it can be taken back', () => {
    const { world, caseId, childId, give } = unnamed();
    expect(caseOf(world, caseId).standing.name).toBe('Child not yet identified');
    give('identify', { as: 'named', how: 'The hotel’s night porter', child: { firstName: 'Robin' } });
    expect(caseOf(world, caseId).standing.name).toBe('Robin');
    expect(childOf(world, childId).standing).toMatchObject({ name: 'Robin', identified: true });
    expect(
      whyNot(
        world,
        'identify',
        childId,
        { as: 'named', how: 'x', child: { firstName: 'Kim' } },
        world.people.triage,
      ),
    ).toEqual(['identified']);
    give('withdraw-identification', { reason: 'It was her sister' });
    expect(caseOf(world, caseId).standing.name).toBe('Child not yet identified');
    expect(childOf(world, childId).standing.identified).toBe(false);
  });

  it('who is on the books already goes under that record, and can be taken apart from it again', () => {
    const { world, caseId, childId, give } = unnamed();
    const { coordinator, triage } = world.people;
    const known = world.give(
      'children/record-child',
      { firstName: 'Alex', birthDate: '2012-05-06', from: 'return' },
      coordinator,
    ).id;
    expect(whyNot(world, 'identify', childId, { as: 'known', how: 'x' }, triage)).toEqual(['asked']);
    give('identify', { as: 'known', how: 'A photograph', childId: known });
    expect(childOf(world, childId).state).toBe('merged');
    expect(caseOf(world, caseId)).toMatchObject({
      parentId: known,
      standing: { name: 'Alex', childId: known },
    });
    const part = { childId, reasons: 'Another girl' };
    world.give('children/unmerge-children', part, coordinator, { record: known });
    world.give('children/decide-merge', { decision: 'approve', childId }, triage, { record: known });
    expect(caseOf(world, caseId)).toMatchObject({
      parentId: childId,
      standing: { name: 'Child not yet identified' },
    });
    give('identify', { as: 'named', how: 'Her own words', child: { chosenName: 'Ash' } });
    expect(caseOf(world, caseId).standing.name).toBe('Ash');
  });

  it('is asked for a name; a description alone names nobody', () => {
    const { world, childId } = unnamed();
    const payload = { as: 'named', how: 'x', child: { description: 'A tall girl' } };
    expect(whyNot(world, 'identify', childId, payload, world.people.triage)).toEqual(['asked']);
  });
});
