import { describe, expect, it } from 'vitest';
import type { ClockRuleId } from '../profile/clock-rule.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aDiscussion, aTriage } from '../testing/payloads.js';

const safety = { who: 'Aunt', what: 'Collects the child', when: 'Today' };
const police = { of: 'police', words: 'Nothing known', how: 'By telephone' };
const asksPolice = aTriage('risk-assessment', { policeView: 'asked' });

/** Everything happens on Tuesday 3 November 2026: what starts the clock, the day on which it is due, what meets it. */
const clocks: [
  ClockRuleId,
  (one: ChildCaseBuilder) => unknown,
  due: string,
  (one: ChildCaseBuilder) => unknown,
][] = [
  ['triage-decision', (one) => one.referred(), '2026-11-04', (one) => one.assessing()],
  [
    'police-view',
    (one) => one.referred().give('decide-triage', asksPolice, 'triage'),
    '2026-11-04',
    (one) => one.give('record-view', police, 'desk'),
  ],
  [
    'police-view',
    (one) => one.referred().give('decide-triage', asksPolice, 'triage'),
    '2026-11-04',
    (one) => one.discussed(),
  ],
  [
    'danger-acknowledgement',
    (one) => one.inDanger(),
    '2026-11-03T10',
    (one) => one.give('acknowledge-danger', { doing: 'x' }, 'night'),
  ],
  ['strategy-discussion', (one) => one.inDanger(), '2026-11-04T09', (one) => one.discussed()],
  ['worker-allocated', (one) => one.assessing(), '2026-11-05', (one) => one.withWorker()],
  ['first-assessment', (one) => one.assessing(), '2026-11-17', (one) => one.assessed('low')],
  [
    'first-assessment',
    (one) => one.referred({ immediateDanger: true }).assessing(),
    '2026-11-10',
    (one) => one.assessed('low'),
  ],
  ['current-harm-strategy', (one) => one.assessed('high'), '2026-11-04', (one) => one.discussed()],
  [
    'same-day-safety-actions',
    (one) => one.assessed('high'),
    '2026-11-03',
    (one) => one.give('record-safety-action', safety, 'worker'),
  ],
  ['grade-confirmation', (one) => one.assessed('low'), '2026-11-10', (one) => one.graded('low')],
  ['grade-confirmation', (one) => one.assessed('high'), '2026-11-04', (one) => one.graded('high')],
  ['plan-agreement', (one) => one.graded('medium'), '2026-11-17', (one) => one.planned()],
  ['plan-agreement', (one) => one.graded('high'), '2026-11-10', (one) => one.planned()],
  ['plan-sharing', (one) => one.planned(), '2026-11-04', (one) => one.shared()],
  [
    'interim-plan',
    (one) => one.graded('low').withAction().give('agree-plan', { kind: 'interim' }, 'manager'),
    '2026-11-10',
    (one) => one.planned(),
  ],
  ['reassessment', (one) => one.graded('high'), '2026-12-01', (one) => one.assessed('high')],
  ['reassessment', (one) => one.graded('medium'), '2026-12-15', (one) => one.assessed('medium')],
  ['reassessment', (one) => one.graded('low'), '2027-02-03', (one) => one.assessed('low')],
  [
    'panel-review',
    (one) => one.graded('medium'),
    '2027-02-03',
    (one) => aSitting(one.listed().world).withItem(one.id).inSession().deciding(one.id),
  ],
];

describe('the clocks of a child’s case', () => {
  it.each(clocks)('%s: what starts it, when it is due, what meets it', (rule, start, due, end) => {
    const one = aChildCase();
    start(one);
    expect(one.due(rule)).toMatch(new RegExp(`^${due}`));
    const { id } = one.standing.clocks.find((clock) => clock.rule === rule) as { id: string };
    end(one);
    const ended = one.world.history.flatMap((change) => change.ended).find((clock) => clock.id === id);
    expect(ended).toMatchObject({ rule, how: 'met', reason: null });
  });

  it('a clock that is met after its day is met late, and one that ends unmet after its day is missed', () => {
    const late = aChildCase().referred();
    late.world.pass(3);
    late.assessing();
    const ended = (one: ChildCaseBuilder, rule: string) =>
      one.world.history.flatMap((change) => change.ended).find((clock) => clock.rule === rule)?.how;
    expect(ended(late, 'triage-decision')).toBe('metLate');
    const missed = aChildCase().withWorker();
    missed.world.pass(30);
    missed.proposedToClose({ reason: 'deceased' }).give('approve-closure', { reasons: 'x' }, 'manager');
    expect(ended(missed, 'first-assessment')).toBe('missed');
    const cancelled = aChildCase().withWorker().proposedToClose({ reason: 'deceased' });
    cancelled.give('approve-closure', { reasons: 'x' }, 'manager');
    expect(ended(cancelled, 'first-assessment')).toBe('cancelled');
  });

  it('the acknowledgement of another area outlives the case, by five working days', () => {
    const one = aChildCase().referred().give('decide-triage', aTriage('other-area'), 'triage');
    expect(one.state).toBe('closed/notListed');
    expect(one.due('other-area-acknowledgement')).toMatch(/^2026-11-10/);
  });

  it('a conference is due fifteen working days after the discussion that initiated section 47, and only then', () => {
    const one = aChildCase()
      .withWorker()
      .give('record-strategy-discussion', aDiscussion({ outcome: 'section-47' }), 'manager');
    expect(one.due('conference')).toMatch(/^2026-11-24/);
    expect(aChildCase().withWorker().discussed().due('conference')).toBeUndefined();
  });
});
