import type { SittingPapers } from '@mase/store';
import { englandProfile } from '@mase/workflow';
import { aChildCase } from '@mase/workflow/testing';
import { describe, expect, it } from 'vitest';
import { cautionWords } from './caution-words.js';
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

it('a contact caution says that it stands, and nothing of whom, to a reader who may not read what to heed', () => {
  const one = aChildCase().withWorker();
  const caution = { party: 'other', who: 'CANARY', whatNot: 'CANARY', why: 'CANARY', until: '2026-12-24' };
  const wordsFor = (written: object[]) => {
    const found = {
      sitting: { id: 'sitting' },
      records: [one.record],
      people: [],
      written,
      classes: new Map(),
    };
    const about = { profile: englandProfile } as ConstructorParameters<typeof Papers>[1];
    return cautionWords(new Papers(found as unknown as SittingPapers, about), one.record as Case);
  };
  expect(wordsFor([])).toBeNull();
  one.give('set-contact-caution', caution, 'manager');
  expect(wordsFor([])).toContain('A contact caution stands on this case');
  expect(wordsFor([])).not.toContain('CANARY');
  const rows = one.world.written.get(one.id)?.filter(({ kind }) => kind === 'caution-to-heed') ?? [];
  expect(wordsFor(rows)).toContain('CANARY: CANARY (looked at again on Thursday 24 December 2026)');
});
