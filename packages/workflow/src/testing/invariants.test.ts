import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { brokenPromises, brokenRefusal, bytesOf } from './invariants.js';
import { aContact, aDiscussion, anAction } from './payloads.js';
import { operator } from './people.js';

/** A planned case with one thing on the books set wrong by hand. */
function planted(change: (standing: ChildCaseStanding) => Partial<ChildCaseStanding>, state?: object) {
  const one = aChildCase().planned();
  const { record, standing } = one;
  one.world.records.set(one.id, {
    ...record,
    ...(state ? { state: state as never } : {}),
    standing: { ...standing, ...change(standing) },
  });
  return brokenPromises(one.world, one.id).join('; ');
}

describe('the promises that random commands are held to', () => {
  it('hold for a case that only commands have touched', () => {
    expect(planted(() => ({}))).toBe('');
  });

  it.each([
    [
      'a state that is not in the chart',
      () => ({}),
      { work: 'lost', panel: 'notListed' },
      'outside the chart',
    ],
    [
      'a case closed over a safety action',
      () => ({ closed: { reason: 'x', at: '2026-11-03T10:00:00.000Z' }, clocks: [] }),
      { work: 'closed', panel: 'notListed' },
      'closed over an open safety action',
    ],
    [
      'a miscount of actions',
      () => ({ actions: { open: 2, openSafety: 1 } }),
      undefined,
      '2 actions counted, 1 open',
    ],
    ['a case on which no clock runs', () => ({ clocks: [] }), undefined, 'silent'],
    ['an open case without a team', () => ({ team: null }), undefined, 'no team'],
    [
      'a case before a panel that has opened nothing',
      () => ({}),
      { work: 'monitoring', panel: 'beforePanel' },
      'open item',
    ],
    ['a standing that has outgrown its limit', () => ({ name: 'é'.repeat(2_100) }), undefined, 'bytes'],
    ['readers that were not told', () => ({ workerId: 'somebody-else' }), undefined, 'readers'],
  ] as const)('are seen broken by %s', (_, change, state, words) => {
    expect(planted(change as never, state)).toContain(words);
  });

  it('are seen broken by a refusal that says nothing, or not who can help', () => {
    const refusal = {
      reason: 'refused',
      command: 'x',
      state: 'y',
      missing: [],
      faults: [],
      allowed: [],
    } as const;
    expect(brokenRefusal({ refusal: { ...refusal, missing: [], faults: [], allowed: [] } })).toHaveLength(1);
    const missing = [{ code: 'a', words: 'b', who: '' }];
    expect(brokenRefusal({ refusal: { ...refusal, missing, faults: [], allowed: [] } })).toHaveLength(1);
  });
});

describe('the standing of a case', () => {
  it('stays within four kilobytes, its running clocks aside, with forty owners, danger, high risk, a listing and all that they start', () => {
    const one = aChildCase().referred({ immediateDanger: true }).gradedHigh();
    const { manager } = one.world.people;
    const account = { agencyId: manager.agencyId, roles: ['member'] };
    const owners = Array.from({ length: 40 }, (_, index) =>
      one.world.give(
        'users/add-user',
        { ...account, name: `Made-up ${index}`, email: `made-up-${index}@example.test` },
        operator,
      ),
    );
    for (const { id: userId } of owners)
      one.world.give('plan-actions/add-action', anAction(one.id, userId), one.world.people.coordinator);
    one.give('agree-plan', { kind: 'interim' }, 'manager').listed();
    const decision = { decision: 'change-plan', nextReview: '2026-12-17' } as const;
    aSitting(one.world).withItem(one.id).inSession().deciding(one.id, decision).ended();
    aSitting(one.world, 20).withItem(one.id).give('cancel-sitting', { reason: 'Snow' });
    const section47 = aDiscussion({ outcome: 'section-47', crimeReference: 'MU/1' });
    one.give('record-strategy-discussion', section47, 'duty').inDanger().assessed('high');
    one
      .give('record-contact', aContact(), 'worker')
      .give('record-contact', aContact({ kind: 'attempt' }), 'worker');
    const ahead = (days: number) =>
      new Date(Date.parse(one.world.at) + days * 86_400_000).toISOString().slice(0, 10);
    one.suspended({ checkBy: ahead(14), expected: ahead(40) });
    expect(one.clocks).toHaveLength(15);
    expect(bytesOf(one.standing)).toBeGreaterThan(3_200);
    expect(bytesOf(one.standing)).toBeLessThanOrEqual(8_192);
    expect(bytesOf({ ...one.standing, clocks: [] })).toBeLessThanOrEqual(4_096);
  });
});
