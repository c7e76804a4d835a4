import { describe, expect, it } from 'vitest';
import { mostOwners } from '../child-cases/owners.js';
import { worker } from '../child-cases/principals.js';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aService } from '../testing/on-case-payloads.js';
import { aClosure, anAction, aTriage } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { ServiceEpisodeStanding } from './standing.js';
import { serviceEpisodes } from './topic.js';

type Service = StoredRecord<ServiceEpisodeStanding>;

/** A service that the worker has asked for. */
function asked(one = aChildCase().withWorker()) {
  const { world } = one;
  const { id } = world.give(
    'service-episodes/refer-service',
    aService(one.id, world.people.nurse.agencyId as string),
    world.people.worker,
  );
  const now = () => world.getRecord<Service>(id);
  const give = (verb: string, body: object, who: PersonName = 'worker') =>
    world.give(`service-episodes/${verb}-service`, body, world.people[who], { record: id });
  const ask = (verb: string, body: object, who: PersonName = 'worker') =>
    whyNot(world.ask(`service-episodes/${verb}-service`, body, world.people[who], { record: id }));
  return { one, world, id, now, give, ask };
}

/** A second case of the same child, taken on by the same team. */
const besides = ({ world, standing }: ChildCaseBuilder): ChildCaseBuilder =>
  aChildCase(world)
    .referred({ childId: standing.childId })
    .give('decide-triage', aTriage('risk-assessment', { teamId: 'team-north' }), 'triage');

const diedCase = (one: ChildCaseBuilder) =>
  one
    .give('propose-closure', aClosure({ reason: 'deceased' }), 'worker')
    .give('approve-closure', { reasons: 'Made up' }, 'manager');

describe('a service to a child', () => {
  it('is asked for, accepted, started and ended, each with its date', () => {
    const { world, now, give } = asked();
    give('accept', { words: 'From Monday (made up)' });
    world.pass(2);
    give('start', {});
    give('end', { outcome: 'completed', reason: 'Made up', childWords: 'She listened (made up)' });
    const { state, standing } = now();
    expect(state).toBe('ended');
    expect(standing.startedAt).not.toBe(standing.acceptedAt);
    expect(standing).toMatchObject({ service: 'Weekly talking (made up)', ended: { outcome: 'completed' } });
    expect(world.written.get(now().id)?.map(({ kind }) => kind)).toEqual([
      ...['service-ended', 'service-started', 'service-accepted', 'service-referral'],
    ]);
  });

  it('is declined with a reason, and not started afterwards', () => {
    const { now, give, ask } = asked();
    give('decline', { reason: 'Nobody is free (made up)' });
    expect(now()).toMatchObject({ state: 'declined', standing: { ended: { outcome: 'declined' } } });
    expect(ask('start', {})).not.toEqual([]);
  });

  it('ends as not begun where it has not started, and as nothing else', () => {
    const { ask, give, now } = asked();
    expect(ask('end', { outcome: 'completed', reason: 'Made up' })).toEqual(['/outcome begun']);
    give('start', {});
    expect(ask('end', { outcome: 'not-begun', reason: 'Made up' })).toEqual(['/outcome begun']);
    expect(now().state).toBe('started');
  });

  it('is led by those who hold the case, and by nobody of another team', () => {
    const { world, now, ask } = asked();
    expect(ask('accept', {}, 'stranger')).not.toEqual([]);
    const reads = (who: PersonName) =>
      classesRead(readersOf(serviceEpisodes, now(), world.at), world.people[who], world.at);
    expect(reads('worker')).toContain('safety');
    expect(reads('auditor')).toContain('safety');
    expect(reads('stranger')).toEqual([]);
  });
});

describe('a partner of the plan', () => {
  const act = (world: ReturnType<typeof asked>['world'], caseId: string, part: 'safety' | 'disruption') =>
    world.give(
      'plan-actions/add-action',
      anAction(caseId, world.people.nurse.userId as string, { part }),
      world.people.worker,
    );
  const reads = ({ world, now }: Pick<ReturnType<typeof asked>, 'world' | 'now'>) =>
    classesRead(readersOf(serviceEpisodes, now(), world.at), world.people.nurse, world.at);

  it('reads the safety part of a service, whichever was first, the action or the service, and never more', () => {
    const later = asked();
    expect(reads(later)).toEqual([]);
    act(later.world, later.one.id, 'disruption');
    expect(reads(later)).toEqual([]);
    act(later.world, later.one.id, 'safety');
    expect(reads(later)).toEqual(['safety']);
    const one = aChildCase().withWorker();
    act(one.world, one.id, 'safety');
    expect(reads(asked(one))).toEqual(['safety']);
  });

  it('reads it for 28 days after the last action has ended, and no longer', () => {
    const service = asked();
    const { world, one } = service;
    const { id } = act(world, one.id, 'safety');
    const second = act(world, one.id, 'safety');
    const end = (action: string) =>
      world.give('plan-actions/end-action', { how: 'not-done', reason: 'Made up' }, world.people.worker, {
        record: action,
      });
    end(id);
    expect(service.now().standing.partners).toEqual({ [world.people.nurse.userId as string]: null });
    end(second.id);
    world.pass(27);
    expect(reads(service)).toEqual(['safety']);
    world.pass(2);
    expect(reads(service)).toEqual([]);
  });

  it('is one of forty at most, and of those in grace: the standing of the service stays within its four kilobytes', () => {
    const { now } = asked();
    const partners = Array.from({ length: mostOwners + 3 }, (_one, index) => [
      `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      index < mostOwners ? null : '2026-12-01T10:00:00.000Z',
    ]);
    const full = { ...now().standing, name: 'n'.repeat(120), service: 's'.repeat(120) };
    const text = JSON.stringify({ ...full, partners: Object.fromEntries(partners) });
    expect(text.length).toBeLessThan(3600);
  });

  it('is another’s once the service is carried to the next case: its own partners read it there', () => {
    const service = asked();
    const { one, world } = service;
    act(world, one.id, 'safety');
    service.give('carry', { caseId: besides(one).id });
    expect(reads(service)).toEqual([]);
  });
});

describe('the answer of a service', () => {
  it.each([
    ['accept', {}],
    ['decline', { reason: 'Made up' }],
    ['start', {}],
    ['end', { outcome: 'not-begun', reason: 'Made up' }],
  ] as const)('stands with its date in the list of the worker until it comes: %s', (verb, payload) => {
    const { world, id, now, give } = asked();
    const { userId } = world.people.worker;
    expect(world.queue.get(id)).toMatchObject([
      { principal: `user:${userId}`, step: 'service-answer', due: '2026-11-17T23:59:59.999Z' },
    ]);
    give(verb, payload);
    expect(now().standing.clocks).toEqual([]);
    expect(world.queue.get(id)).toEqual([]);
  });

  it('is waited for by whoever holds the case next', () => {
    const { one, now, give } = asked();
    const next = besides(one);
    give('carry', { caseId: next.id });
    expect(now().standing.clocks.map(({ who }) => who)).toEqual([worker(next.standing)]);
  });
});

describe('a service when the case closes', () => {
  it('goes on, and is known to go on without an open case', () => {
    const { one, now, give } = asked(aChildCase().readyToClose());
    give('start', {});
    one.closed();
    expect(now()).toMatchObject({ state: 'started', standing: { caseClosedAt: expect.any(String) } });
  });

  it('goes on under the case when that is taken up again: it is not begun anew', () => {
    const { one, now, give } = asked(aChildCase().readyToClose());
    give('start', {});
    const { startedAt } = now().standing;
    one.closed().give('relist', { reason: 'Made up' }, 'triage');
    expect(now()).toMatchObject({ state: 'started', standing: { caseClosedAt: null, startedAt } });
  });

  it('ends with the case of a child who has died', () => {
    const { one, now } = asked();
    diedCase(one);
    expect(now()).toMatchObject({ state: 'ended', standing: { ended: { outcome: 'died' } } });
  });
});

describe('a service carried forward', () => {
  it('hangs on the child’s next case with its dates and its history', () => {
    const { one, world, id, now, give } = asked();
    give('start', {});
    const { startedAt, referred } = now().standing;
    const next = besides(one);
    give('carry', { caseId: next.id });
    expect(now()).toMatchObject({
      state: 'started',
      parentId: next.id,
      standing: { caseId: next.id, startedAt, referred, carried: [{ caseId: one.id }] },
    });
    expect(world.written.get(id)?.map(({ kind }) => kind)).toContain('service-carried');
  });

  it('goes to another open case of the same child alone', () => {
    const { one, world, ask } = asked();
    const another = aChildCase(world).withWorker();
    expect(ask('carry', { caseId: another.id })).toEqual(['/caseId otherCase']);
    expect(ask('carry', { caseId: one.id })).toEqual(['/caseId otherCase']);
  });
});
