import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { anAction } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { PlanActionStanding } from './standing.js';

/** An action of the nurse's, and what somebody may do with it. */
function withAction(over: object = {}) {
  const one = aChildCase().graded('medium').withAction(over, 'nurse');
  const { id } = one.world.all('planAction').at(-1) as { id: string };
  const ask = (verb: string, payload: object, who: PersonName = 'manager') =>
    whyNot(one.world.ask(`plan-actions/${verb}`, payload, one.world.people[who], { record: id }));
  const standing = (which = id) => one.world.getRecord(which).standing as PlanActionStanding;
  return { one, id, ask, standing };
}

describe('an action ends', () => {
  it.each([
    ['done', {}, ['/evidence asked']],
    ['not-done', { evidence: 'x' }, ['/reason asked']],
    ['no-longer-possible', { reason: 'x' }, ['/changed asked']],
    ['handed-over', {}, ['/newOwnerId asked', '/handover asked']],
    ['handed-over', { newOwnerId: 'nobody', handover: 'x' }, ['/newOwnerId noOwner']],
    ['superseded', {}, ['/byActionId asked']],
    ['superseded', { byActionId: 'nobody' }, ['/byActionId noAction']],
  ])('as %s only with what is its own: %o', (how, said, why) => {
    expect(withAction().ask('end-action', { how, ...said })).toEqual(why);
  });

  it('as no longer possible apart from not done, each with its own words', () => {
    const gone = withAction();
    expect(gone.ask('end-action', { how: 'no-longer-possible', changed: 'The shop closed' })).toEqual([]);
    expect(gone.standing().ended).toMatchObject({ how: 'no-longer-possible' });
    const undone = withAction();
    expect(undone.ask('end-action', { how: 'not-done', reason: 'Nobody was free' })).toEqual([]);
    expect(undone.standing().ended).toMatchObject({ how: 'not-done' });
  });

  it('handed over to a name goes on as that person’s, with the same words, and waits for the answer', () => {
    const { one, ask, standing } = withAction();
    const { advocate, nurse } = one.world.people;
    const over = { how: 'handed-over', newOwnerId: advocate.userId, handover: 'Met all three' };
    expect(ask('end-action', { ...over, newOwnerId: nurse.userId })).toEqual(['/newOwnerId sameOwner']);
    expect(ask('end-action', over)).toEqual([]);
    const by = standing().ended?.by as string;
    expect(one.world.getRecord(by)).toMatchObject({ state: 'offered', parentId: one.id });
    expect(standing(by)).toMatchObject({
      what: 'Meet the child twice a week',
      ownerName: 'Abe Advocate',
      due: '2029-12-03',
      gaps: [],
    });
    expect(one.standing.actions).toEqual({ open: 1, openSafety: 1 });
    expect(one.standing.partners[advocate.userId]).toBe(1);
  });

  it('handed over after its day has passed only with a new day', () => {
    const { one, ask, standing } = withAction({ due: '2026-11-05' });
    one.world.pass(10);
    const over = { how: 'handed-over', newOwnerId: one.world.people.advocate.userId, handover: 'x' };
    expect(ask('end-action', over)).toEqual(['/due past']);
    expect(ask('end-action', { ...over, due: '2026-12-01' })).toEqual([]);
    expect(standing(standing().ended?.by).due).toBe('2026-12-01');
  });

  it('superseded by an open action of the same plan alone', () => {
    const { one, id, ask, standing } = withAction();
    const other = aChildCase(one.world).graded('medium').withAction();
    const elsewhere = one.world.all('planAction').at(-1)?.id;
    expect(ask('end-action', { how: 'superseded', byActionId: elsewhere })).toEqual(['/byActionId noAction']);
    expect(other.standing.actions.open).toBe(1);
    one.withAction();
    const byActionId = one.world.all('planAction').at(-1)?.id;
    expect(ask('end-action', { how: 'superseded', byActionId: id })).toEqual(['/byActionId same']);
    expect(ask('end-action', { how: 'superseded', byActionId })).toEqual([]);
    expect(standing().ended).toMatchObject({ how: 'superseded', by: byActionId });
  });
});

describe('an action is changed', () => {
  it('in versions, each of which is kept whole, with the reason', () => {
    const { one, id, ask, standing } = withAction({ outcome: '', measure: '' });
    expect(standing().gaps).toEqual(['outcome', 'measure']);
    expect(ask('change-action', { reason: 'x' })).toEqual(['nothing']);
    expect(ask('change-action', { reason: 'Agreed', outcome: 'Sleeps at home', due: '2029-12-20' })).toEqual(
      [],
    );
    expect(standing()).toMatchObject({ revision: 2, gaps: ['measure'], due: '2029-12-20' });
    const [now, before] = (one.world.written.get(id) ?? []).filter(({ kind }) => kind === 'action');
    expect(now?.body).toMatchObject({ revision: 2, outcome: 'Sleeps at home', reason: 'Agreed' });
    expect(before?.body).toMatchObject({ revision: 1, what: 'Meet the child twice a week' });
    expect(standing().clocks.find(({ rule }) => rule === 'action-due')?.due).toMatch(/^2029-12-20/);
  });

  it('by its owner where something is missing; what is done, when and by whom is for those who plan', () => {
    const { ask } = withAction({ measure: '' });
    expect(ask('change-action', { reason: 'x', measure: 'Calls answered' }, 'nurse')).toEqual([]);
    expect(ask('change-action', { reason: 'x', due: '2029-12-09', what: 'Less' }, 'nurse')).toEqual([
      '/due notYours',
      '/what notYours',
    ]);
    expect(ask('change-action', { reason: 'x', measure: 'y' }, 'stranger')).toEqual(['forbidden']);
  });

  it('of owner is asked anew of the next, also where the first declined; the case counts it as theirs', () => {
    const { one, id, ask, standing } = withAction();
    const { nurse, advocate } = one.world.people;
    expect(ask('decline-action', { reason: 'Leave' }, 'nurse')).toEqual([]);
    expect(ask('change-action', { reason: 'Declined', ownerId: advocate.userId })).toEqual([]);
    expect(one.world.getRecord(id).state).toBe('offered');
    expect(standing()).toMatchObject({ ownerName: 'Abe Advocate', ownerRole: 'advocate', declinedAt: null });
    expect(standing().clocks.map(({ rule, who }) => [rule, who])).toEqual([
      ['action-acceptance', `user:${advocate.userId}`],
      ['action-due', `user:${advocate.userId}`],
    ]);
    expect(one.standing.partners[advocate.userId]).toBe(1);
    expect(typeof one.standing.partners[nurse.userId]).toBe('string');
  });

  it('cannot be covered by its own owner, nor by nobody', () => {
    const { one, ask } = withAction();
    const { nurse, advocate } = one.world.people;
    expect(ask('change-action', { reason: 'x', coverId: nurse.userId })).toEqual(['/coverId self']);
    expect(ask('change-action', { reason: 'x', coverId: 'nobody' })).toEqual(['/coverId noPerson']);
    expect(ask('change-action', { reason: 'x', coverId: advocate.userId })).toEqual([]);
    expect(anAction(one.id, nurse.userId)).not.toHaveProperty('coverId');
  });
});
