import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Actor, ContentClass } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { BreakGlassStanding } from './standing.js';

function aCase() {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { reference, childId } = one.record.standing as ChildCaseStanding;
  const payload = { reference, reason: 'A made-up child is at the door', caseId: one.id, childId };
  const ask = (who: PersonName, over: object = {}) =>
    world.ask('break-glass/open-record', { ...payload, ...over }, world.people[who]);
  const nothing = (who: PersonName) =>
    world.ask('break-glass/open-record', { reference: 'MASE-0', reason: payload.reason }, world.people[who]);
  const reads = (who: Actor, id = one.id): ContentClass[] => {
    const record = world.getRecord(id);
    return classesRead(readersOf(topicOf(record.kind), record, world.at), who, world.at);
  };
  const glass = () => world.all('breakGlass').at(-1) as { id: string; standing: BreakGlassStanding };
  return { one, world, ask, nothing, reads, glass, childId };
}

describe('breaking the glass', () => {
  it('opens the case and who the child is for an hour, to one person, and not a minute longer', () => {
    const { world, ask, reads, childId } = aCase();
    const { stranger, otherManager } = world.people;
    expect(reads(stranger)).toEqual([]);
    expect(whyNot(ask('stranger'))).toEqual([]);
    expect(reads(stranger)).toEqual(['case', 'receipt', 'safety', 'sheet']);
    expect(reads(stranger, childId)).toContain('case');
    expect(reads(otherManager)).toEqual([]);
    world.at = new Date(Date.parse(world.at) + 3_599_000).toISOString();
    expect(reads(stranger)).not.toEqual([]);
    world.at = new Date(Date.parse(world.at) + 1000).toISOString();
    expect(reads(stranger)).toEqual([]);
    expect(reads(stranger, childId)).toEqual([]);
  });

  it('tells the Caldicott guardian, information governance and the case’s manager in the same change', () => {
    const { ask } = aCase();
    const { decision } = ask('stranger');
    expect(decision).toMatchObject({
      changes: {
        outgoing: ['role:caldicott-guardian', 'role:information-governance', 'team:team-north:manager'].map(
          (principal) => ({ kind: 'glass-broken', principal }),
        ),
      },
    });
  });

  it('tells of a restricted case no team, but whoever keeps it by name', () => {
    const { one, world, ask, glass } = aCase();
    const { manager } = world.people;
    const named = [{ userId: manager.userId, classes: ['case' as const], until: null }];
    const closed = { ...one.record, standing: { ...one.record.standing, access: { closed: true, named } } };
    world.records.set(one.id, closed);
    world.readers.set(one.id, readersOf(topicOf('childCase'), closed, world.at));
    const { decision } = ask('stranger');
    expect(JSON.stringify(decision)).not.toContain('"principal":"team:team-north:manager"');
    expect(decision).toMatchObject({
      changes: {
        outgoing: [{ principal: 'role:caldicott-guardian' }, { principal: `named:${manager.userId}` }],
      },
    });
    const queue = world.queue.get(glass().id);
    expect(queue).toMatchObject([{ principal: 'role:caldicott-guardian', step: 'break-glass-review' }]);
    expect(world.getRecord(one.id).standing.access?.closed).toBe(true);
  });

  it('is about the case, and is closed with it to all but the guardian and those named; who asked keeps the own words', () => {
    const { one, world, ask, reads, glass } = aCase();
    const { stranger, guardian, governance, auditor, manager, worker } = world.people;
    const readers = () =>
      [stranger, guardian, governance, auditor, manager, worker].map((who) => reads(who, glass().id).join());
    ask('stranger');
    expect(world.getRecord(glass().id).subjectId).toBe(one.id);
    expect(readers()).toEqual(['receipt', 'case', 'case', 'case', 'case', '']);
    one.give('restrict', { reason: 'A made-up risk', readers: [worker.userId] }, 'manager');
    const named = 'case,caution,disruption,receipt,restricted,safety,sheet';
    expect(readers()).toEqual(['receipt', 'case', '', '', named, named]);
    one.give('lift-restriction', { reason: 'It has passed' }, 'manager');
    expect(readers()).toEqual(['receipt', 'case', 'case', 'case', 'case', '']);
    one.give('declare-connection', { userId: manager.userId, reason: 'A made-up aunt' }, 'senior');
    expect(readers()).toEqual(['receipt', 'case', 'case', 'case', '', '']);
  });

  it('waits for review within two working days, by another than whoever did it', () => {
    const { world, ask, glass } = aCase();
    ask('stranger');
    const { id, standing } = glass();
    expect(standing.clocks).toMatchObject([{ rule: 'break-glass-review', due: '2026-11-05T23:59:59.999Z' }]);
    expect(world.queue.get(id)).toMatchObject([{ principal: 'role:caldicott-guardian' }]);
    const review = (who: Actor) =>
      whyNot(
        world.ask('break-glass/decide-review', { finding: 'justified', words: 'Seen' }, who, { record: id }),
      );
    expect(review(world.people.manager)).toEqual(['forbidden']);
    expect(review({ ...world.people.stranger, roles: ['caldicott-guardian'] })).toEqual(['samePerson']);
    expect(review(world.people.guardian)).toEqual([]);
    expect(review(world.people.governance)).toEqual(['wrongState']);
    expect(glass().standing).toMatchObject({ clocks: [], review: { finding: 'justified' } });
  });

  it('ends early when whoever did it has seen enough, or a reviewer says so', () => {
    for (const who of ['stranger', 'guardian'] as const) {
      const { world, ask, reads, glass, one, childId } = aCase();
      ask('stranger');
      const close = () =>
        whyNot(
          world.ask('break-glass/close-record', { caseId: one.id, childId }, world.people[who], {
            record: glass().id,
          }),
        );
      expect(close(), who).toEqual([]);
      expect(reads(world.people.stranger)).toEqual([]);
      expect(reads(world.people.stranger, childId)).toEqual([]);
      expect(close(), who).toEqual(['overAlready']);
    }
  });

  it('is not for administrators, nor for those who oversee, watch or refer', () => {
    for (const who of ['admin', 'auditor', 'guardian', 'governance', 'referrer'] as const)
      expect(whyNot(aCase().ask(who)), who).toEqual(['forbidden']);
  });

  it('is not done by whoever may open the record anyhow', () => {
    expect(whyNot(aCase().ask('worker'))).toEqual(['/reference readsAlready']);
  });

  it('leaves those who were shut out where they are, and raising danger stays open to them', () => {
    const { world, nothing, reads, one } = aCase();
    const { stranger } = world.people;
    world.records.set(one.id, {
      ...one.record,
      standing: { ...one.record.standing, access: { without: [stranger.userId] } },
    });
    expect(whyNot(nothing('stranger'))).toEqual([]);
    expect(reads(stranger)).toEqual([]);
    const referral = { seenOrSaid: 'Made up', immediateDanger: true, child: { description: 'A girl' } };
    expect(whyNot(world.ask('child-cases/record-referral', referral, stranger))).toEqual([]);
  });

  it('for a reference that means nothing opens nothing, is told to information governance, and is counted', () => {
    const { world, nothing, glass } = aCase();
    const { decision } = nothing('stranger');
    expect(decision).toMatchObject({
      changes: { outgoing: [{ kind: 'glass-tried', principal: 'role:information-governance' }] },
    });
    for (let tries = 1; tries < 5; tries += 1) expect(whyNot(nothing('stranger'))).toEqual([]);
    expect(glass().standing).toMatchObject({ caseId: null, triesBefore: 4, timesBefore: 0 });
    expect(whyNot(nothing('stranger'))).toEqual(['tooManyTries']);
    expect(whyNot(aCase().ask('stranger'))).toEqual([]);
    expect(whyNot(nothing('colleague'))).toEqual([]);
    world.pass(1);
    expect(whyNot(nothing('stranger'))).toEqual([]);
  });

  it('says how often the same person did it in the year before', () => {
    const { world, ask, glass } = aCase();
    ask('stranger');
    world.pass(2);
    ask('stranger');
    expect(glass().standing).toMatchObject({ timesBefore: 1 });
    world.pass(366);
    ask('stranger');
    expect(glass().standing).toMatchObject({ timesBefore: 0 });
  });

  it('leaves no line behind once the hour is over: the next change of the case takes it away', () => {
    const { world, ask, one } = aCase();
    ask('stranger');
    world.pass(0, 2);
    world.give('child-cases/raise-immediate-danger', { what: 'Made up' }, world.people.worker, {
      record: one.id,
    });
    const named = `named:${world.people.stranger.userId}`;
    expect(world.readers.get(one.id)?.some(({ principal }) => principal === named)).toBe(false);
  });
});
