import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { ChildStanding } from './standing.js';

/** A child whose case a worker of the north team holds, and another child. */
function aChild(one = aChildCase().withWorker()) {
  const { world } = one;
  const record = one.standing.childId;
  const ask = (verb: string, payload: object, who: PersonName = 'worker', id = record) =>
    whyNot(world.ask(`children/${verb}`, payload, world.people[who], { record: id }));
  const now = (id = record) => world.getRecord<StoredRecord<ChildStanding>>(id);
  const rowId = (kind: string) => (world.written.get(record) ?? []).find((row) => row.kind === kind)?.id;
  const withdrawing = (kind: string) => ({ rowId: rowId(kind), reason: 'Two files were open' });
  const deciding = (id: string | undefined, finding = 'breach') => ({
    ...{ rowId: id, finding, reported: 'no', reasons: 'Made up' },
  });
  const found = () => [
    ...new Set(
      world.history.reduce<string[]>((terms, { id, ...step }) => {
        if (id !== record) return terms;
        const gone = step.termsGone.map(({ term }) => term);
        return [...terms.filter((term) => !gone.includes(term)), ...step.terms.map(({ term }) => term)];
      }, []),
    ),
  ];
  const reads = (who: PersonName, id = record) =>
    classesRead(readersOf(topicOf('child'), now(id), world.at), world.people[who], world.at);
  const other = () =>
    world.give(
      'children/record-child',
      { firstName: 'Sam', lastName: 'Other', birthDate: '2011-01-02', from: 'return' },
      world.people.triage,
    ).id;
  return { one, world, record, ask, now, rowId, withdrawing, deciding, found, reads, other };
}

describe('an entry on the wrong child’s own record', () => {
  it('about me goes with the chosen name that it gave, and comes back where it was right', () => {
    const { ask, now, withdrawing, deciding, found, world, record } = aChild();
    expect(ask('record-about-me', { chosenName: 'Birdie' })).toEqual([]);
    const wrong = withdrawing('about-me');
    expect(ask('withdraw-entry', wrong, 'stranger')).toEqual(['forbidden']);
    expect(ask('withdraw-entry', wrong)).toEqual([]);
    expect(now().standing.chosenName).not.toBe('Birdie');
    expect(found()).not.toContain('Birdie');
    const row = (world.written.get(record) ?? []).find(({ kind }) => kind === 'entry-withdrawn');
    expect(row?.replaces).toBe(wrong.rowId);
    const [clock] = now().standing.clocks;
    expect(clock).toMatchObject({ rule: 'breach-decision', who: 'role:information-governance' });
    expect(Date.parse(clock?.due as string) - Date.parse(clock?.start as string)).toBe(72 * 3_600_000);
    expect(ask('withdraw-entry', wrong)).toEqual(['/rowId alreadyCorrected']);
    expect(ask('record-breach-decision', deciding(wrong.rowId), 'manager')).toEqual(['forbidden']);
    const right = deciding(wrong.rowId, 'no-breach-restore');
    expect(ask('record-breach-decision', right, 'governance')).toEqual([]);
    expect(now().standing).toMatchObject({ chosenName: 'Birdie', clocks: [], withdrawn: [] });
    expect(found()).toContain('Birdie');
  });

  it('a carer is withdrawn by who wrote it or a manager, and by nobody else who works with the child', () => {
    const { ask, withdrawing, now, deciding } = aChild();
    const carer = {
      name: 'Made-up',
      relation: 'Father',
      asParent: 'yes',
      livesWith: 'no',
      mayContact: 'yes',
    };
    expect(ask('record-carer', carer, 'manager')).toEqual([]);
    expect(now().standing.parents).toHaveLength(1);
    expect(ask('withdraw-entry', withdrawing('carer'))).toEqual(['/rowId notAuthor']);
    const wrong = withdrawing('carer');
    expect(ask('withdraw-entry', wrong, 'manager')).toEqual([]);
    expect(now().standing.parents).toEqual([]);
    const right = deciding(wrong.rowId, 'no-breach-restore');
    expect(ask('record-breach-decision', right, 'governance')).toEqual([]);
    expect(now().standing.parents).toHaveLength(1);
  });

  it('a status goes back to what was said before', () => {
    const { ask, now, withdrawing } = aChild();
    const line = (since: string) => ({ status: 'looked-after', since });
    expect(ask('record-status-line', line('2026-01-05'))).toEqual([]);
    expect(ask('record-status-line', line('2026-06-05'))).toEqual([]);
    expect(ask('withdraw-entry', withdrawing('status-line'))).toEqual([]);
    expect(now().standing.lines?.['looked-after']?.since).toBe('2026-01-05');
    const placed = (placement: string, since: string) => ({ legalStatus: 'C2', placement, since });
    expect(ask('record-status', placed('U1', '2026-01-05'), 'triage')).toEqual([]);
    expect(ask('record-status', placed('K2', '2026-06-05'), 'triage')).toEqual([]);
    expect(ask('withdraw-entry', withdrawing('status'), 'manager')).toEqual([]);
    expect(now().standing.status).toMatchObject({ placement: 'U1', since: '2026-01-05' });
  });

  it('an identity is a manager’s to withdraw: nobody knows then who the child is, in the case as well', () => {
    const { one, ask, now, withdrawing, found, deciding } = aChild();
    const { name } = now().standing;
    const wrong = withdrawing('identity');
    expect(ask('withdraw-entry', wrong)).toEqual(['/rowId managersOwn']);
    expect(ask('withdraw-entry', wrong, 'manager')).toEqual([]);
    expect(now().standing).toMatchObject({ identified: false, birthDate: null });
    expect(one.standing.name).toBe(now().standing.name);
    expect(found()).not.toContain(name);
    const right = deciding(wrong.rowId, 'no-breach-restore');
    expect(ask('record-breach-decision', right, 'governance')).toEqual([]);
    expect([now().standing.name, one.standing.name]).toEqual([name, name]);
  });
});

describe('a case on the wrong child', () => {
  it('goes to the right child with all that hangs on it, and the 72 hours of a breach begin', () => {
    const { one, world, record, ask, now, other, reads } = aChild(aChildCase().withWorker());
    const right = other();
    const move = { caseId: one.id, childId: right, reason: 'Two sisters' };
    expect(ask('move-case', move, 'worker')).toEqual(['forbidden']);
    expect(ask('move-case', { ...move, childId: record }, 'triage')).toEqual(['/childId sameChild']);
    expect(ask('move-case', { ...move, caseId: right }, 'triage')).toEqual(['/caseId noCase']);
    expect(reads('worker')).not.toEqual([]);
    expect(ask('move-case', move, 'triage')).toEqual([]);
    const moved = world.getRecord<StoredRecord<ChildCaseStanding>>(one.id);
    expect(moved.parentId).toBe(right);
    expect(moved.standing).toMatchObject({ childId: right, name: 'Sam Other' });
    expect(moved.standing).not.toHaveProperty('joinedFrom', record);
    expect(now(right).standing).toMatchObject({ cases: [one.id], holders: [{ caseId: one.id }] });
    expect(now().standing).toMatchObject({ cases: [], holders: [] });
    expect([reads('worker'), reads('worker', right)]).toEqual([[], ['case']]);
    expect(now().standing.clocks).toMatchObject([{ rule: 'breach-decision' }]);
  });

  it('names no case of the wrong child afterwards, and is no re-referral of that child', () => {
    const { one, world, ask, other } = aChild(aChildCase().closed());
    const again = aChildCase(world).referred({ childId: one.standing.childId }).assessing();
    expect(again.standing.reReferral).toMatchObject({ caseId: one.id });
    expect(ask('move-case', { caseId: again.id, childId: other(), reason: 'Two sisters' }, 'triage')).toEqual(
      [],
    );
    expect(again.standing).toMatchObject({ linked: [], reReferral: null });
  });

  it('is forgotten by the wrong child’s other cases, and counted with those of the right child', () => {
    const { one, world, ask, now, other } = aChild(aChildCase().closed());
    const wrong = one.standing.childId;
    const right = other();
    const theirs = aChildCase(world).referred({ childId: right }).withWorker();
    const later = aChildCase(world).referred({ childId: wrong }).withWorker();
    expect(later.standing).toMatchObject({ linked: [one.id], reReferral: { caseId: one.id }, workers: 2 });
    expect(now(wrong).standing.workers).toBe(2);
    expect(ask('move-case', { caseId: one.id, childId: right, reason: 'Two sisters' }, 'triage')).toEqual([]);
    expect(later.standing).toMatchObject({ linked: [], reReferral: null, workers: 1 });
    expect(now(wrong).standing.workers).toBe(1);
    expect(now(right).standing.workers).toBe(2);
    expect(one.standing).toMatchObject({ linked: [], workers: 2 });
    expect(theirs.standing).toMatchObject({ linked: [one.id], reReferral: { caseId: one.id }, workers: 2 });
  });

  it('leaves no grade behind it: a drop of two grades is seen from the cases that the child truly has', () => {
    const { one, world, ask, other } = aChild(aChildCase().gradedHigh());
    const right = other();
    const low = (childId: string) => {
      const next = aChildCase(world).referred({ childId }).assessed('low');
      const { assessmentId } = next.standing;
      return () => next.whyNot('confirm-grade', { assessmentId, grade: 'low', noHarmReason: 'x' }, 'manager');
    };
    const [ofWrong, ofRight] = [low(one.standing.childId), low(right)];
    expect(ask('move-case', { caseId: one.id, childId: right, reason: 'Two sisters' }, 'triage')).toEqual([]);
    expect(ofRight()).toEqual(['secondSignature']);
    expect(ofWrong()).toEqual([]);
  });

  it('does not go to a child whose record keeps no more cases: none is lost sight of', () => {
    const { one, world, ask, other } = aChild();
    const right = other();
    const child = world.getRecord<StoredRecord<ChildStanding>>(right);
    const cases = Array.from({ length: 16 }, (_, index) => `case-${index}`);
    world.records.set(right, { ...child, standing: { ...child.standing, cases } });
    const move = { caseId: one.id, childId: right, reason: 'Two sisters' };
    expect(ask('move-case', move, 'triage')).toEqual(['/childId tooManyCases']);
  });

  it('is found to have been right by moving it back first', () => {
    const { one, record, ask, now, other, deciding } = aChild();
    const right = other();
    const moving = (childId: string) => ({ caseId: one.id, childId, reason: 'Two sisters' });
    expect(ask('move-case', moving(right), 'triage')).toEqual([]);
    const restoring = deciding(one.id, 'no-breach-restore');
    expect(ask('record-breach-decision', restoring, 'governance')).toEqual(['/finding moveBack']);
    expect(ask('move-case', moving(record), 'triage', right)).toEqual([]);
    expect(ask('record-breach-decision', restoring, 'governance')).toEqual([]);
    expect(now().standing).toMatchObject({ cases: [one.id], clocks: [] });
  });

  it('that is restricted is moved by nobody who is not named', () => {
    const { one, ask, other, world } = aChild();
    one.give('restrict', { reason: 'Made up', readers: [world.people.worker.userId] }, 'manager');
    const move = { caseId: one.id, childId: other(), reason: 'Two sisters' };
    expect(ask('move-case', move, 'triage')).not.toEqual([]);
  });
});
