import { describe, expect, it } from 'vitest';
import { readersOf } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aClosure, aTriage } from '../testing/payloads.js';
import { topicOf } from '../topics.js';

const elsewhere = () => aChildCase().referred().give('decide-triage', aTriage('other-area'), 'triage');
const answer = { answeredBy: 'Pat Elsewhere', doing: 'They assess the child' };

/** The case of a child who has died, proposed by the worker and approved by the manager. */
const deceased = (one: ChildCaseBuilder = aChildCase().withWorker().withAction({ part: 'disruption' })) =>
  one
    .give('propose-closure', aClosure({ reason: 'deceased' }), 'worker')
    .give('approve-closure', { reasons: 'Agreed' }, 'manager');

const reads = (one: ChildCaseBuilder, id: string, principal: string) =>
  readersOf(topicOf(one.world.getRecord(id).kind), one.world.getRecord(id), one.world.at)
    .filter((line) => line.principal === principal)
    .map((line) => line.class)
    .sort();

describe('a referral that is passed on to another area', () => {
  it('closes here, and the wait for the other area’s answer outlives the case', () => {
    const one = elsewhere();
    expect(one.state).toBe('closed/notListed');
    expect(one.due('other-area-acknowledgement')).toBe('2026-11-10T23:59:59.999Z');
    expect(one.world.queue.get(one.id)).toContainEqual(
      expect.objectContaining({ principal: 'role:triage-social-worker', step: 'other-area-acknowledgement' }),
    );
  });

  it('is answered once, by triage or the coordinator', () => {
    const one = elsewhere();
    expect(one.whyNot('acknowledge-other-area', answer, 'manager')).toEqual(['forbidden']);
    one.give('acknowledge-other-area', answer, 'triage');
    expect(one.clocks).toEqual([]);
    expect(one.whyNot('acknowledge-other-area', answer, 'triage')).toEqual(['otherAreaAsked']);
  });
});

describe('the case of a child who has died', () => {
  it('is read from then on by those alone who closed it and worked on it, with all that hangs on it', () => {
    const one = deceased();
    const { manager, worker } = one.world.people;
    const action = one.world.all('planAction')[0]?.id as string;
    expect(one.standing.access?.named?.map(({ userId }) => userId)).toEqual([manager.userId, worker.userId]);
    for (const id of [one.id, action, one.standing.childId]) {
      expect(reads(one, id, 'role:coordinator')).toEqual([]);
      expect(reads(one, id, `named:${worker.userId}`)).not.toEqual([]);
    }
  });

  it('keeps a restriction that it has, and names nobody anew', () => {
    const one = aChildCase().withWorker();
    const { senior, worker } = one.world.people;
    one.give('restrict', { reason: 'Made up', readers: [senior.userId, worker.userId] }, 'manager');
    const before = one.standing.access;
    expect(deceased(one).standing.access).toEqual(before);
  });

  it('asks within a working day whether the death is notified as a serious incident, and nobody else reads that', () => {
    const one = deceased();
    const [notice] = one.world.all('notice');
    expect(notice).toMatchObject({
      state: 'toDecide',
      parentId: one.id,
      standing: { kind: 'serious-incident' },
    });
    expect(notice?.standing.clocks.map(({ rule, due }) => [rule, due.slice(0, 10)])).toEqual([
      ['notice-decision', '2026-11-04'],
    ]);
    const { manager } = one.world.people;
    expect(reads(one, notice?.id as string, 'team:team-north:worker')).toEqual([]);
    expect(reads(one, notice?.id as string, `named:${manager.userId}`)).not.toEqual([]);
    const decision = { need: 'needed', reasons: 'Abuse is suspected (made up)' };
    one.world.give('notices/decide-notice', decision, manager, { record: notice?.id as string });
  });

  it('is never taken up again', () => {
    expect(deceased().whyNot('relist', { reason: 'Made up' }, 'triage')).toEqual(['deceased']);
  });
});

describe('a re-referral', () => {
  /** A new referral about the child of a case that closed so many days ago, as triage decides on it. */
  function referredAgain(days: number, outcome: 'risk-assessment' | 'relisted' | 'no-further-action') {
    const first = aChildCase().closed();
    first.world.pass(days);
    const again = aChildCase(first.world).referred({ childId: first.standing.childId });
    const over = outcome === 'relisted' ? { otherCaseId: first.id } : {};
    again.give('decide-triage', aTriage(outcome, over), 'triage');
    return { first, again };
  }

  it.each(['risk-assessment', 'relisted', 'no-further-action'] as const)(
    'counts within twelve months of the closing, whatever triage decides: %s',
    (outcome) => {
      const { first, again } = referredAgain(100, outcome);
      expect(again.standing.reReferral?.caseId).toBe(first.id);
      expect(again.standing.linked).toContain(first.id);
    },
  );

  it('is counted once where it wakes the earlier case: on the referral, not on the case', () => {
    const { first, again } = referredAgain(100, 'relisted');
    expect(first.state).toBe('assessing/notListed');
    expect([first.standing.reReferral, again.standing.reReferral?.caseId]).toEqual([undefined, first.id]);
  });

  it('opens a new case, linked to the earlier, where that closed too long ago to be taken up', () => {
    const { first, again } = referredAgain(300, 'risk-assessment');
    expect(first.whyNot('relist', { reason: 'Made up' }, 'triage')).toEqual(['relistMonths']);
    expect([again.state, again.standing.reReferral?.caseId]).toEqual(['assessing/notListed', first.id]);
  });

  it('is none after twelve months, nor the first referral of a child', () => {
    expect(referredAgain(370, 'risk-assessment').again.standing.reReferral).toBeUndefined();
    expect(aChildCase().assessing().standing.reReferral).toBeUndefined();
  });

  it('is a case taken up again without a new referral, too', () => {
    const one = aChildCase().closed().give('relist', { reason: 'New signs (made up)' }, 'triage');
    expect(one.standing.reReferral?.caseId).toBe(one.id);
  });
});

describe('a single assessment', () => {
  const opened = { step: 'opened', on: '2026-11-02' };

  it('runs 45 working days from the referral to social care, and only where one was opened', () => {
    const one = aChildCase().withWorker();
    expect(one.due('single-assessment')).toBeUndefined();
    one.give('record-single-assessment', opened, 'worker');
    expect(one.due('single-assessment')?.slice(0, 10)).toBe('2027-01-07');
    expect(one.whyNot('record-single-assessment', opened, 'worker')).toEqual(['opened']);
  });

  it('is complete with what it found, once it was opened', () => {
    const one = aChildCase().withWorker();
    const complete = { step: 'complete', on: '2026-11-03', outcome: 'A child in need (made up)' };
    expect(one.whyNot('record-single-assessment', complete, 'worker')).toEqual(['notOpened']);
    one.give('record-single-assessment', opened, 'worker');
    expect(one.whyNot('record-single-assessment', { ...complete, outcome: '' }, 'worker')).toEqual([
      '/outcome asked',
    ]);
    expect(one.give('record-single-assessment', complete, 'worker').due('single-assessment')).toBeUndefined();
  });
});

describe('what one case leaves to another of the same child', () => {
  it('feedback that is owed when a case is taken up again is owed still, by the manager until a worker is allocated', () => {
    const one = aChildCase().closed();
    const [due, owed] = [one.due('feedback'), one.standing.untold];
    expect(owed).toHaveProperty('decision');
    one.give('relist', { reason: 'New signs (made up)' }, 'triage');
    expect(one.due('feedback')).toBe(due);
    expect(one.standing.untold).toEqual(owed);
    expect(one.standing.clocks.find(({ rule }) => rule === 'feedback')?.who).toBe('team:team-north:manager');
  });

  it('a new case of the child sees a drop of two grades from what was confirmed on another, not from a restricted one', () => {
    const graded = (restricted: boolean) => {
      const high = aChildCase().gradedHigh();
      const { senior, worker } = high.world.people;
      if (restricted)
        high.give('restrict', { reason: 'Made up', readers: [senior.userId, worker.userId] }, 'manager');
      const next = aChildCase(high.world).referred({ childId: high.standing.childId }).assessed('low');
      const assessmentId = next.standing.proposed?.assessmentId;
      return next.whyNot('confirm-grade', { assessmentId, grade: 'low', noHarmReason: 'x' }, 'manager');
    };
    expect(graded(false)).toEqual(['secondSignature']);
    expect(graded(true)).toEqual([]);
  });

  it('a drop of two grades is seen from a parallel case that was confirmed high afterwards, by manager and senior', () => {
    const first = aChildCase().assessed('low');
    const beside = aChildCase(first.world).referred({ childId: first.standing.childId }).gradedHigh();
    const low = { assessmentId: first.standing.proposed?.assessmentId, grade: 'low', noHarmReason: 'x' };
    expect(beside.standing.confirmed?.grade).toBe('high');
    expect(first.whyNot('confirm-grade', low, 'manager')).toEqual(['secondSignature']);
    expect(first.whyNot('confirm-grade', low, 'senior')).toEqual(['/secondSignatureReason secondSignature']);
    const signed = { ...low, secondSignatureReason: 'Made up' };
    expect(first.whyNot('confirm-grade', signed, 'senior')).toEqual([]);
  });
});
