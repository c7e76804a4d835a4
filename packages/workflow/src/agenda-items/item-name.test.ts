import { describe, expect, it } from 'vitest';
import { aSitting } from '../testing/a-sitting.js';
import { aLocationCase, aPersonCase, type StrandCaseBuilder } from '../testing/a-strand-case.js';
import { nameOfItem } from './item-name.js';

function heard(one: StrandCaseBuilder) {
  one.active().listed();
  const sitting = aSitting(one.world).agendaOpen();
  const caseKind = one.strand.kind;
  sitting.give('add-item', { caseId: one.id, caseKind, section: one.strand.about, asked: 'What next?' });
  return sitting.inSession().hearing(one.id).deciding(one.id).ended();
}

const minutesOf = (sitting: ReturnType<typeof heard>) => {
  const row = (sitting.world.written.get(sitting.id) ?? []).find(({ kind }) => kind === 'minutes');
  return JSON.stringify(row?.body);
};

describe('the name of a person of concern', () => {
  it('stands neither on the item nor in the minutes, which everybody at the table reads', () => {
    const one = aPersonCase();
    const sitting = heard(one);
    const { name, reference } = one.standing;
    expect(name).toBe('Person Amber-04');
    expect(JSON.stringify(sitting.itemOf(one.id).standing)).not.toContain(name);
    expect(minutesOf(sitting)).not.toContain(name);
    expect(minutesOf(sitting)).toContain(`Person of concern ${reference}`);
  });

  it('stays out when it is learnt later who the person is', () => {
    const one = aPersonCase();
    const sitting = heard(one);
    const { people } = one.world;
    const told = { name: 'Person Russet-11', reason: 'Made up' };
    one.world.give('persons/record-details', told, people.analyst, { record: one.standing.aboutId });
    expect(one.standing.name).toBe('Person Russet-11');
    expect(sitting.itemOf(one.id).standing.name).toBe(one.standing.reference);
  });

  it('is shown to whoever reads the case; of a person who is a child once the chair lets a sheet be printed', () => {
    const item = { caseKind: 'personCase', reference: 'P-1', name: 'P-1' } as const;
    const adult = { name: 'Person Amber-04', adultOn: '2008-11-03' };
    const child = { ...adult, adultOn: '2030-11-03' };
    expect(nameOfItem(item, adult, '2026-11-03')).toBe('Person Amber-04');
    expect(nameOfItem(item, null, '2026-11-03')).toBe('P-1');
    expect(nameOfItem(item, child, '2026-11-03')).toBe('P-1');
    expect(nameOfItem(item, { ...child, printing: true }, '2026-11-03')).toBe('Person Amber-04');
  });
});

describe('the name of a place', () => {
  it('stands in the minutes: the table has to know where', () => {
    const one = aLocationCase();
    expect(minutesOf(heard(one))).toContain(one.standing.name);
  });
});
