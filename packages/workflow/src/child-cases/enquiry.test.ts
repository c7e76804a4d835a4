import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aDiscussion } from '../testing/payloads.js';

const underEnquiry = () =>
  aChildCase()
    .withWorker()
    .give('record-strategy-discussion', aDiscussion({ outcome: 'section-47' }), 'manager');
const conference = { outcome: 'protection-plan', category: 'sexual-abuse', reasons: 'Made-up reasons' };

describe('an enquiry under section 47', () => {
  it('that asks for a conference leaves its fifteen working days running', () => {
    const one = underEnquiry();
    const due = one.due('conference');
    one.give('record-section-47-outcome', { outcome: 'conference', reasons: 'x' }, 'manager');
    expect(one.due('conference')).toBe(due);
  });

  it('that finds no need for a conference cancels it, and says why', () => {
    const one = underEnquiry().give(
      'record-section-47-outcome',
      { outcome: 'child-in-need', reasons: 'x' },
      'manager',
    );
    expect(one.world.history.at(-1)?.ended).toMatchObject([{ rule: 'conference', how: 'cancelled' }]);
  });

  it('ends with the conference, whose plan has a category', () => {
    const one = underEnquiry();
    const { category: _, ...without } = conference;
    expect(one.whyNot('record-conference', without, 'manager')).toEqual(['/category asked']);
    one.give('record-conference', conference, 'manager');
    expect(one.world.history.at(-1)?.ended).toMatchObject([{ rule: 'conference', how: 'met' }]);
  });

  it('has no outcome and no conference where none is open', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('record-conference', conference, 'manager')).toEqual(['enquiry']);
    expect(
      one.whyNot('record-section-47-outcome', { outcome: 'conference', reasons: 'x' }, 'worker'),
    ).toEqual(['forbidden']);
  });
});
