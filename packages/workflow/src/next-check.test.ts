import { describe, expect, it } from 'vitest';
import { type RemovalReason, recalledRemovals } from './strand-cases/codes.js';
import { aChildCase, type ChildCaseBuilder } from './testing/a-child-case.js';
import { aSitting } from './testing/a-sitting.js';
import { aLocationCase, aPersonCase } from './testing/a-strand-case.js';
import { beforePanel, leftList, watched } from './testing/left-list.js';
import { type aClosure, aListing } from './testing/payloads.js';
import { dueClock } from './testing/people.js';
import { whyNot } from './testing/why-not.js';

/** A case of medium risk that a sitting took off the list, with somebody who watches. */
function removed(): ChildCaseBuilder {
  const one = aChildCase().graded('medium').listed();
  const decided = { decision: 'remove', ...watched } as const;
  aSitting(one.world).withItem(one.id).inSession().deciding(one.id, decided).ended();
  return one;
}

/** A case that closed as no longer at risk, with somebody who watches. */
function closed(over: Partial<ReturnType<typeof aClosure>> = {}): ChildCaseBuilder {
  const one = aChildCase()
    .readyToClose()
    .proposedToClose({ ...watched, ...over });
  return one.give('approve-closure', { reasons: 'Agreed' }, 'manager');
}

const linesOf = (one: ChildCaseBuilder) =>
  (one.world.queue.get(one.id) ?? []).filter(({ step }) => step === 'next-check');
const found = { found: 'The school sees nothing new (made up)' };

describe('the next check that a removal or a closing fixes', () => {
  it('stands in the coordinator’s list on its day, where the panel took the case off its list', () => {
    const one = removed();
    expect(one.due('next-check')).toBe('2027-09-01T22:59:59.999Z');
    expect(linesOf(one)).toMatchObject([{ principal: 'role:coordinator', due: '2027-09-01T22:59:59.999Z' }]);
  });

  it('stands there as well where the panel stepped the case down and fixed a check besides the next review', () => {
    const one = aChildCase().graded('medium').listed();
    const decided = { decision: 'step-down', grade: 'low', ...watched } as const;
    aSitting(one.world).withItem(one.id).inSession().deciding(one.id, decided).ended();
    expect(one.state).toBe('planning/notListed');
    expect(linesOf(one)).toMatchObject([{ principal: 'role:coordinator', due: '2027-09-01T22:59:59.999Z' }]);
    one.give('record-next-check', found, 'manager');
    expect(linesOf(one)).toEqual([]);
    expect(one.due('panel-review')).toBeDefined();
  });

  it('stands in the list of the team’s manager, where the case closed', () => {
    const one = closed();
    expect(one.state).toBe('closed/notListed');
    expect(linesOf(one)).toMatchObject([
      { principal: 'team:team-north:manager', due: '2027-09-01T22:59:59.999Z' },
    ]);
  });

  it('is made by recording what was found, and another day may follow', () => {
    const one = closed();
    expect(one.whyNot('record-next-check', { ...found, nextCheck: '2026-11-01' }, 'manager')).toEqual([
      '/nextCheck future',
    ]);
    expect(one.whyNot('record-next-check', found, 'stranger')).toEqual(['forbidden']);
    one.give('record-next-check', { ...found, nextCheck: '2027-12-01' }, 'manager');
    expect(one.due('next-check')).toBe('2027-12-01T23:59:59.999Z');
    one.give('record-next-check', found, 'manager');
    expect(linesOf(one)).toEqual([]);
    expect(one.whyNot('record-next-check', found, 'manager')).toEqual(['checkOwed']);
  });

  it('is owed no more once the case is listed again, taken up again, or ends for good', () => {
    const listed = removed().give('list-for-panel', aListing(), 'manager');
    expect(listed.due('next-check')).toBeUndefined();
    const relisted = closed().give('relist', { reason: 'New signs (made up)' }, 'triage');
    expect(relisted.due('next-check')).toBeUndefined();
    const ended = removed().proposedToClose({ reason: 'deceased' });
    ended.give('approve-closure', { reasons: 'Agreed' }, 'manager');
    expect(ended.due('next-check')).toBeUndefined();
  });
});

describe('a check that was fixed long ago', () => {
  const put = (one: { id: string; world: ChildCaseBuilder['world'] }, topic = 'child-cases') =>
    whyNot(
      one.world.ask(`${topic}/await-next-check`, { nextCheck: '2028-09-01' }, dueClock, { record: one.id }),
    );

  it('is put by the system, and nobody else, into the list in which it would stand today', () => {
    const one = removed().give('record-next-check', found, 'manager');
    expect(one.whyNot('await-next-check', { nextCheck: '2028-09-01' }, 'manager')).toEqual(['forbidden']);
    expect(put(one)).toEqual([]);
    expect(linesOf(one)).toMatchObject([{ principal: 'role:coordinator', due: '2028-09-01T22:59:59.999Z' }]);
    expect(put(one)).toEqual(['checkAwaited']);
    const after = closed().give('record-next-check', found, 'manager');
    expect(put(after)).toEqual([]);
    expect(linesOf(after)).toMatchObject([{ principal: 'team:team-north:manager' }]);
  });

  it('is put into none where the record is not as it was then', () => {
    expect(put(aChildCase().graded('medium'))).toEqual(['notChecked']);
    expect(put(removed().give('list-for-panel', aListing(), 'manager'))).toEqual(['notChecked']);
    const ended = removed().proposedToClose({ reason: 'deceased' });
    expect(put(ended.give('approve-closure', { reasons: 'Agreed' }, 'manager'))).toEqual(['notChecked']);
    expect(put(leftList(aPersonCase, 'deceased', {}), 'person-cases')).toEqual(['notChecked']);
  });
});

describe('the next check after a person or a place left the panel’s list', () => {
  const strands = [
    ['a person', aPersonCase],
    ['a place', aLocationCase],
  ] as const;

  it.each(strands)('of %s stands in the coordinator’s list, who reads it until it is made', (_, make) => {
    const one = leftList(make);
    const { world, id } = one;
    const reads = () =>
      (world.readers.get(id) ?? []).some(
        ({ principal, until }) => principal === 'role:coordinator' && until === null,
      );
    expect(one.state).toBe('closed/notListed');
    expect(world.queue.get(id)).toMatchObject([{ principal: 'role:coordinator', step: 'next-check' }]);
    expect(reads()).toBe(true);
    one.give('record-next-check', found, 'coordinator');
    expect([world.queue.get(id), reads()]).toEqual([[], false]);
    expect(one.whyNot('record-next-check', found, 'coordinator')).toEqual(['checkOwed']);
  });

  it.each(strands)('of %s is owed no more once it is taken up again', (_, make) => {
    const one = leftList(make).give('relist', { reason: 'New signs (made up)' });
    expect(one.due('next-check')).toBeUndefined();
  });

  it.each([
    ['a person who has died', aPersonCase, 'deceased'],
    ['a place that is no more', aLocationCase, 'ceased'],
  ] as const)(
    'is not made of %s: nobody is asked who watches, and nobody may be named',
    (_, make, reason) => {
      expect(leftList(make, reason, {}).due('next-check')).toBeUndefined();
      const { one, ask } = beforePanel(make);
      expect(ask({ removalReason: reason, ...watched })).toEqual(['/watcher unwatched']);
      expect(ask({ removalReason: reason, nextCheck: watched.nextCheck })).toEqual(['/nextCheck unwatched']);
      expect(one.state).toBe('active/beforePanel');
    },
  );

  it.each(strands)(
    'is not made of %s who or which never was of concern: that is found by officers',
    (_, make) => {
      const { ask } = beforePanel(make);
      for (const removalReason of recalledRemovals as RemovalReason[])
        expect(ask({ removalReason })).toEqual(['/removalReason officers']);
      const gone = make().active().removed({ reason: 'mistaken' });
      expect([gone.state, gone.due('next-check')]).toEqual(['closed/notListed', undefined]);
    },
  );

  it.each(strands)('of %s is asked for where the listing ends for another reason', (_, make) => {
    const { ask } = beforePanel(make);
    expect(ask({ removalReason: 'no-longer-necessary' })).toEqual(['/watcher asked', '/nextCheck asked']);
  });
});
