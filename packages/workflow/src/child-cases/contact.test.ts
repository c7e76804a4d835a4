import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aContact, aFeedback } from '../testing/payloads.js';

const met = (one: ChildCaseBuilder, over = {}) => one.give('record-contact', aContact(over), 'worker');

describe('contact with the child', () => {
  it.each([
    ['high', '2026-11-10'],
    ['medium', '2026-11-17'],
    ['low', '2026-12-01'],
  ] as const)('is due by the grade, and again after each contact: %s', (grade, due) => {
    const one = aChildCase().graded(grade);
    expect(one.due('contact')).toMatch(due);
    one.world.pass(2);
    const first = one.due('contact') as string;
    expect((met(one).due('contact') as string) > first).toBe(true);
    expect(one.standing.contacts).toMatchObject({ met: 1, attempts: 0 });
  });

  it('is not asked where there is no risk', () => {
    expect(aChildCase().graded('none').clocks).not.toContain('contact');
  });

  it('is nearer from the day on which a rise is proposed, and not put off by a fall that waits', () => {
    const one = aChildCase().graded('low');
    one.world.pass(1);
    expect(one.assessed('high').due('contact')).toMatch('2026-11-11');
    one.assessed('low', { harm: [{ kind: 'online', certainty: 'suspected', time: 'current', basis: 'x' }] });
    expect(one.due('contact')).toMatch('2026-11-11');
  });

  it('counts from the last contact by the lower grade once a fall is confirmed', () => {
    const one = aChildCase().graded('medium');
    one.world.pass(5);
    met(one).graded('low');
    expect(one.due('contact')).toMatch('2026-12-06');
  });

  it('is not answered by an attempt, which is counted apart, nor by speaking with somebody else', () => {
    const one = aChildCase().graded('medium');
    const due = one.due('contact');
    met(one, { kind: 'attempt', alone: undefined }).give(
      'record-contact',
      aContact({ kind: 'call', with: 'parent' }),
      'worker',
    );
    expect(one.due('contact')).toBe(due);
    expect(one.standing.contacts).toEqual({ met: 0, attempts: 1, lastAt: null });
  });

  it.each(['call', 'text'] as const)(
    'by %s is contact where the child answered, and an attempt where not',
    (kind) => {
      const one = aChildCase().graded('medium');
      const due = one.due('contact');
      one.world.pass(1);
      met(one, { kind, alone: undefined, answered: 'no', said: 'A reminder of the appointment' });
      expect(one.due('contact')).toBe(due);
      expect(one.standing.contacts).toEqual({ met: 0, attempts: 1, lastAt: null });
      met(one, { kind, alone: undefined, answered: 'yes' });
      expect((one.due('contact') as string) > (due as string)).toBe(true);
      expect(one.standing.contacts).toMatchObject({ met: 1, attempts: 1 });
    },
  );

  it('told late counts, and puts nothing off that runs since', () => {
    const one = aChildCase().graded('medium');
    one.world.pass(3);
    met(one);
    const due = one.due('contact');
    one.give('record-contact', aContact(), 'worker', '2026-11-04T10:00:00.000Z');
    expect(one.due('contact')).toBe(due);
    expect(one.standing.contacts?.met).toBe(2);
  });

  it('says whether the child was seen alone where the child was met', () => {
    const one = aChildCase().graded('medium');
    const { alone: _, ...visit } = aContact();
    expect(one.whyNot('record-contact', visit, 'worker')).toEqual(['/alone asked']);
    const text = { ...visit, kind: 'text' };
    expect(one.whyNot('record-contact', text, 'worker')).toEqual(['/answered asked']);
    expect(one.whyNot('record-contact', { ...text, with: 'parent' }, 'worker')).toEqual([]);
    expect(one.whyNot('record-contact', { ...visit, with: 'parent' }, 'worker')).toEqual([]);
  });

  it('is recorded by whoever is in the plan, and by nobody outside it', () => {
    const one = aChildCase().graded('medium').withAction({}, 'nurse');
    expect(one.whyNot('record-contact', aContact(), 'nurse')).toEqual([]);
    expect(one.whyNot('record-contact', aContact(), 'stranger')).toEqual(['forbidden']);
  });

  it('ends with closure: no clock of it runs on a closed case', () => {
    expect(aChildCase().closed().clocks).toEqual(['feedback', 'next-check']);
  });
});

describe('management oversight', () => {
  it('is due a month after a worker is allocated, and again after each supervision by a manager', () => {
    const one = aChildCase().withWorker();
    expect(one.due('oversight')).toMatch('2026-12-03');
    one.world.pass(10);
    const supervision = aContact({ kind: 'supervision' });
    expect(one.whyNot('record-contact', supervision, 'worker')).toEqual(['/kind managersOwn']);
    expect(one.give('record-contact', supervision, 'manager').due('oversight')).toMatch('2026-12-13');
    expect(one.standing.contacts).toBeUndefined();
  });
});

describe('what child and parent are told', () => {
  it('is due five working days after a grade, a plan or a decision, from the earliest of what they were not told', () => {
    const one = aChildCase().graded('medium');
    expect(one.due('feedback')).toMatch('2026-11-10');
    one.world.pass(1);
    one.planned();
    expect(one.due('feedback')).toMatch('2026-11-10');
    one.give('record-feedback', aFeedback({ about: ['grade'] }), 'worker');
    expect(one.due('feedback')).toMatch('2026-11-11');
    one.give('record-feedback', aFeedback({ about: ['plan', 'grade'] }), 'worker');
    expect(one.clocks).not.toContain('feedback');
    expect(one.standing.untold).toEqual({});
  });

  it('leaves the clock running where they were told of something later only', () => {
    const one = aChildCase().graded('medium');
    one.world.pass(1);
    one.planned().give('record-feedback', aFeedback({ about: ['plan'] }), 'worker');
    expect(one.due('feedback')).toMatch('2026-11-10');
    expect(Object.keys(one.standing.untold ?? {})).toEqual(['grade']);
  });

  it('is owed of what a panel decides', () => {
    const one = aChildCase().listed();
    one.give('record-feedback', aFeedback(), 'worker');
    aSitting(one.world).withItem(one.id).inSession().deciding(one.id);
    expect(Object.keys(one.standing.untold ?? {})).toEqual(['decision']);
    expect(one.clocks).toContain('feedback');
  });

  it('says how each was told, or why not', () => {
    const one = aChildCase().graded('medium');
    const why = one.whyNot(
      'record-feedback',
      aFeedback({ child: { told: true }, parent: { told: false } }),
      'worker',
    );
    expect(why).toEqual(['/child/how asked', '/parent/whyNot asked']);
  });
});

describe('a contact that was written down at the wrong time', () => {
  it('moves the clock that it started, and when the child was met last', () => {
    const one = aChildCase().graded('medium');
    one.world.pass(6);
    met(one);
    const row = one.world.written.get(one.id)?.find(({ kind }) => kind === 'contact');
    const correction = {
      rowId: row?.id,
      reason: 'A slip',
      corrected: {},
      correctedHappened: '2026-11-05T10:00:00.000Z',
    };
    one.give('correct-record', correction, 'worker');
    expect(one.due('contact')).toMatch('2026-11-19');
    expect(one.standing.contacts?.lastAt).toBe('2026-11-05T10:00:00.000Z');
  });
});

describe('the workers that a child has had', () => {
  it('are counted over the cases of the child, and not those of a restricted one', () => {
    const one = aChildCase().withWorker();
    const { worker, colleague } = one.world.people;
    const change = (userId: string) => ({ workerId: userId, reason: 'x', handover: 'x', introduction: 'x' });
    one.give('allocate-worker', change(colleague.userId), 'manager');
    const other = aChildCase(one.world).referred({ childId: one.standing.childId });
    expect(other.withWorker().standing.workers).toBe(3);
    other.give('restrict', { reason: 'x', readers: [worker.userId] }, 'manager');
    other.give('allocate-worker', change(colleague.userId), 'manager');
    expect(other.standing.workers).toBe(4);
    one.give('allocate-worker', change(worker.userId), 'manager');
    expect(one.standing.workers).toBe(4);
  });
});
