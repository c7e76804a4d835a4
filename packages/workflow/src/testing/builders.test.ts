import { describe, expect, it } from 'vitest';
import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { aWorld } from './people.js';

describe('the builders of made-up cases', () => {
  it.each([
    ['referred', 'awaitingTriage/notListed', () => aChildCase().referred()],
    ['taken on', 'assessing/notListed', () => aChildCase().assessing()],
    ['graded high', 'planning/notListed', () => aChildCase().gradedHigh()],
    ['graded none', 'monitoring/notListed', () => aChildCase().graded('none')],
    ['planned', 'monitoring/notListed', () => aChildCase().planned().shared()],
    ['listed', 'planning/listed', () => aChildCase().listed()],
    ['proposed to close', 'closing/notListed', () => aChildCase().readyToClose().proposedToClose()],
    ['closed', 'closed/notListed', () => aChildCase().closed()],
  ])('a case that is %s stands at %s', (_, state, build) => {
    expect(build().state).toBe(state);
  });

  it('a sitting hears a listed case and ends with minutes drafted', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const sitting = aSitting(world).withItem(one.id).inSession().hearing(one.id);
    expect(one.state).toBe('planning/beforePanel');
    sitting.deciding(one.id).ended();
    expect(one.state).toBe('planning/listed');
    expect(sitting.record.state).toBe('minutesDrafted');
  });

  it('gives the same books in every run', () => {
    const books = () => JSON.stringify([...aChildCase().planned().world.records.values()]);
    expect(books()).toBe(books());
  });
});
