import { describe, expect, it } from 'vitest';
import { dueAt } from '../clocks/due.js';
import { isEarlier } from '../clocks/is-earlier.js';
import type { StoredRecord } from '../model.js';
import { englandProfile, type Profile } from '../profile/profile.js';
import { classesRead } from '../readers.js';
import { aChildCase, ChildCaseBuilder } from '../testing/a-child-case.js';
import { aChallenge } from '../testing/on-case-payloads.js';
import { aWorld, dueClock, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { ChallengeStanding } from './standing.js';

type Challenge = StoredRecord<ChallengeStanding>;

/** A challenge to a case of the north team, raised by somebody. */
function raised(who: PersonName = 'referrer', over: object = {}, one = aChildCase().withWorker()) {
  const { world } = one;
  const { id } = world.give('challenges/raise-challenge', aChallenge(one.id, over), world.people[who]);
  const now = () => world.getRecord<Challenge>(id);
  const give = (verb: string, payload: object, by: PersonName) =>
    world.give(`challenges/${verb}`, payload, world.people[by], { record: id });
  const ask = (verb: string, payload: object, by: PersonName) =>
    whyNot(world.ask(`challenges/${verb}`, payload, world.people[by], { record: id }));
  const due = (rule = 'challenge-answer') => now().standing.clocks.find((one) => one.rule === rule);
  const lists = () => (world.queue.get(id) ?? []).map(({ principal }) => principal);
  return { one, world, id, now, give, ask, due, lists };
}

const answer = { outcome: 'not-upheld', words: 'We looked again' };

describe('raising a challenge', () => {
  it('asks the allocated worker first, with the profile’s day to answer', () => {
    const { now, due, lists, world } = raised();
    expect(now()).toMatchObject({ state: 'open', standing: { stage: 0, stageLabel: 'Between the workers' } });
    expect(due()?.due).toBe('2026-11-04T23:59:59.999Z');
    expect(lists()).toEqual([`user:${world.people.worker.userId}`]);
  });

  it('asks nobody about a challenge of his or her own: it begins at the next stage', () => {
    expect(raised('worker').now().standing.stageLabel).toBe('Between their managers');
    expect(raised('manager').now().standing.stageLabel).toBe('Between the workers');
  });

  it('begins where the area’s profile begins', () => {
    const stage = englandProfile.escalation.challenge.find(({ id }) => id === 'seniors');
    const profile: Profile = {
      ...englandProfile,
      escalation: { ...englandProfile.escalation, challenge: stage ? [stage] : [] },
    };
    const { now, lists } = raised('referrer', {}, new ChildCaseBuilder(aWorld({ profile })).withWorker());
    expect(now().standing).toMatchObject({ stageLabel: 'Between senior managers', lastStage: true });
    expect(lists()).toEqual(['role:senior']);
  });

  it('is for anybody who sees the case and may write, and of a closed case against its closing alone', () => {
    const one = aChildCase().closed();
    const raise = (over: object, who: PersonName) =>
      whyNot(one.world.ask('challenges/raise-challenge', aChallenge(one.id, over), one.world.people[who]));
    expect(raise({ about: 'plan' }, 'referrer')).toEqual(['/about closed']);
    expect(raise({ about: 'closure' }, 'referrer')).toEqual([]);
    expect(raise({ about: 'closure' }, 'auditor')).toEqual(['forbidden']);
  });

  it('is never held against the child’s plan: nothing of the case is stopped or changed', () => {
    const one = aChildCase().graded('low').withAction();
    const before = one.standing;
    raised('nurse', { about: 'plan' }, one);
    expect(one.standing).toEqual(before);
    one.give('agree-plan', { kind: 'interim' }, 'manager');
    expect(one.state).toBe('monitoring/notListed');
  });
});

describe('a challenge that is answered', () => {
  it('goes back to whoever raised it, who settles it', () => {
    const { give, now, lists, world, due } = raised();
    give('answer-challenge', answer, 'worker');
    expect(lists()).toEqual([`user:${world.people.referrer.userId}`]);
    expect(due('challenge-reply')?.due).toBe('2026-11-10T23:59:59.999Z');
    give('resolve-challenge', { how: 'agreed', words: 'Thank you' }, 'referrer');
    expect(now()).toMatchObject({ state: 'resolved', standing: { clocks: [], settled: { how: 'agreed' } } });
  });

  it('goes to the next stage where the answer does not settle it, with why', () => {
    const { give, ask, now, lists } = raised();
    expect(ask('escalate-challenge', { words: 'Now' }, 'referrer')).toEqual(['unanswered']);
    give('answer-challenge', answer, 'worker');
    expect(ask('escalate-challenge', {}, 'referrer')).toEqual(['/words words']);
    expect(ask('escalate-challenge', { words: 'No' }, 'worker')).toEqual(['forbidden']);
    give('escalate-challenge', { words: 'The risk is not met' }, 'referrer');
    expect(now()).toMatchObject({ state: 'open', standing: { stage: 1, answered: null } });
    expect(lists()).toEqual(['team:team-north:manager']);
  });

  it('is answered by those whom the stage asks, and never by whoever raised it', () => {
    const { ask, give } = raised('manager');
    expect(ask('answer-challenge', answer, 'manager')).toEqual(['forbidden']);
    expect(ask('answer-challenge', answer, 'deputy')).toEqual(['forbidden']);
    give('answer-challenge', answer, 'worker');
  });
});

describe('a challenge that nobody answers', () => {
  const overdue = (of: ReturnType<typeof raised>) => {
    const clock = of.due();
    of.world.pass(20);
    const actor = { ...dueClock, clock: { id: clock?.id ?? '', rule: 'challenge-answer' } };
    const giving = { record: of.id, happened: clock?.due as string };
    return whyNot(of.world.ask('challenges/escalate-challenge', {}, actor, giving));
  };

  it('is brought to the next stage by the due clock, stage by stage, as far as the chair', () => {
    const of = raised();
    const stages = [of.now().standing.stageLabel];
    for (let each = 1; each < englandProfile.escalation.challenge.length; each += 1) {
      expect(overdue(of)).toEqual([]);
      stages.push(of.now().standing.stageLabel);
    }
    expect(stages).toEqual(englandProfile.escalation.challenge.map(({ label }) => label));
    expect(of.lists()).toEqual(['role:chair']);
    expect(overdue(of)).toEqual(['lastStage']);
    of.give('resolve-challenge', { how: 'not-agreed', words: 'Heard by the panel' }, 'chair');
    expect(of.now().state).toBe('resolved');
  });

  it('gives each stage its full time to answer from when it is asked, also after a time down', () => {
    const of = raised();
    expect(overdue(of)).toEqual([]);
    const [, second] = englandProfile.escalation.challenge;
    const full = dueAt(
      second?.answer.amount ?? 0,
      second?.answer.unit ?? 'hours',
      of.world.at,
      englandProfile,
    );
    expect(of.due()?.due).toBe(full);
    expect(isEarlier(of.world.at, full)).toBe(true);
  });

  it('waits for the new worker where the case changes hands', () => {
    const of = raised();
    const { colleague } = of.world.people;
    of.one.give(
      'allocate-worker',
      { workerId: colleague.userId, reason: 'Leave', handover: 'Note', introduction: 'Met' },
      'manager',
    );
    expect(of.lists()).toEqual([`user:${colleague.userId}`]);
    expect(of.ask('answer-challenge', answer, 'colleague')).toEqual([]);
  });
});

describe('who reads a challenge', () => {
  it('is the chair from the beginning, the team, whoever raised it and whoever is asked', () => {
    const { world, id } = raised('referrer');
    const reads = (who: PersonName) =>
      classesRead(world.readers.get(id) ?? [], world.people[who], world.at).length > 0;
    const all: PersonName[] = ['chair', 'worker', 'manager', 'referrer', 'stranger', 'nurse', 'otherManager'];
    expect(all.filter(reads)).toEqual(['chair', 'worker', 'manager', 'referrer']);
  });

  it('tells whoever raised it nothing that a receipt does not: neither history nor name', () => {
    const { world, id } = raised('referrer');
    const classes = (who: PersonName) =>
      classesRead(world.readers.get(id) ?? [], world.people[who], world.at);
    expect(classes('referrer')).toEqual(['safety']);
    expect(classes('worker')).toEqual(['case', 'safety']);
  });

  it('is withdrawn by whoever raised it alone, with a reason', () => {
    const { ask, give, now } = raised();
    expect(ask('withdraw-challenge', { reason: 'No' }, 'manager')).toEqual(['forbidden']);
    give('withdraw-challenge', { reason: 'Met by the new plan' }, 'referrer');
    expect(now()).toMatchObject({ state: 'withdrawn', standing: { settled: { how: 'withdrawn' } } });
  });
});
