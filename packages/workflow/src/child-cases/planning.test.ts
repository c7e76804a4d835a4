import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAction, aSharing } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { validPayload } from '../testing/valid-payload.js';
import { whyNot } from '../testing/why-not.js';

const add = (one: ChildCaseBuilder, who: PersonName, over: object = {}) => {
  const payload = anAction(one.id, one.world.people.worker.userId, over);
  return whyNot(one.world.ask('plan-actions/add-action', payload, one.world.people[who]));
};

/** The newest action of a case, and what somebody may do with it. */
function withAction(over: object = {}, owner: PersonName = 'nurse') {
  const one = aChildCase().graded('medium').withAction(over, owner);
  const { id } = one.world.all('planAction').at(-1) as { id: string };
  const ask = (verb: string, payload: object, who: PersonName) =>
    whyNot(one.world.ask(`plan-actions/${verb}`, payload, one.world.people[who], { record: id }));
  return { one, id, ask };
}

describe('an action of a plan', () => {
  it.each([
    ['the allocated worker', 'worker', []],
    ['a manager of the team', 'manager', []],
    ['the chair', 'chair', []],
    ['a worker of the team who is not allocated', 'colleague', ['forbidden']],
    ['a manager of another team', 'otherManager', ['forbidden']],
    ['a worker of another team', 'stranger', ['forbidden']],
    ['an auditor', 'auditor', ['forbidden']],
  ] as const)('may be given by %s: %s', (_, who, why) =>
    expect(add(aChildCase().withWorker(), who)).toEqual(why),
  );

  it.each([
    ['to nobody', { ownerId: 'nobody' }, ['/ownerId noOwner']],
    ['for yesterday', { due: '2026-11-02' }, ['/due past']],
    ['for no case', { caseId: 'nobody' }, ['/caseId noCase']],
  ] as const)('cannot be given %s', (_, over, why) => {
    expect(add(aChildCase().withWorker(), 'coordinator', over)).toEqual(why);
  });

  it('cannot be given on a closed case', () => {
    expect(add(aChildCase().closed(), 'coordinator')).toEqual(['wrongState']);
  });

  it('is answered by its owner alone, once, and ended by the owner, the lead or a manager', () => {
    const { ask } = withAction();
    expect(ask('accept-action', {}, 'worker')).toEqual(['forbidden']);
    expect(ask('accept-action', {}, 'nurse')).toEqual([]);
    expect(ask('accept-action', {}, 'nurse')).toEqual(['wrongState']);
    expect(ask('decline-action', { reason: 'x' }, 'nurse')).toEqual(['wrongState']);
    expect(ask('end-action', { how: 'done', evidence: 'x' }, 'stranger')).toEqual(['forbidden']);
    expect(ask('end-action', { how: 'done', evidence: 'x' }, 'manager')).toEqual([]);
    expect(ask('end-action', { how: 'done', evidence: 'x' }, 'manager')).toEqual(['wrongState']);
  });

  it('that is declined waits in the list of the manager', () => {
    const { one, id, ask } = withAction();
    expect(ask('decline-action', { reason: 'Leave' }, 'nurse')).toEqual([]);
    expect(one.world.queue.get(id)).toMatchObject([
      { principal: 'team:team-north:manager', step: 'change-action' },
    ]);
  });

  it('lets its owner read the safety part, and what he or she wrote, until 28 days after the last one has ended', () => {
    const { one, ask } = withAction();
    const reads = () =>
      (one.world.readers.get(one.id) ?? []).filter(
        (line) => line.principal === `user:${one.world.people.nurse.userId}`,
      );
    const readsBoth = (until: unknown) => [
      { class: 'safety', until },
      { class: 'own', until },
    ];
    expect(reads()).toMatchObject(readsBoth(null));
    ask('end-action', { how: 'done', evidence: 'x' }, 'nurse');
    expect(reads()).toMatchObject(readsBoth(expect.stringMatching(/^2026-12-01/)));
  });

  it('of the disruption part shows its owner nothing of the safety part', () => {
    const { one } = withAction({ part: 'disruption', kind: 'disruption' });
    const lines = one.world.readers.get(one.id) ?? [];
    const theirs = lines.filter((line) => line.principal === `user:${one.world.people.nurse.userId}`);
    expect(theirs.map((line) => line.class)).toEqual(['disruption']);
  });

  it('given before triage can be ended by triage, and by the team once it holds the case', () => {
    const one = aChildCase().referred().withAction({}, 'nurse');
    const { id } = one.world.all('planAction')[0] as { id: string };
    one.assessing();
    const ended = one.world.ask(
      'plan-actions/end-action',
      { how: 'done', evidence: 'x' },
      one.world.people.manager,
      { record: id },
    );
    expect(whyNot(ended)).toEqual([]);
    expect(one.standing.actions).toEqual({ open: 0, openSafety: 0 });
  });

  it('can be ended after the case has closed, without opening it', () => {
    const one = aChildCase().readyToClose().withAction({ part: 'disruption' });
    one.closed().withActionsEnded();
    expect(one.state).toBe('closed/notListed');
    expect(one.standing.actions.open).toBe(0);
  });

  it('cannot be given to a forty-first owner while forty have theirs', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { coordinator } = world.people;
    const owners = Array.from({ length: 41 }, (_, index) => {
      const made = validPayload('users/add-user', { world, record: null }) as { email?: string };
      const email = `owner-${index}@example.test`;
      return world.give('users/add-user', { ...made, email }, world.people.admin).id;
    });
    for (const userId of owners.slice(0, 40))
      world.give('plan-actions/add-action', anAction(one.id, userId), coordinator);
    const ask = (userId: string) =>
      whyNot(world.ask('plan-actions/add-action', anAction(one.id, userId), coordinator));
    expect(ask(owners[40] as string)).toEqual(['/ownerId owners']);
    expect(ask(owners[0] as string)).toEqual([]);
  });
});

describe('agreeing a plan', () => {
  it('needs an action, a confirmed grade and the manager of the team', () => {
    const one = aChildCase().graded('medium');
    expect(one.whyNot('agree-plan', { kind: 'full' }, 'manager')).toEqual(['actions']);
    one.withAction();
    expect(one.whyNot('agree-plan', { kind: 'full' }, 'worker')).toEqual(['forbidden']);
    expect(one.whyNot('agree-plan', { kind: 'full' }, 'manager')).toEqual([]);
    const early = aChildCase().withWorker().withAction();
    expect(early.whyNot('agree-plan', { kind: 'full' }, 'manager')).toEqual(['planning']);
  });

  it('fully names every gap at once; as interim it is in force for five working days, gaps and all', () => {
    const one = aChildCase().graded('medium').withAction({ outcome: '', measure: '' });
    const gaps = one.whyNot('agree-plan', { kind: 'full' }, 'manager');
    expect(gaps.map((gap) => gap.split('/').at(-1))).toEqual(['outcome planGap', 'measure planGap']);
    one.give('agree-plan', { kind: 'interim' }, 'manager');
    expect(one.state).toBe('monitoring/notListed');
    expect(one.due('interim-plan')).toBe('2026-11-10T23:59:59.999Z');
    one.world.pass(3);
    one.give('agree-plan', { kind: 'interim' }, 'manager');
    expect(one.due('interim-plan')).toBe('2026-11-10T23:59:59.999Z');
    one.withActionsEnded().withAction().give('agree-plan', { kind: 'full' }, 'manager');
    expect(one.clocks).not.toContain('interim-plan');
    expect(one.standing.plan).toMatchObject({ version: 3, kind: 'full' });
  });

  it('with an action that was declined lacks an owner', () => {
    const { one, ask } = withAction();
    ask('decline-action', { reason: 'Leave' }, 'nurse');
    expect(one.whyNot('agree-plan', { kind: 'full' }, 'manager')).toEqual([
      expect.stringMatching(/owner planGap$/),
    ]);
  });

  it('writes the disruption part on a row of its own', () => {
    const one = aChildCase()
      .graded('medium')
      .withAction()
      .withAction({ part: 'disruption', what: 'Visit the hotel' })
      .planned();
    const rows = (one.world.written.get(one.id) ?? []).filter((row) => row.kind.startsWith('plan'));
    const safety = rows.find((row) => row.class === 'safety');
    expect(rows.map((row) => row.class)).toEqual(['disruption', 'safety']);
    expect(JSON.stringify(safety)).not.toContain('hotel');
  });
});

describe('sharing a plan', () => {
  it('waits for an agreed plan; says how it was given, or why not; tells every owner of the safety part', () => {
    const one = aChildCase().graded('medium').withAction().withAction({}, 'nurse');
    expect(one.whyNot('share-plan', aSharing(), 'worker')).toEqual(['agreedPlan']);
    one.planned();
    expect(
      one.whyNot('share-plan', aSharing({ child: { given: true }, parent: { given: false } }), 'worker'),
    ).toEqual(['/child/how asked', '/parent/whyNot asked']);
    expect(one.due('plan-sharing')).toBe('2026-11-04T23:59:59.999Z');
    one.shared();
    const sent = one.world.outgoing
      .filter((each) => each.kind === 'plan-shared')
      .map((each) => each.principal);
    expect(sent).toEqual([`user:${one.world.people.worker.userId}`, `user:${one.world.people.nurse.userId}`]);
  });
});

describe('a view', () => {
  it('has words, or why none could be had; an attempt is counted apart', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('record-view', { of: 'child', how: 'A walk' }, 'worker')).toEqual(['/words asked']);
    one.childHeard().give('record-view', { of: 'child', how: 'A call', whyNot: 'Asleep' }, 'worker');
    expect(one.standing.views).toEqual({ child: 1, childAttempts: 1, parent: 0 });
  });

  it('may be recorded by somebody with an open action, and no longer once it has ended', () => {
    const { one, ask } = withAction();
    const view = { of: 'child', words: 'I like the nurse', how: 'At school' };
    expect(one.whyNot('record-view', view, 'nurse')).toEqual([]);
    ask('end-action', { how: 'done', evidence: 'x' }, 'nurse');
    expect(one.whyNot('record-view', view, 'nurse')).toEqual(['forbidden']);
  });
});
