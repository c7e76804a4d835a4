import { describe, expect, it } from 'vitest';
import type { ChildStanding } from '../children/standing.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anAssessment } from '../testing/assessments.js';
import { aClosure, aDiscussion, anAllocation, aReferral, aTriage } from '../testing/payloads.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const refer = (over: object) => {
  const world = aWorld();
  return whyNot(world.ask('child-cases/record-referral', aReferral(over), world.people.referrer));
};

describe('a referral', () => {
  it.each([
    ['with one word of description', { child: { description: 'Girl with a red bag' } }, []],
    ['without any description of who', { child: {} }, ['/child asked']],
    ['of a child that is not on the books', { childId: 'nobody' }, ['/childId noChild']],
    [
      'of a child born tomorrow',
      { child: { firstName: 'A', birthDate: '2026-11-04' } },
      ['/child/birthDate future'],
    ],
    [
      'where the parent was not asked, without why',
      { parentAware: { knows: 'no', agrees: 'not-asked' } },
      ['/parentAware/reason asked'],
    ],
    [
      'where the parent was not asked, with why',
      { parentAware: { knows: 'no', agrees: 'not-asked', reason: 'Danger' } },
      [],
    ],
  ])('%s', (_, over, why) => expect(refer(over)).toEqual(why));

  it('puts the child on the books and the case on the list of triage, due the next working day', () => {
    const one = aChildCase().referred();
    const child = one.world.getRecord(one.standing.childId).standing as ChildStanding;
    expect(child).toMatchObject({ name: 'Robin Example', cases: [one.id] });
    expect(one.due('triage-decision')).toBe('2026-11-04T23:59:59.999Z');
    expect(one.world.queue.get(one.id)).toEqual([
      { principal: 'role:triage-social-worker', due: '2026-11-04T23:59:59.999Z', step: 'triage-decision' },
    ]);
  });

  it('of a child on the books names the earlier cases of that child', () => {
    const first = aChildCase().referred();
    const { childId } = first.standing;
    const again = aChildCase(first.world).referred({ childId });
    expect(again.standing).toMatchObject({ childId, linked: [first.id], name: 'Robin Example' });
  });

  it('that happened tomorrow is refused', () => {
    const world = aWorld();
    const asked = world.ask('child-cases/record-referral', aReferral(), world.people.referrer, {
      happened: '2026-11-05T09:00:00.000Z',
    });
    expect(whyNot(asked)).toEqual(['/happened future']);
  });
});

describe('immediate danger', () => {
  it('tells the duty manager, the out-of-hours team and the police desk, and asks for a discussion in 24 hours', () => {
    const one = aChildCase().referred({ immediateDanger: true });
    const told = one.world.outgoing
      .filter((sent) => sent.kind === 'danger-alert')
      .map((sent) => sent.principal);
    expect(told).toEqual(['role:duty-manager', 'role:out-of-hours', 'role:police-desk']);
    expect(one.clocks).toEqual(['danger-acknowledgement', 'strategy-discussion', 'triage-decision']);
  });

  it('raised again before anybody acknowledged it does not put the hour off', () => {
    const one = aChildCase().referred().inDanger();
    const due = one.due('danger-acknowledgement');
    one.world.pass(0, 0.5);
    expect(one.inDanger().due('danger-acknowledgement')).toBe(due);
  });

  it('is acknowledged once; raised again after that, it asks again', () => {
    const one = aChildCase().referred().inDanger().give('acknowledge-danger', { doing: 'Going' }, 'desk');
    expect(one.whyNot('acknowledge-danger', { doing: 'Going' }, 'duty')).toEqual(['openDanger']);
    expect(one.inDanger().clocks).toContain('danger-acknowledgement');
    expect(one.whyNot('acknowledge-danger', { doing: 'Going' }, 'worker')).toEqual(['forbidden']);
    expect(one.whyNot('acknowledge-danger', { doing: 'Going' }, 'night')).toEqual([]);
  });

  it.each(['early-help', 'no-further-action', 'other-area'] as const)(
    'cannot end in %s without a strategy discussion',
    (outcome) => {
      const one = aChildCase().referred({ immediateDanger: true });
      expect(one.whyNot('decide-triage', aTriage(outcome), 'triage')).toEqual(['strategyDiscussion']);
      one.give('record-strategy-discussion', aDiscussion({ outcome: 'threshold-not-met' }), 'duty');
      expect(one.whyNot('decide-triage', aTriage(outcome), 'triage')).toEqual(['strategyDiscussion']);
      expect(one.discussed().whyNot('decide-triage', aTriage(outcome), 'triage')).toEqual([
        'dangerUnacknowledged',
      ]);
      expect(one.acknowledged().whyNot('decide-triage', aTriage(outcome), 'triage')).toEqual([]);
    },
  );

  it('goes along with a referral that is joined to an open case: it waits there from when it was raised', () => {
    const open = aChildCase().withWorker();
    const joined = aChildCase(open.world).referred({ immediateDanger: true });
    const due = joined.due('danger-acknowledgement');
    joined.give('decide-triage', aTriage('joined', { otherCaseId: open.id }), 'triage');
    expect(joined.state).toBe('closed/notListed');
    expect(joined.clocks).toEqual([]);
    expect(open.due('danger-acknowledgement')).toBe(due);
    expect(open.clocks).toContain('strategy-discussion');
    expect(open.standing.linked).toEqual([joined.id]);
  });

  it('is not answered by a discussion or an acknowledgement from before it was raised', () => {
    const one = aChildCase().referred();
    one.world.pass(0, 2);
    one.inDanger();
    const before = '2026-11-03T09:30:00.000Z';
    one.give('record-strategy-discussion', aDiscussion(), 'duty', before);
    expect(one.standing.strategy?.at).toBe(before);
    expect(one.clocks).toContain('strategy-discussion');
    expect(one.whyNot('decide-triage', aTriage('early-help'), 'triage')).toEqual(['strategyDiscussion']);
    expect(one.whyNot('acknowledge-danger', { doing: 'Going' }, 'duty', before)).toEqual([
      '/happened beforeDanger',
    ]);
    expect(one.discussed().clocks).not.toContain('strategy-discussion');
  });

  it('stands in the lists of all who were alerted until somebody has acknowledged it', () => {
    const one = aChildCase().referred().inDanger();
    const lists = () =>
      one.world.queue
        .get(one.id)
        ?.filter((line) => line.step === 'danger-acknowledgement')
        .map((line) => [line.principal, line.due])
        .sort();
    const due = one.due('danger-acknowledgement');
    expect(lists()).toEqual([
      ['role:duty-manager', due],
      ['role:out-of-hours', due],
      ['role:police-desk', due],
    ]);
    one.give('acknowledge-danger', { doing: 'Going' }, 'night');
    expect(lists()).toEqual([]);
  });

  it('that nobody has acknowledged stays so when a referral whose danger was acknowledged joins it, and the other way round', () => {
    for (const which of ['own', 'joined'] as const) {
      const open = aChildCase().withWorker().inDanger();
      open.world.pass(0, 0.25);
      const joined = aChildCase(open.world).referred({ immediateDanger: true });
      const raisedAt = joined.standing.danger?.raisedAt;
      (which === 'own' ? joined : open).give('acknowledge-danger', { doing: 'Going' }, 'duty');
      const alerts = () => open.world.outgoing.filter((sent) => sent.kind === 'danger-alert');
      const before = alerts().length;
      joined.give('decide-triage', aTriage('joined', { otherCaseId: open.id }), 'triage');
      expect(open.standing.danger).toEqual({ raisedAt, acknowledgedBy: null });
      expect(open.clocks).toContain('danger-acknowledgement');
      const sent = alerts().slice(before);
      expect(sent.map((one) => [one.principal, one.record.id])).toEqual([
        ['role:duty-manager', open.id],
        ['role:out-of-hours', open.id],
        ['role:police-desk', open.id],
      ]);
      expect(open.whyNot('acknowledge-danger', { doing: 'Going' }, 'duty')).toEqual([]);
    }
  });
});

describe('a safety action', () => {
  it('of a day before the finding leaves the actions of that day to be done', () => {
    const one = aChildCase().withWorker();
    const before = one.world.at;
    one.world.pass(1);
    one.assessed('high');
    const action = { who: 'Duty worker', what: 'Met the child', when: 'Yesterday' };
    one.give('record-safety-action', action, 'worker', before);
    expect(one.clocks).toContain('same-day-safety-actions');
    one.give('record-safety-action', action, 'worker');
    expect(one.clocks).not.toContain('same-day-safety-actions');
  });
});

describe('a strategy discussion told late', () => {
  it('does not undo what a later one decided', () => {
    const one = aChildCase().withWorker();
    const before = one.world.at;
    one.world.pass(1);
    one.give('record-strategy-discussion', aDiscussion({ outcome: 'section-47' }), 'duty');
    one.give('record-strategy-discussion', aDiscussion(), 'duty', before);
    expect(one.standing.strategy?.outcome).toBe('section-47');
    expect(one.clocks).toContain('conference');
  });
});

describe('a referral that joins or wakes a case', () => {
  const told = (world: ReturnType<typeof aWorld>) =>
    world.outgoing.filter((sent) => sent.kind === 'referral-joined').map((sent) => sent.principal);
  const seenOrSaid = 'A made-up teacher saw bruises';

  it('brings what it said, and the worker and the manager of the case are told', () => {
    const open = aChildCase().withWorker();
    const joined = aChildCase(open.world).referred({ seenOrSaid }).inDanger();
    joined.give('decide-triage', aTriage('joined', { otherCaseId: open.id }), 'triage');
    const row = open.world.written.get(open.id)?.[0];
    expect(row).toMatchObject({ kind: 'joined-referral', class: 'case' });
    expect(row?.body).toMatchObject({ seenOrSaid, what: 'A made-up threat', fromCaseId: joined.id });
    expect(told(open.world)).toEqual([`user:${open.world.people.worker.userId}`, 'team:team-north:manager']);
  });

  it('brings it to a closed case taken up again, where the manager of the team is told once', () => {
    const closed = aChildCase().closed();
    const waking = aChildCase(closed.world).referred({ seenOrSaid });
    waking.give('decide-triage', aTriage('relisted', { otherCaseId: closed.id }), 'triage');
    const row = closed.world.written.get(closed.id)?.find((one) => one.kind === 'relisting');
    expect(row?.body).toMatchObject({ seenOrSaid, fromCaseId: waking.id });
    expect(told(closed.world)).toEqual(['team:team-north:manager']);
  });
});

describe('the triage decision', () => {
  const decide = (...given: Parameters<typeof aTriage>) =>
    aChildCase()
      .referred()
      .whyNot('decide-triage', aTriage(...given), 'triage');

  it.each([
    ['risk assessment without a team', decide('risk-assessment', { teamId: '' }), ['/teamId asked']],
    [
      'risk assessment by a team of no agency',
      decide('risk-assessment', { teamId: 'nobody' }),
      ['/teamId noTeam'],
    ],
    [
      'a police view without its words',
      decide('risk-assessment', { policeViewText: '' }),
      ['/policeViewText asked'],
    ],
    [
      'early help without telling the referrer',
      decide('early-help', { referrerTold: '' }),
      ['/referrerTold asked'],
    ],
    [
      'no further action before the police have answered',
      decide('no-further-action', { policeView: 'asked' }),
      ['/policeView awaited'],
    ],
    ['another area, unnamed', decide('other-area', { otherArea: '' }), ['/otherArea asked']],
    ['joined to no case', decide('joined'), ['/otherCaseId asked']],
    [
      'joined to a case that nobody knows',
      decide('joined', { otherCaseId: 'nobody' }),
      ['/otherCaseId noCase'],
    ],
  ])('%s', (_, why, expected) => expect(why).toEqual(expected));

  it('cannot join a case to itself, to a closed one, nor wake an open one', () => {
    const one = aChildCase().referred();
    const open = aChildCase(one.world).assessing();
    const closed = aChildCase(one.world).referred().give('decide-triage', aTriage('early-help'), 'triage');
    const ask = (outcome: 'joined' | 'relisted', otherCaseId: string) =>
      one.whyNot('decide-triage', aTriage(outcome, { otherCaseId, teamId: 'team-north' }), 'triage');
    expect(ask('joined', one.id)).toEqual(['/otherCaseId sameCase']);
    expect(ask('joined', closed.id)).toEqual(['otherCase']);
    expect(ask('relisted', open.id)).toEqual(['otherCase']);
    expect(ask('relisted', closed.id)).toEqual([]);
    expect(closed.state).toBe('assessing/notListed');
  });

  it('is asked once, and of nobody but a triage social worker', () => {
    const one = aChildCase().referred();
    expect(one.whyNot('decide-triage', aTriage(), 'officer')).toEqual(['forbidden']);
    expect(one.assessing().whyNot('decide-triage', aTriage(), 'triage')).toEqual(['wrongState']);
  });

  it('never closes over an open safety action', () => {
    const one = aChildCase().referred().withAction();
    for (const outcome of ['early-help', 'joined', 'relisted'] as const)
      expect(one.whyNot('decide-triage', aTriage(outcome), 'triage')).toContain('safetyActions');
  });

  it('to ask the police puts the case on their list for a working day, lets them read it, and ends with their view', () => {
    const one = aChildCase()
      .referred()
      .give('decide-triage', aTriage('risk-assessment', { policeView: 'asked' }), 'triage');
    expect(one.due('police-view')).toBe('2026-11-04T23:59:59.999Z');
    expect(one.whyNot('record-view', { of: 'child', words: 'x', how: 'y' }, 'desk')).toEqual(['/of ownView']);
    one.give('record-view', { of: 'police', words: 'Nothing known', how: 'By telephone' }, 'desk');
    expect(one.clocks).not.toContain('police-view');
    expect(one.whyNot('record-view', { of: 'police', words: 'x', how: 'y' }, 'desk')).toEqual(['forbidden']);
  });

  it('for section 47 asks for a strategy discussion within a working day', () => {
    const one = aChildCase()
      .referred()
      .give('decide-triage', aTriage('section-47-and-risk-assessment'), 'triage');
    expect(one.clocks).toContain('current-harm-strategy');
  });
});

describe('relisting', () => {
  it('is refused after the months of the profile, and names the way that is left', () => {
    const one = aChildCase().closed();
    one.world.pass(190);
    expect(one.whyNot('relist', { reason: 'A new worry' }, 'triage')).toEqual(['relistMonths']);
  });

  it('begins anew with the team that held the case', () => {
    const one = aChildCase().closed().give('relist', { reason: 'A new worry' }, 'triage');
    expect(one.state).toBe('assessing/notListed');
    expect(one.standing).toMatchObject({ team: 'team-north', workerId: null, confirmed: null, closed: null });
    expect(one.clocks).toEqual(['feedback', 'first-assessment', 'worker-allocated']);
  });

  it('remembers the grade that was confirmed, for a drop of two grades, and asks for the child’s view anew', () => {
    const one = aChildCase().gradedHigh().discussed().childHeard();
    one.give('propose-closure', aClosure(), 'worker');
    one.give('approve-closure', { reasons: 'Agreed', overrideReasons: 'Made up' }, 'senior');
    one.world.pass(10);
    const harm = anAssessment('high').harm.map((each) => ({ ...each, time: 'earlier' as const }));
    one.give('relist', { reason: 'A new worry' }, 'triage').assessed('low', { harm });
    const low = { assessmentId: one.standing.assessmentId, grade: 'low', noHarmReason: 'Made up' };
    expect(one.whyNot('confirm-grade', low, 'manager')).toEqual(['secondSignature']);
    expect(one.standing.views).toEqual({ child: 0, childAttempts: 0, parent: 0 });
  });

  it('of a case that no team ever held asks for the team, so that somebody can allocate a worker', () => {
    const one = aChildCase().referred().give('decide-triage', aTriage('no-further-action'), 'triage');
    expect(one.whyNot('relist', { reason: 'A new worry' }, 'triage')).toEqual(['/teamId asked']);
    one.give('relist', { reason: 'A new worry', teamId: 'team-north' }, 'triage');
    expect(one.whyNot('allocate-worker', { workerId: one.world.people.worker.userId }, 'manager')).toEqual(
      [],
    );
  });
});

describe('allocating a worker', () => {
  it('names a worker with an account; a change has reason, handover and introduction', () => {
    const one = aChildCase().assessing();
    const { people } = one.world;
    expect(one.whyNot('allocate-worker', { workerId: people.chair.userId }, 'manager')).toEqual([
      '/workerId noWorker',
    ]);
    expect(one.whyNot('allocate-worker', { workerId: one.id }, 'manager')).toEqual(['/workerId noWorker']);
    expect(one.whyNot('allocate-worker', { workerId: people.worker.userId }, 'otherManager')).toEqual([
      'forbidden',
    ]);
    one.withWorker();
    expect(one.whyNot('allocate-worker', { workerId: people.colleague.userId }, 'manager')).toEqual([
      '/reason asked',
      '/handover asked',
      '/introduction asked',
    ]);
    expect(one.whyNot('allocate-worker', anAllocation(people.worker.userId), 'manager')).toEqual([
      '/workerId sameWorker',
    ]);
  });

  it('moves the worker’s clocks to the new worker’s list and counts how many workers the child has had', () => {
    const one = aChildCase().withWorker();
    one.give('allocate-worker', anAllocation(one.world.people.nurse.userId), 'manager');
    expect(one.standing.workers).toBe(2);
    const moved = one.world.history.findLast((change) => change.id === one.id)?.reassigned;
    expect(moved?.map((clock) => [clock.rule, clock.who])).toEqual([
      ['first-assessment', `user:${one.world.people.nurse.userId}`],
      ['transition-prompt', `user:${one.world.people.nurse.userId}`],
    ]);
  });
});

describe('a check at triage', () => {
  it('says what the agency knows where it knows something, and is asked while the referral waits', () => {
    const one = aChildCase().referred();
    const known = { agency: 'Made-up surgery', result: 'information' };
    expect(one.whyNot('record-check', known, 'triage')).toEqual(['/words asked']);
    one.give('record-check', { ...known, words: 'Seen twice in October' }, 'triage');
    expect(one.world.written.get(one.id)?.[0]).toMatchObject({ kind: 'check', body: { by: 'Tom Triage' } });
    expect(aChildCase().assessing().whyNot('record-check', known, 'triage')).toEqual(['wrongState']);
  });
});
