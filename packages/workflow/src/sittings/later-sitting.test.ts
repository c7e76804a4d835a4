import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

/** A sitting of a panel in four weeks that decided a case without a quorum, and its minutes to be agreed. */
function held() {
  const world = aWorld();
  const panel = aPanel(world).id;
  const one = aChildCase(world).listed();
  const sitting = aSitting(world, 28, panel).withItem(one.id).inSessionInquorate();
  sitting.deciding(one.id).ended();
  const item = sitting.itemOf(one.id).id;
  /** A sitting in session in so many days, of this panel or of another. */
  const other = (days: number, of: string | undefined) =>
    aSitting(world, days, of).withItem(aChildCase(world).listed().id).inSession();
  const agree = (at: SittingBuilder) =>
    whyNot(
      world.ask('sittings/agree-minutes', { sittingId: at.id }, world.people.chair, { record: sitting.id }),
    );
  const ratify = (at: SittingBuilder) =>
    whyNot(
      world.ask('agenda-items/ratify-decision', { sittingId: at.id }, world.people.chair, { record: item }),
    );
  return { world, panel, other, agree, ratify };
}

describe('what an earlier sitting did is agreed and ratified by a later one of the same panel', () => {
  it('and by none of another panel', () => {
    const { world, other, agree, ratify } = held();
    const elsewhere = other(42, aPanel(world, { name: 'South' }).id);
    expect(ratify(elsewhere)).toEqual(['/sittingId otherPanel']);
    expect(agree(elsewhere)).toEqual(['/sittingId otherPanel']);
  });

  it('nor by a panel under a free name, though it is called the same', () => {
    const { other, agree, ratify } = held();
    const free = other(42, undefined);
    expect([ratify(free), agree(free)]).toEqual([['/sittingId otherPanel'], ['/sittingId otherPanel']]);
  });

  it('nor by one that lies a week before it', () => {
    const { panel, other, agree, ratify } = held();
    const before = other(21, panel);
    expect([ratify(before), agree(before)]).toEqual([['/sittingId otherPanel'], ['/sittingId otherPanel']]);
  });

  it('as soon as that is in session and quorate', () => {
    const { panel, other, agree, ratify } = held();
    const next = other(42, panel);
    expect([ratify(next), agree(next)]).toEqual([[], []]);
  });
});
