import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

/** A sitting that ended, with so many actions on its one item. */
function held(actions: number, found: { gave?: boolean } = {}) {
  const world = aWorld();
  const one = aChildCase(world).listed();
  const sitting = aSitting(world).withItem(one.id).inSession();
  const ownerId = world.people.worker.userId;
  const given = Array.from({ length: actions }, () => ({
    what: 'Made up',
    ownerId,
    part: 'safety' as const,
    due: '2029-06-01',
  }));
  sitting.deciding(one.id, { actions: given }).give('end-sitting', found, 'chair');
  return sitting;
}

const rules = (sitting: ReturnType<typeof held>) => sitting.record.standing.clocks.map(({ rule }) => rule);

describe('the letters of a sitting', () => {
  it('are due from its end where it gave actions, and the clock ends once every agency has its own', () => {
    const sitting = held(2);
    const recipients = [sitting.world.people.member.userId];
    expect(rules(sitting)).toEqual(['minutes', 'actions-out']);
    sitting.give('issue-letters', { recipients, complete: false });
    expect(rules(sitting)).toEqual(['minutes', 'actions-out']);
    sitting.give('agree-minutes', {}, 'chair').give('issue-letters', { recipients, complete: true });
    expect(rules(sitting)).toEqual([]);
  });

  it('are not out where an agency can have none: the clock ends with that, and not as met', () => {
    const sitting = held(1);
    const recipients = [sitting.world.people.member.userId];
    sitting.give('issue-letters', { recipients, complete: false, unreached: ['Fern Charity'] });
    expect(rules(sitting)).toEqual(['minutes']);
    const ended = sitting.world.history.at(-1)?.ended.find(({ rule }) => rule === 'actions-out');
    expect(ended).toMatchObject({
      how: 'cancelled',
      reason: 'No letter: at Fern Charity nobody has a part in the sitting or an account to answer for it',
    });
  });

  it('to somebody without a seat let that person know that the sitting was held, and nobody else of it', () => {
    const sitting = held(1);
    const { worker, member } = sitting.world.people;
    const lines = () =>
      (sitting.world.readers.get(sitting.id) ?? []).filter(
        ({ principal }) => principal === `user:${worker.userId}`,
      );
    expect(lines()).toEqual([]);
    const recipients = [worker.userId, member.userId];
    sitting.give('issue-letters', { recipients, unseated: [worker.userId], complete: true });
    sitting.give('issue-letters', { recipients: [worker.userId], unseated: [worker.userId] });
    expect(lines()).toEqual([{ principal: `user:${worker.userId}`, class: 'receipt', until: null }]);
    expect(sitting.record.standing.addressees).toEqual([worker.userId]);
    const unseated = Array.from({ length: 31 }, (_, index) => `made-up-${index}`);
    const asked = sitting.world.ask(
      'sittings/issue-letters',
      { recipients, unseated },
      sitting.world.people.coordinator,
      {
        record: sitting.id,
      },
    );
    expect(whyNot(asked)).toEqual(['/recipients tooMany']);
  });

  it('are due also where all that it gave stands apart from what the sitting reads, and no number tells of it', () => {
    const sitting = held(0, { gave: true });
    expect(rules(sitting)).toEqual(['minutes', 'actions-out']);
    expect(rules(held(0, { gave: false }))).toEqual(['minutes']);
  });

  it('are not asked for where it gave none, may be where what it gave is not told, and go to accounts alone', () => {
    const none = held(0);
    expect(rules(none)).toEqual(['minutes']);
    const ask = (sitting: typeof none, recipients: string[]) =>
      whyNot(
        sitting.world.ask('sittings/issue-letters', { recipients }, sitting.world.people.coordinator, {
          record: sitting.id,
        }),
      );
    expect(ask(none, [none.world.people.member.userId])).toEqual([]);
    const world = aWorld();
    const unheard = aSitting(world).withItem(aChildCase(world).listed().id).inSession().ended();
    expect(ask(unheard, [world.people.member.userId])).toEqual(['actions']);
    expect(ask(held(1), ['nobody'])).toEqual(['/recipients/0 noPerson']);
  });
});
