import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aListing } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';

describe('listing for the panel', () => {
  it.each([
    ['on a basis that the area does not know', { basis: 'curiosity' }, 'manager', ['/basis basis']],
    [
      'without a strategy discussion, and no word why',
      { noStrategyReason: '' },
      'manager',
      ['/noStrategyReason asked'],
    ],
    ['with a coordinator’s word why no discussion', {}, 'coordinator', ['/noStrategyReason manager']],
    ['without a plan, and no word why', { noPlanReason: '' }, 'manager', ['/noPlanReason asked']],
    ['with a manager’s reasons', {}, 'manager', []],
    ['admitted by the chair', { noStrategyReason: '', noPlanReason: '', admitReason: 'Urgent' }, 'chair', []],
    [
      'admitted by a coordinator, who cannot',
      { noPlanReason: '', admitReason: 'x' },
      'coordinator',
      ['/noStrategyReason manager', '/noPlanReason asked'],
    ],
    ['by a worker of another team', {}, 'stranger', ['forbidden']],
  ] as [string, object, PersonName, string[]][])('%s', (_, over, who, why) => {
    expect(aChildCase().graded('medium').whyNot('list-for-panel', aListing(over), who)).toEqual(why);
  });

  it('asks for a confirmed grade, after triage, and only once', () => {
    expect(aChildCase().withWorker().whyNot('list-for-panel', aListing(), 'manager')).toEqual(['gate']);
    expect(aChildCase().referred().whyNot('list-for-panel', aListing(), 'coordinator')).toEqual([
      'afterTriage',
    ]);
    expect(aChildCase().closed().whyNot('list-for-panel', aListing(), 'coordinator')).toEqual([
      'afterTriage',
    ]);
    expect(aChildCase().listed().whyNot('list-for-panel', aListing(), 'manager')).toEqual(['wrongState']);
  });

  it('needs no reason where the discussion and the plan are there', () => {
    const one = aChildCase().planned().discussed();
    expect(one.whyNot('list-for-panel', { basis: 'high', asked: 'x' }, 'worker')).toEqual([]);
  });

  it('stands in the coordinator’s list until it is on an agenda', () => {
    const one = aChildCase().listed();
    const line = () =>
      one.world.queue
        .get(one.id)
        ?.find((each) => each.principal === 'role:coordinator' && each.step === 'add-item');
    expect(line()).toBeDefined();
    aSitting(one.world).withItem(one.id);
    expect(line()).toBeUndefined();
  });

  it('is asked of the coordinator once a high grade is proposed, until the case is listed', () => {
    const one = aChildCase().assessed('high');
    const line = () => one.world.queue.get(one.id)?.find((each) => each.step === 'list-for-panel');
    expect(line()).toEqual({
      principal: 'role:coordinator',
      due: one.due('grade-confirmation'),
      step: 'list-for-panel',
    });
    one.give('list-for-panel', aListing({ admitReason: 'It cannot wait' }), 'chair');
    expect(line()).toBeUndefined();
    const medium = aChildCase().assessed('medium');
    expect(medium.world.queue.get(medium.id)?.map((each) => each.step)).not.toContain('list-for-panel');
  });

  it.each([
    ['a first grade', () => aChildCase().gradedHigh()],
    ['a rise from medium', () => aChildCase().graded('medium').graded('high')],
  ])(
    'is asked of the coordinator still once the high of %s is confirmed, until the case is listed',
    (_, made) => {
      const one = made();
      const steps = () => one.world.queue.get(one.id)?.filter(({ step }) => step === 'list-for-panel');
      expect(steps()).toMatchObject([{ principal: 'role:coordinator', due: one.standing.confirmed?.at }]);
      one.give('list-for-panel', aListing({ admitReason: 'It cannot wait' }), 'chair');
      expect(steps()).toEqual([]);
      one.give('withdraw-listing', { reason: 'Listed by mistake' }, 'chair');
      expect(steps()).toHaveLength(1);
    },
  );

  it('may be deferred to a day, and stands in the coordinator’s list from then', () => {
    const one = aChildCase().listed();
    const line = () => one.world.queue.get(one.id)?.find((each) => each.step === 'add-item');
    one.give('defer-listing', { reason: 'x', until: '2026-11-09' }, 'chair');
    expect(line()?.due).toBe('2026-11-09T00:00:00.000Z');
  });

  it('is withdrawn or deferred, to a day to come, by the chair or the coordinator', () => {
    const one = aChildCase().listed();
    expect(one.whyNot('defer-listing', { reason: 'x', until: '2026-11-03' }, 'chair')).toEqual([
      '/until future',
    ]);
    expect(one.whyNot('withdraw-listing', { reason: 'x' }, 'manager')).toEqual(['forbidden']);
    expect(one.whyNot('withdraw-listing', { reason: 'x' }, 'coordinator')).toEqual([]);
    expect(one.whyNot('withdraw-listing', { reason: 'x' }, 'coordinator')).toEqual(['wrongState']);
    expect(one.whyNot('defer-listing', { reason: 'x', until: '2027-01-01' }, 'chair')).toEqual([
      'wrongState',
    ]);
  });
});
