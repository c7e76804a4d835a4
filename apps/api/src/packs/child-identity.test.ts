import type { SittingPapers } from '@mase/store';
import { englandProfile } from '@mase/workflow';
import { aChildCase } from '@mase/workflow/testing';
import { describe, expect, it } from 'vitest';
import { identity } from './child-identity.js';
import { type Case, leftOut, Papers } from './papers.js';

/** Who the child is in the copy of somebody who reads the whole case, with or without the child's own record. */
function identityFor(showsChild: boolean, ofChild = ['case']) {
  const one = aChildCase().referred({ child: { firstName: 'Pip' } });
  const child = one.world.getRecord(one.standing.childId);
  const found = {
    sitting: { id: 'sitting', standing: { startsAt: '2026-11-10T10:00:00.000Z' } },
    previous: null,
    next: null,
    records: [one.record, ...(showsChild ? [child] : [])],
    people: [],
    written: [],
    classes: new Map([
      [one.id, ['case', 'sheet', 'safety']],
      [child.id, ofChild],
    ]),
  } as unknown as SittingPapers;
  const about = { profile: englandProfile } as ConstructorParameters<typeof Papers>[1];
  return identity(new Papers(found, about), one.record as Case);
}

describe('who the child is', () => {
  it('is left out of the copy of somebody who may not open the child’s record, never called unrecorded', () => {
    const { age, sex, ethnicity, legalStatus, placement } = identityFor(false);
    expect([age, sex, ethnicity, legalStatus, placement]).toEqual(Array(5).fill(leftOut));
  });

  it('is left out too of the copy of somebody who may know who the child is, and no more', () => {
    const { ethnicity, legalStatus } = identityFor(true, ['identity']);
    expect([ethnicity, legalStatus]).toEqual([leftOut, leftOut]);
  });

  it('is called unrecorded where the child’s record was opened and says nothing', () => {
    const { age, sex, ethnicity } = identityFor(true);
    expect([age, sex, ethnicity]).toEqual([null, null, null]);
  });
});
