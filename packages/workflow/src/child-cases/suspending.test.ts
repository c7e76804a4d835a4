import { describe, expect, it } from 'vitest';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aContact, aSuspension } from '../testing/payloads.js';
import { topicOf } from '../topics.js';

const released = { reason: 'released', words: 'Made-up words' };
const work = (one: ChildCaseBuilder) => one.state.split('/')[0];
const resumed = (one: ChildCaseBuilder) => work(one.give('resume', released, 'worker'));
const missing = (one: ChildCaseBuilder, over: object) =>
  one.world.give(
    'missing-episodes/record-episode',
    { childId: one.standing.childId, kind: 'missing', from: 'police', ...over },
    one.world.people.desk,
  );

describe('a suspended case', () => {
  it.each([
    ['assessing', aChildCase().withWorker()],
    ['planning', aChildCase().graded('medium')],
    ['monitoring', aChildCase().planned()],
  ] as const)('goes back to %s', (state, one) => {
    expect(work(one.suspended())).toBe('suspended');
    expect(resumed(one)).toBe(state);
    expect(one.standing.suspension).toBeNull();
    expect(one.clocks).not.toContain('suspension-check');
  });

  it('keeps contact, actions and clocks running, and is looked at again on the day given', () => {
    const one = aChildCase().planned();
    const before = one.clocks;
    one.suspended();
    expect(one.clocks).toEqual([...before, 'suspension-check'].sort());
    expect(one.due('suspension-check')).toMatch('2026-11-17');
    const due = one.due('contact');
    one.world.pass(2);
    expect(one.give('record-contact', aContact(), 'worker').due('contact')).not.toBe(due);
    one.withAction();
    expect(one.standing.actions.open).toBe(2);
  });

  it('moves on at resume where its grade was confirmed meanwhile', () => {
    expect(resumed(aChildCase().withWorker().suspended().graded('medium'))).toBe('planning');
    expect(resumed(aChildCase().withWorker().suspended().graded('none'))).toBe('monitoring');
    expect(resumed(aChildCase().graded('none').suspended().graded('low'))).toBe('planning');
  });

  it('comes back from a transfer to planning, too, where a grade confirmed meanwhile asks for a plan', () => {
    const one = aChildCase().graded('none').transferring().graded('low');
    const withdrawn = { answer: 'withdrawn', reason: 'The family came back' };
    expect(work(one.give('refuse-transfer', withdrawn, 'manager'))).toBe('planning');
  });

  it('is reassessed before the release', () => {
    const one = aChildCase().graded('low').suspended({ expected: '2026-11-30' });
    expect(one.due('reassessment')).toMatch('2026-11-29');
    expect(aChildCase().graded('high').suspended().due('reassessment')).toMatch('2026-12-01');
  });

  it('drops a proposal to close, and goes back behind it', () => {
    const one = aChildCase().planned().proposedToClose().suspended();
    expect(one.standing.closure).toBeNull();
    expect(one.whyNot('approve-closure', { reasons: 'x' }, 'manager')).toEqual(['wrongState']);
    expect(resumed(one)).toBe('monitoring');
  });

  it('ends its suspension where closing is proposed', () => {
    const one = aChildCase().planned().suspended().proposedToClose();
    expect(one.clocks).not.toContain('suspension-check');
    expect(work(one.give('refuse-closure', { reason: 'x' }, 'manager'))).toBe('monitoring');
  });

  it('is not suspended before triage, nor from suspended', () => {
    const { userId } = aChildCase().world.people.worker;
    expect(aChildCase().referred().whyNot('suspend', aSuspension(userId), 'senior')).toEqual(['wrongState']);
    const one = aChildCase().withWorker().suspended();
    expect(one.whyNot('suspend', aSuspension(one.world.people.worker.userId), 'manager')).toEqual([
      'wrongState',
    ]);
  });

  it('is read by whoever looks again, and moves to the next worker with the work', () => {
    const one = aChildCase().withWorker();
    const { manager, worker, colleague } = one.world.people;
    one.suspended({ ownerId: manager.userId });
    const readers = readersOf(topicOf('childCase'), one.record, one.world.at);
    expect(classesRead(readers, { ...manager, roles: [], teamId: null }, one.world.at)).toContain('case');
    const other = aChildCase().withWorker().suspended({ ownerId: worker.userId });
    other.give(
      'allocate-worker',
      { workerId: colleague.userId, reason: 'Leave', handover: 'x', introduction: 'x' },
      'manager',
    );
    expect(other.standing.suspension?.ownerId).toBe(colleague.userId);
    expect(other.standing.clocks.find(({ rule }) => rule === 'suspension-check')?.who).toBe(
      `user:${colleague.userId}`,
    );
  });
});

describe('suspending', () => {
  const faults = (over: object) => {
    const one = aChildCase().withWorker();
    const { userId } = one.world.people.worker;
    return one.whyNot('suspend', aSuspension(userId, over), 'manager');
  };

  it('is a manager’s', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('suspend', aSuspension(one.world.people.worker.userId), 'worker')).toEqual([
      'forbidden',
    ]);
  });

  it.each([
    ['a check more than four weeks ahead', { checkBy: '2026-12-02' }, '/checkBy tooLate'],
    ['a check that does not lie ahead', { checkBy: '2026-11-03' }, '/checkBy past'],
    ['a check after the release', { expected: '2026-11-10' }, '/checkBy afterRelease'],
    ['a release that has come', { expected: '2026-11-03' }, '/expected past'],
    ['neither a release nor why it is not known', { expected: undefined }, '/expected asked'],
    ['an owner outside the team', { ownerId: 'nobody' }, '/ownerId noOwner'],
  ])('is refused with %s', (_, over, fault) => {
    expect(faults(over)).toContain(fault);
  });

  it('takes why the release is not known yet', () => {
    expect(faults({ expected: undefined, whyUnknown: 'On remand' })).toEqual([]);
  });
});

describe('looking at a suspension again', () => {
  const check = { found: 'As before', checkBy: '2026-12-01' };

  it('answers the check and sets the next one', () => {
    const one = aChildCase().withWorker().suspended();
    one.world.pass(7);
    one.give('check-suspension', check, 'colleague');
    expect(one.due('suspension-check')).toMatch('2026-12-01');
    expect(one.world.history.at(-1)?.ended).toMatchObject([{ rule: 'suspension-check', how: 'met' }]);
  });

  it('is no way to change the release: then the case resumes at once', () => {
    const one = aChildCase().withWorker().suspended();
    expect(one.whyNot('check-suspension', { ...check, expected: '2027-01-04' }, 'worker')).toEqual([
      '/expected releaseChanged',
    ]);
    const unknown = aChildCase().withWorker().suspended({ expected: undefined, whyUnknown: 'On remand' });
    unknown.give('check-suspension', { ...check, expected: '2027-01-04' }, 'worker');
    expect(unknown.standing.suspension?.expected).toBe('2027-01-04');
  });
});

describe('a child of a suspended case who is recorded missing', () => {
  it('sets the case going again at once, whoever records it', () => {
    const one = aChildCase().planned().suspended();
    missing(one, { start: '2026-11-03' });
    expect(work(one)).toBe('monitoring');
    const told = one.world.written.get(one.id)?.find(({ kind }) => kind === 'resumption');
    expect(told?.body).toMatchObject({ reason: 'missing' });
  });

  it('before the suspension and long back leaves it suspended', () => {
    const one = aChildCase().planned().suspended();
    missing(one, { start: '2026-10-01', end: '2026-10-02' });
    expect(work(one)).toBe('suspended');
  });
});
