import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { dueClock, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { PlanActionStanding } from './standing.js';

/** An action of the nurse's, due on Friday 6 November, and what the clocks and people may do with it. */
function withAction(over: object = {}) {
  const one = aChildCase()
    .graded('medium')
    .withAction({ due: '2026-11-06', ...over }, 'nurse');
  const { world } = one;
  const { id } = world.all('planAction').at(-1) as { id: string };
  const standing = () => world.getRecord(id).standing as PlanActionStanding;
  const clock = (rule: string) => standing().clocks.find((each) => each.rule === rule);
  const ask = (verb: string, payload: object, who: PersonName) =>
    whyNot(world.ask(`plan-actions/${verb}`, payload, world.people[who], { record: id }));
  /** The clock of a rule falls due and gives its command, as the worker would. */
  const falls = (rule: string) => {
    const running = clock(rule);
    if (!running) throw new Error(`${rule} does not run`);
    if (running.due > world.at) world.at = running.due;
    const actor = { ...dueClock, clock: { id: running.id, rule } };
    return world.ask('plan-actions/escalate-action', {}, actor, { record: id, happened: running.due });
  };
  const told = () =>
    world.outgoing.filter(({ kind }) => kind === 'action-escalated').map(({ principal }) => principal);
  return { one, world, id, standing, clock, ask, falls, told };
}

describe('an action that is late', () => {
  it('goes up the stages of the area, each told once with its own time to answer; the history says who knew when', () => {
    const { world, id, standing, clock, ask, falls, told } = withAction();
    const { nurse } = world.people;
    expect(ask('accept-action', {}, 'nurse')).toEqual([]);
    expect(whyNot(falls('action-due'))).toEqual([]);
    expect(told()).toEqual([`user:${nurse.userId}`]);
    expect(clock('escalation-answer')?.due).toMatch(/^2026-11-09T/);
    for (let stage = 1; stage < 4; stage += 1) expect(whyNot(falls('escalation-answer'))).toEqual([]);
    const agency = nurse.agencyId;
    expect(told()).toEqual([
      `user:${nurse.userId}`,
      `agency:${agency}:manager`,
      `agency:${agency}:member`,
      'role:coordinator',
      'role:chair',
    ]);
    expect(whyNot(falls('escalation-answer'))).toEqual(['lastStage']);
    const rows = (world.written.get(id) ?? []).filter(({ kind }) => kind === 'escalation').reverse();
    expect(
      rows.map(({ body, happened }) => [(body as { stage: string }).stage, happened.slice(0, 10)]),
    ).toEqual([
      ['owner', '2026-11-06'],
      ['manager', '2026-11-09'],
      ['agency-lead', '2026-11-12'],
      ['chair', '2026-11-18'],
    ]);
    expect(standing().escalation).toMatchObject({ stage: 3, answered: false });
  });

  it('gives each stage its full time to answer from when it is told, also after a time down', () => {
    const { ask, falls, clock, standing, world } = withAction();
    ask('accept-action', {}, 'nurse');
    world.at = '2026-12-07T09:00:00.000Z';
    expect(whyNot(falls('action-due'))).toEqual([]);
    expect(clock('escalation-answer')).toMatchObject({ start: world.at });
    expect(clock('escalation-answer')?.due).toMatch(/^2026-12-08T/);
    expect(standing().escalation).toMatchObject({ stage: 0, at: world.at });
  });

  it('is answered by a new date, which starts its clock anew; late again, the next stage is told, not the first', () => {
    const { ask, falls, standing, told, world } = withAction();
    ask('accept-action', {}, 'nurse');
    falls('action-due');
    expect(ask('change-action', { reason: 'x', due: '2026-12-01' }, 'manager')).toEqual(['/due escalated']);
    expect(ask('answer-escalation', { reason: 'Flu', due: '2026-01-01' }, 'nurse')).toEqual(['/due past']);
    expect(ask('answer-escalation', { reason: 'Flu', due: '2026-11-20' }, 'nurse')).toEqual([]);
    expect(ask('answer-escalation', { reason: 'Flu', due: '2026-11-20' }, 'nurse')).toEqual(['escalation']);
    expect(standing()).toMatchObject({ due: '2026-11-20', escalation: { answered: true } });
    falls('action-due');
    expect(told().at(-1)).toBe(`agency:${world.people.nurse.agencyId}:manager`);
  });

  it('may be answered by a reason, which buys one more time to answer, and by ending it', () => {
    const { ask, falls, clock } = withAction();
    ask('accept-action', {}, 'nurse');
    falls('action-due');
    expect(ask('answer-escalation', { reason: 'The school is shut' }, 'colleague')).toEqual(['forbidden']);
    expect(ask('answer-escalation', { reason: 'The school is shut' }, 'worker')).toEqual([]);
    expect(clock('escalation-answer')?.due).toMatch(/^2026-11-09T/);
    expect(ask('end-action', { how: 'done', evidence: 'Late, but done' }, 'nurse')).toEqual([]);
    expect(clock('escalation-answer')).toBeUndefined();
  });

  it('may be escalated by hand by those who plan, with a reason', () => {
    const { ask, standing, told, world } = withAction();
    expect(ask('escalate-action', { reason: 'x' }, 'nurse')).toEqual(['forbidden']);
    expect(ask('escalate-action', {}, 'worker')).toEqual(['/reason asked']);
    expect(ask('escalate-action', { reason: 'It cannot wait' }, 'worker')).toEqual([]);
    expect(told()).toEqual([`user:${world.people.nurse.userId}`]);
    expect(standing().escalation).toMatchObject({ stage: 0, answered: false });
  });

  it('that nobody has answered for in two working days escalates too; an answer then ends it', () => {
    const { ask, falls, standing, clock } = withAction({ due: '2026-12-01' });
    expect(clock('action-acceptance')?.due).toMatch(/^2026-11-05T/);
    expect(whyNot(falls('action-acceptance'))).toEqual([]);
    expect(ask('accept-action', {}, 'nurse')).toEqual([]);
    expect(standing().escalation).toMatchObject({ stage: 0, answered: true });
    expect(clock('escalation-answer')).toBeUndefined();
  });

  it('that its owner declined stays due, with the manager, who has two working days before it escalates', () => {
    const { ask, falls, clock, told } = withAction();
    expect(ask('decline-action', { reason: 'On leave' }, 'nurse')).toEqual([]);
    const who = 'team:team-north:manager';
    expect(clock('action-due')).toMatchObject({ who, due: expect.stringMatching(/^2026-11-06T/) });
    expect(clock('action-acceptance')).toMatchObject({ who, due: expect.stringMatching(/^2026-11-05T/) });
    expect(whyNot(falls('action-acceptance'))).toEqual([]);
    expect(told()).toEqual([who]);
  });

  it('that was declined before a team took the case on waits for that team’s manager from then on', () => {
    const one = aChildCase().withAction({ due: '2026-11-06' }, 'nurse');
    const { world } = one;
    const { id } = world.all('planAction').at(-1) as { id: string };
    world.give('plan-actions/decline-action', { reason: 'On leave' }, world.people.nurse, { record: id });
    const waits = () => (world.queue.get(id) ?? []).map(({ principal }) => principal);
    expect(new Set(waits())).toEqual(new Set(['role:triage-social-worker']));
    one.assessing();
    expect(new Set(waits())).toEqual(new Set(['team:team-north:manager']));
  });

  it('is read by those who are told of it, from then on; of the disruption part by no agency lead', () => {
    const reads = (part: 'safety' | 'disruption') => {
      const { falls, ask, world, id } = withAction({ part });
      ask('accept-action', {}, 'nurse');
      falls('action-due');
      for (let stage = 1; stage < 4; stage += 1) falls('escalation-answer');
      const lines = (world.readers.get(id) ?? []).map(({ principal }) => principal);
      return lines.filter((one) => one.startsWith('agency:')).map((one) => one.split(':').at(-1));
    };
    expect(reads('safety')).toEqual(['manager', 'member']);
    expect(reads('disruption')).toEqual(['manager']);
  });
});
