import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { queueOf } from '../queue-lines.js';
import { classesRead } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aWorld, dueClock, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { PlanActionStanding } from './standing.js';

/** A sitting has given an action to health, whose member names the owner. */
function given() {
  const world = aWorld();
  const one = aChildCase(world).listed();
  const agencyId = world.people.member.agencyId as string;
  const action = {
    what: 'Offer a health appointment (made up)',
    agencyId,
    part: 'safety' as const,
    due: '2029-06-01',
  };
  aSitting(world)
    .withItem(one.id)
    .inSession()
    .deciding(one.id, { actions: [action] });
  const found = () =>
    world.all('planAction').find(({ parentId }) => parentId === one.id) as StoredRecord<PlanActionStanding>;
  const change = (payload: object, who: PersonName) =>
    whyNot(
      world.ask('plan-actions/change-action', { reason: 'Named', ...payload }, world.people[who], {
        record: found().id,
      }),
    );
  return { world, one, agencyId, found, change };
}

describe('an action that a sitting gives to an agency', () => {
  it('waits for the owner whom its lead names, by the next working day, in the agency’s lists', () => {
    const { world, one, agencyId, found } = given();
    expect(found()).toMatchObject({
      state: 'awaitingOwner',
      standing: { ownerId: '', ownerAgencyId: agencyId },
    });
    const [clock] = found().standing.clocks;
    expect(clock).toMatchObject({ rule: 'actions-out', who: `agency:${agencyId}:member` });
    expect(one.standing.actions.openSafety).toBe(1);
    expect(Object.keys(one.standing.partners)).not.toContain('');
    const lines = queueOf(topicOf('planAction'), found()).map(({ principal }) => principal);
    expect(lines).toEqual(
      expect.arrayContaining([`agency:${agencyId}:member`, `agency:${agencyId}:manager`]),
    );
    expect(classesRead(world.readers.get(found().id) ?? [], world.people.member, world.at)).toContain(
      'safety',
    );
  });

  it('gets an owner of that agency from its lead, who changes nothing else', () => {
    const { world, one, found, change } = given();
    const { nurse, worker } = world.people;
    expect(change({ ownerId: worker.userId }, 'member')).toEqual(['/ownerId otherAgency']);
    expect(change({ ownerId: nurse.userId, what: 'Something else' }, 'member')).toEqual(['/what notYours']);
    expect(change({ ownerId: nurse.userId }, 'member')).toEqual([]);
    expect(found()).toMatchObject({ state: 'offered', standing: { ownerId: nurse.userId } });
    expect(found().standing.clocks.map(({ rule }) => rule)).toEqual(['action-acceptance', 'action-due']);
    expect(one.standing.actions.openSafety).toBe(1);
    expect(one.standing.partners[nurse.userId]).toBe(1);
    expect(change({ ownerId: nurse.userId }, 'member')).toEqual(['notYours', '/ownerId sameOwner']);
  });

  it('escalates where nobody is named in time', () => {
    const { world, found } = given();
    const running = found().standing.clocks[0];
    if (!running) throw new Error('No clock runs');
    world.at = running.due;
    const actor = { ...dueClock, clock: { id: running.id, rule: 'actions-out' } };
    const late = world.ask('plan-actions/escalate-action', {}, actor, {
      record: found().id,
      happened: running.due,
    });
    expect(whyNot(late)).toEqual([]);
    expect(found().standing.escalation?.told).toContain(`agency:${found().standing.ownerAgencyId}:member`);
  });

  it('is not given to somebody and an agency at once, nor to an agency that is none', () => {
    const { world } = given();
    const next = aChildCase(world).listed();
    const sitting = aSitting(world, 28).withItem(next.id).inSession().hearing(next.id);
    const ask = (action: object) =>
      whyNot(
        world.ask(
          'agenda-items/record-panel-decision',
          {
            decision: 'continue',
            reasons: 'Made-up reasons',
            nextReview: '2029-06-01',
            actions: [{ what: 'Made up', part: 'safety', due: '2029-06-01', ...action }],
          },
          world.people.chair,
          { record: sitting.itemOf(next.id).id },
        ),
      );
    expect(ask({ agencyId: world.people.nurse.agencyId, ownerId: world.people.nurse.userId })).toEqual([
      '/actions/0/ownerId both',
    ]);
    expect(ask({ agencyId: world.people.nurse.userId })).toEqual(['/actions/0/ownerId noAgency']);
    expect(ask({})).toEqual(['/actions/0/ownerId noOwner']);
  });
});
