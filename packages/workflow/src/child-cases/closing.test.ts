import { describe, expect, it } from 'vitest';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import { englandProfile } from '../profile/profile.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aClosure } from '../testing/payloads.js';
import { aWorld } from '../testing/people.js';
import { closureOutlook } from './closure-outlook.js';
import type { ChildCaseStanding } from './standing.js';

const approve = (one: ChildCaseBuilder, over: object = {}, who: 'manager' | 'senior' = 'manager') =>
  one.whyNot('approve-closure', { reasons: 'Agreed', ...over }, who);

/** Ready in every respect, with one thing of the standing changed: nothing else can be what fails. */
function readyBut(change: (standing: ChildCaseStanding) => Partial<ChildCaseStanding>): ChildCaseBuilder {
  const one = aChildCase().readyToClose().proposedToClose();
  const { record, standing } = one;
  one.world.records.set(one.id, { ...record, standing: { ...standing, ...change(standing) } });
  return one;
}

describe('closing as reduced and sustained', () => {
  it('is approved where every condition holds', () => {
    const one = aChildCase().readyToClose().proposedToClose();
    expect(approve(one)).toEqual([]);
    expect(one.state).toBe('closed/notListed');
    expect(one.clocks).toEqual(['feedback', 'next-check']);
  });

  it('is told to child and parent in the time that any decision is, after the case has closed', () => {
    const told = { told: true, how: 'In person, in plain words' };
    const feedback = { about: ['decision', 'grade'], child: told, parent: told };
    const one = aChildCase().readyToClose().give('record-feedback', feedback, 'worker');
    expect(one.clocks).not.toContain('feedback');
    one.closed();
    expect(one.due('feedback')?.slice(0, 10)).toBe('2027-03-15');
    expect(one.whyNot('record-feedback', feedback, 'worker')).toEqual([]);
    expect(one.clocks).toEqual(['next-check']);
    expect(one.whyNot('record-feedback', feedback, 'worker')).toEqual(['feedbackOwed']);
  });

  it('counts attempts to hear the child, with why not', () => {
    expect(approve(readyBut(() => ({ views: { child: 0, childAttempts: 2, parent: 0 } })))).toEqual([]);
  });

  it('closes over a safety action only where it is handed over by name', () => {
    const one = aChildCase().readyToClose().withAction();
    one.withAction({ part: 'disruption' });
    expect(one.whyNot('propose-closure', aClosure({ handover: 'The school nurse' }), 'worker')).toEqual([]);
    expect(approve(one)).toEqual([]);
    const actions = one.world.all('planAction').map(({ state, standing }) => {
      const { ended, clocks } = standing as PlanActionStanding;
      return [state, ended?.how, clocks.length];
    });
    expect(actions).toEqual([
      ['ended', 'handed-over', 0],
      ['ended', 'no-longer-possible', 0],
    ]);
    expect(one.standing.actions).toEqual({ open: 0, openSafety: 0 });
    const [safety] = one.world.all('planAction');
    expect(
      one.world.written.get(safety?.id ?? '')?.find(({ kind }) => kind === 'ending')?.body,
    ).toMatchObject({
      handover: 'The case closed: reduced-and-sustained. Handed over to The school nurse',
    });
  });

  it('does not count a safety action that came after the handing over as handed over', () => {
    const one = aChildCase()
      .readyToClose()
      .withAction()
      .proposedToClose({ handover: 'The nurse' })
      .withAction();
    expect(approve(one)).toEqual(['safetyActions']);
  });
});

describe('floors and closing', () => {
  it('a grade that only the age lifted to medium counts as low: the case closes after its months', () => {
    const child = { firstName: 'Kim', birthDate: '2015-05-01' };
    const one = aChildCase().referred({ child }).assessed('low', { proposed: 'medium' }).graded('medium');
    expect(one.standing.confirmed).toMatchObject({ grade: 'medium', closing: 'low' });
    one.childHeard().outcomesRated().world.pass(125);
    expect(approve(one.proposedToClose())).toEqual([]);
  });

  it('a grade confirmed below a floor that rests on a serious concern counts as that floor', () => {
    const one = aChildCase()
      .assessed('medium', { proposed: 'low', belowFloorReason: 'Made up' })
      .graded('low');
    expect(one.standing.confirmed).toMatchObject({ grade: 'low', closing: 'medium' });
    one.childHeard().outcomesRated().world.pass(125);
    expect(approve(one.proposedToClose())).toEqual(['closingGrade']);
  });
});

describe('closing for other reasons', () => {
  const found = () => aChildCase().graded('none').childHeard().proposedToClose({ reason: 'not-found' });

  it('not found needs no waiting', () => expect(approve(found())).toEqual([]));
});

describe('proposing, refusing and overriding', () => {
  it.each([
    ['without saying how harm was addressed', { harmAddressed: '' }, ['/harmAddressed asked']],
    ['without a watcher', { watcher: '' }, ['/watcher asked']],
    ['with a check that lies behind', { nextCheck: '2026-11-03' }, ['/nextCheck future']],
    ['handing over an action that is not there', { handover: 'Nurse' }, ['/handover nothing']],
  ])('cannot be proposed %s', (_, over, why) => {
    expect(aChildCase().withWorker().whyNot('propose-closure', aClosure(over), 'worker')).toEqual(why);
  });

  it('is for the lead or the team’s manager, after triage, once', () => {
    expect(aChildCase().referred().whyNot('propose-closure', aClosure(), 'senior')).toEqual(['forbidden']);
    const one = aChildCase().withWorker();
    expect(one.whyNot('propose-closure', aClosure(), 'colleague')).toEqual(['forbidden']);
    expect(one.proposedToClose().whyNot('propose-closure', aClosure(), 'worker')).toEqual(['wrongState']);
    expect(aChildCase().withWorker().whyNot('approve-closure', { reasons: 'x' }, 'manager')).toEqual([
      'wrongState',
    ]);
  });

  it.each([
    ['assessing', () => aChildCase().withWorker()],
    ['planning', () => aChildCase().graded('medium')],
    ['monitoring', () => aChildCase().planned()],
  ])('refused, leads back to %s', (state, build) => {
    const one = build().proposedToClose({ reason: 'moved' });
    expect(one.give('refuse-closure', { reason: 'Not yet' }, 'manager').state).toBe(`${state}/notListed`);
    expect(one.standing.closure).toBeNull();
  });

  it('waits in the list of the manager', () => {
    const one = aChildCase().planned().proposedToClose();
    expect(one.world.queue.get(one.id)).toContainEqual(
      expect.objectContaining({ principal: 'team:team-north:manager', step: 'approve-closure' }),
    );
  });

  it('a senior sets conditions aside with reasons, which the record names; an open safety action never', () => {
    const one = aChildCase().withWorker().proposedToClose();
    expect(approve(one, {}, 'senior')).toEqual(['/overrideReasons override']);
    one.withAction();
    expect(approve(one, { overrideReasons: 'Made up' }, 'senior')).toEqual(['safetyActions']);
    one.withActionsEnded();
    expect(approve(one, { overrideReasons: 'Made up' }, 'senior')).toEqual([]);
    const row = one.world.written.get(one.id)?.find((each) => each.kind === 'closure');
    expect(row?.body).toMatchObject({ overridden: ['confirmedGrade', 'childView', 'finalOutcomes'] });
  });

  it('ends access after 28 days, and does not give anew what had ended before', () => {
    const world = aWorld();
    const one = aChildCase(world).graded('low').withAction({}, 'nurse').withActionsEnded();
    const until = one.standing.partners[world.people.nurse.userId];
    aChildCase(world).referred({ childId: one.standing.childId }).assessed('low');
    world.pass(20);
    one.give('propose-closure', aClosure({ reason: 'merged' }), 'worker');
    one.give('approve-closure', { reasons: 'Agreed' }, 'manager');
    const lines = world.readers.get(one.id) ?? [];
    const nurse = lines.filter((line) => line.principal === `user:${world.people.nurse.userId}`);
    expect([...new Set(nurse.map((line) => line.until))]).toEqual([until]);
    const lead = lines.filter((line) => line.principal === `user:${world.people.worker.userId}`);
    expect(lead.every((line) => line.until?.startsWith('2026-12-21'))).toBe(true);
    expect(lines).toContainEqual({ principal: 'role:triage-social-worker', class: 'receipt', until: null });
  });
});

describe('the outlook before anybody proposes to close', () => {
  const outlook = (one: ChildCaseBuilder) => {
    const child = [...one.world.records.values()].filter((record) => record.kind === 'child');
    return closureOutlook({
      record: { ...one.record, standing: one.standing },
      locked: [],
      facts: { related: child, written: [] },
      profile: englandProfile,
      actor: { kind: 'user', userId: null, name: '', agencyId: null, teamId: null, roles: [] },
      happened: one.world.at,
      at: one.world.at,
      choice: undefined,
      commandId: '',
    } as never);
  };
  const missing = (one: ChildCaseBuilder, reason: string) =>
    outlook(one)
      .find((line) => line.reason === reason)
      ?.missing.map(({ code }) => code);

  it('shows nothing missing for the reason that the record bears out, whatever the proposal still has to say', () => {
    expect(missing(aChildCase().readyToClose(), 'reduced-and-sustained')).toEqual([]);
  });

  it('shows what the record lacks for the others: a grade of none, an acceptance, eighteen years', () => {
    const one = aChildCase().readyToClose();
    expect(missing(one, 'not-found')).toContain('confirmedNone');
    expect(missing(one, 'moved')).toEqual(['transfer']);
    expect(missing(one, 'turned-18')).toContain('notAdult');
  });
});
