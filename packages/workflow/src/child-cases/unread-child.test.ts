import { describe, expect, it } from 'vitest';
import { decide } from '../decide.js';
import { aChildCase } from '../testing/a-child-case.js';

/** Why a closure is not approved by somebody to whom the store shows the child, or does not. */
function whyNotApproved(birthDate: string | undefined, showsChild: boolean): string[] {
  const child = { firstName: 'Made-up', ...(birthDate ? { birthDate } : {}) };
  const one = aChildCase().referred({ child }).readyToClose().proposedToClose({ adultPathway: '' });
  const { manager } = one.world.people;
  const command = one.world.command('child-cases/approve-closure', { reasons: 'x' }, manager, {
    record: one.id,
  });
  const input = one.world.inputFor(command);
  const records = input.records.filter((record) => showsChild || record.kind !== 'child');
  const decision = decide({ ...input, records }, command);
  return 'refusal' in decision ? decision.refusal.missing.map((lack) => lack.words) : [];
}

describe('closing where the child’s record is not shown', () => {
  it('is refused in words, since nobody can say whether the adult pathway is due', () => {
    expect(whyNotApproved('2012-05-01', false)).toEqual(['The child’s record could not be read.']);
  });

  it('goes on where it is shown and the child is young, or the birth date is not known', () => {
    expect(whyNotApproved('2012-05-01', true)).toEqual([]);
    expect(whyNotApproved(undefined, true)).toEqual([]);
  });
});
