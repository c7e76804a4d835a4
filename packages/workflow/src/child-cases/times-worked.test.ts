import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aTriage } from '../testing/payloads.js';
import { timesWorked, wasOpenOn } from './times-worked.js';

const timeZone = 'Europe/London';
const day = (instant: string) => instant.slice(0, 10);

describe('a closed case that is taken up again', () => {
  const again = () => {
    const one = aChildCase().closed();
    const closed = day(one.world.at);
    one.world.pass(30);
    return { one, closed, relisted: day(one.world.at) };
  };

  it('keeps what triage decided of it first, when and why it closed, and what it had found', () => {
    const { one } = again();
    const { triage, closed, confirmed } = one.standing;
    one.give('relist', { reason: 'New signs (made up)' }, 'triage');
    expect(one.standing.before).toEqual([
      { triage, closed, grade: confirmed?.grade ?? null, planned: expect.any(Boolean), heard: false },
    ]);
    expect(one.standing.triage?.outcome).toBe('relisted');
  });

  it('was open before it closed and from the day it was taken up again, not between', () => {
    const { one, closed, relisted } = again();
    one.give('relist', { reason: 'New signs (made up)' }, 'triage');
    const open = (from: string, to = from) => wasOpenOn(one.standing, { from, to, timeZone });
    const between = new Date(Date.parse(closed) + 5 * 86_400_000).toISOString().slice(0, 10);
    expect([open(closed), open(between), open(relisted), open('2030-01-01')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(timesWorked(one.standing)).toHaveLength(2);
  });

  it('is a re-referral of its own beside the one that it was: neither takes the place of the other', () => {
    const first = aChildCase().closed();
    first.world.pass(20);
    const second = aChildCase(first.world).referred({ childId: first.standing.childId });
    second.give('decide-triage', aTriage('no-further-action'), 'triage');
    second.world.pass(20);
    second.give('relist', { reason: 'New signs (made up)', teamId: 'team-north' }, 'triage');
    expect(second.standing.reReferral?.caseId).toBe(first.id);
    expect(second.standing.before).toHaveLength(1);
  });
});

describe('a referral that wakes a closed case', () => {
  it('was never a case itself; the case that it woke says which referral it was', () => {
    const first = aChildCase().closed();
    first.world.pass(30);
    const again = aChildCase(first.world).referred({ childId: first.standing.childId });
    const received = day(again.standing.receivedAt);
    again.give('decide-triage', aTriage('relisted', { otherCaseId: first.id }), 'triage');
    expect(timesWorked(again.standing)).toEqual([]);
    expect(wasOpenOn(again.standing, { from: received, to: '2030-01-01', timeZone })).toBe(false);
    expect(first.standing.triage).toMatchObject({ outcome: 'relisted', referral: again.id });
  });
});
