import { expect, it } from 'vitest';
import type { MinuteSection } from '../sittings/standing.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aChairsActionTaken } from '../testing/chairs-action-maker.js';

const graded = () => aChildCase().assessing().graded('medium');

it('chair’s action raises a grade at once, and the case stands on the list until a sitting minutes it', () => {
  const one = graded();
  one.give(
    'take-chairs-action',
    aChairsActionTaken(one.world.at, { did: 'raise-grade', grade: 'high' }),
    'chair',
  );
  expect(one.standing).toMatchObject({
    confirmed: { grade: 'high' },
    chairsAction: { did: 'the grade was raised' },
    listing: { asked: expect.stringContaining('chair’s action') },
  });
  expect(one.state).toBe('planning/listed');
  expect(one.whyNot('withdraw-listing', { reason: 'Made up' }, 'coordinator')).toEqual(['chairsAction']);
  const sitting = aSitting(one.world).withItem(one.id).inSession().deciding(one.id).ended();
  const rows = one.world.written.get(sitting.id) ?? [];
  const { sections } = (rows[0] as { body: object }).body as { sections: MinuteSection[] };
  expect(sections.find(({ itemId }) => itemId)?.text).toContain('Chair’s action of');
  expect(one.standing.chairsAction).toBeNull();
});

it('chair’s action never steps down, and consults two different agencies', () => {
  const one = graded();
  const ask = (over: object) =>
    one.whyNot(
      'take-chairs-action',
      { ...aChairsActionTaken(one.world.at), escalatedTo: 'A director', ...over },
      'chair',
    );
  expect(ask({ did: 'raise-grade', grade: 'low' })).toEqual(['/grade noRise']);
  expect(ask({ did: 'raise-grade', grade: 'medium' })).toEqual(['/grade noRise']);
  const [first] = aChairsActionTaken(one.world.at).consulted;
  expect(ask({ consulted: [first, { ...first, name: 'Another' }] })).toEqual(['/consulted agencies']);
  expect(one.whyNot('take-chairs-action', aChairsActionTaken(one.world.at), 'coordinator')).not.toEqual([]);
});

it('a high case of a cancelled sitting waits for chair’s action, which ends that clock', () => {
  const one = aChildCase().assessing().gradedHigh().listed();
  aSitting(one.world).withItem(one.id).give('cancel-sitting', { reason: 'Snow' });
  expect(one.due('chairs-action')).toBeDefined();
  one.give(
    'take-chairs-action',
    aChairsActionTaken(one.world.at, {
      did: 'add-actions',
      actions: [{ what: 'Meet today', ownerId: one.world.people.worker.userId }],
    }),
    'chair',
  );
  expect(one.due('chairs-action')).toBeUndefined();
  expect(one.standing.actions.openSafety).toBe(1);
});

it('while a sitting hears the case it decides itself', () => {
  const one = aChildCase().assessing().listed();
  aSitting(one.world).withItem(one.id).inSession().hearing(one.id);
  const why = one.whyNot(
    'take-chairs-action',
    { ...aChairsActionTaken(one.world.at), escalatedTo: 'A director' },
    'chair',
  );
  expect(why).toContain('beforePanel');
});
