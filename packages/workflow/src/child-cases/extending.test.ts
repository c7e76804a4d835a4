import { describe, expect, it } from 'vitest';
import { whyDue } from '../clocks/why-due.js';
import type { RunningClock } from '../model.js';
import { englandProfile } from '../profile/profile.js';
import { validateProfile } from '../profile/validate-profile.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aDiscussion } from '../testing/payloads.js';

const later = { rule: 'first-assessment', to: '2026-11-24', reason: 'The child is in hospital' };
const clockOf = (one: ChildCaseBuilder, rule: string) =>
  one.standing.clocks.find((clock) => clock.rule === rule) as RunningClock;
const codes = (one: ChildCaseBuilder, payload: object, who: 'manager' | 'worker' = 'manager') =>
  one.whyNot('extend-clock', payload, who);

describe('a date that is put off', () => {
  it('is due on a second day, by its first start, and keeps the first with who and why', () => {
    const one = aChildCase().withWorker();
    const first = clockOf(one, 'first-assessment');
    one.give('extend-clock', later, 'manager');
    const { id, due, extended, ...kept } = clockOf(one, 'first-assessment');
    expect(kept).toEqual({ rule: first.rule, start: first.start, who: first.who });
    expect(id).not.toBe(first.id);
    expect(due).toMatch('2026-11-24');
    expect(extended).toEqual({
      from: first.due,
      by: one.world.people.manager.name,
      reason: later.reason,
    });
    expect(one.world.history.at(-1)?.ended).toMatchObject([
      { id: first.id, due: first.due, how: 'extended', reason: null },
    ]);
    expect(whyDue(clockOf(one, 'first-assessment'), englandProfile).join(' ')).toMatch(
      /^10 working days, counted from the triage decision.*It was due on Tuesday 17 November 2026, and was extended to Tuesday 24 November 2026 by .* because: The child is in hospital$/,
    );
  });

  it('is met by the second day, and late after it', () => {
    const one = aChildCase().withWorker().give('extend-clock', later, 'manager');
    one.world.pass(18);
    one.assessed('low');
    const ended = one.world.history.flatMap((change) => change.ended);
    expect(ended.filter(({ rule }) => rule === 'first-assessment').map(({ how }) => how)).toEqual([
      'extended',
      'met',
    ]);
  });

  it('is put off once alone, before it is overdue, no earlier, and no later than the area allows', () => {
    const one = aChildCase().withWorker();
    expect(codes(one, { ...later, to: '2026-11-17' })).toEqual(['/to notLater']);
    expect(codes(one, { ...later, to: '2026-11-25' })).toEqual(['/to tooLate']);
    expect(codes(one, { ...later, rule: 'conference' })).toEqual(['/rule notRunning']);
    expect(codes(one, { ...later, rule: 'oversight' })).toEqual(['/rule notExtendable']);
    const overdue = aChildCase().withWorker();
    overdue.world.pass(16);
    expect(codes(overdue, later)).toEqual(['extendableClock']);
    one.give('extend-clock', later, 'manager');
    expect(codes(one, { ...later, to: '2026-11-26' })).toEqual(['extendableClock']);
    const planned = aChildCase().graded('medium');
    expect(codes(planned, { ...later, rule: 'plan-agreement' })).toEqual(['extendableClock']);
  });

  it('is put off by those alone whom the area names', () => {
    expect(codes(aChildCase().withWorker(), later, 'worker')).toEqual(['forbidden']);
    const enquiry = aChildCase()
      .withWorker()
      .give('record-strategy-discussion', aDiscussion({ outcome: 'section-47' }), 'manager');
    const conference = { ...later, rule: 'conference', to: '2026-11-30' };
    expect(codes(enquiry, conference)).toEqual(['/rule otherRole']);
    enquiry.give('extend-clock', conference, 'senior');
    expect(enquiry.due('conference')).toMatch('2026-11-30');
  });
});

describe('an area', () => {
  const withRule = (id: string, extension: object) => ({
    ...englandProfile,
    clocks: { ...englandProfile.clocks, [id]: { ...englandProfile.clocks[id as 'conference'], extension } },
  });
  const allowed = { amount: 5, unit: 'workingDays', by: ['manager'], source: 'Made up' };

  it('says how long, by whom and why a date may be put off, and of these dates alone', () => {
    expect(validateProfile(withRule('plan-agreement', allowed))).toEqual([]);
    expect(validateProfile(withRule('triage-decision', allowed))).toEqual([
      {
        pointer: '/clocks/triage-decision/extension',
        reason: expect.stringMatching(/^is for these clocks alone: first-assessment, /),
      },
    ]);
    const wrong = { amount: 0, unit: 'hours', by: ['worker'], source: '' };
    expect(validateProfile(withRule('conference', wrong)).map(({ pointer }) => pointer)).toEqual(
      ['amount', 'unit', 'by/0', 'source'].map((key) => `/clocks/conference/extension/${key}`),
    );
  });
});
