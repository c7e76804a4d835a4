import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { isPastKeeping, keptUntil, type RetentionFacts } from './kept-until.js';

const aCase: RetentionFacts = {
  kind: 'childCase',
  birthDate: '2012-05-06',
  closedAt: '2026-11-02T10:00:00.000Z',
  lastEntryAt: '2026-11-02T10:00:00.000Z',
  protection: false,
  harm: false,
  lookedAfter: false,
};
const until = (over: Partial<RetentionFacts>) => keptUntil({ ...aCase, ...over }, englandProfile);

describe('until when a record is kept', () => {
  it.each([
    [
      'a case without plan or harm: until three years after the eighteenth birthday',
      {},
      '2033-05-06',
      'in-need-age',
    ],
    [
      'closed shortly before that: three years after closing',
      { closedAt: '2032-12-01T10:00:00Z' },
      '2035-12-01',
      'in-need-closure',
    ],
    [
      'with a strategy discussion or plan: 35 years after closing',
      { protection: true },
      '2061-11-02',
      'child-protection',
    ],
    [
      'with harm suspected or confirmed: 75 years after closing',
      { protection: true, harm: true },
      '2101-11-02',
      'sexual-exploitation',
    ],
    [
      'of a looked-after child: 75 years from birth',
      { protection: true, lookedAfter: true },
      '2087-05-06',
      'looked-after',
    ],
    [
      'whose birth date nobody knows: as if born when it closed',
      { birthDate: null },
      '2047-11-02',
      'birth-unknown',
    ],
    [
      'born on 29 February: the day after, in other years',
      { birthDate: '2012-02-29' },
      '2033-03-01',
      'in-need-age',
    ],
  ])('%s', (_, over, day, rule) => {
    expect(until(over)).toMatchObject({ until: day, rule });
  });

  it('is explained rule by rule, and one of them decides', () => {
    const by = until({ protection: true })?.by ?? [];
    expect(by.map((one) => one.rule)).toEqual(['in-need-age', 'in-need-closure', 'child-protection']);
    expect(by.filter((one) => one.decides).map((one) => one.rule)).toEqual(['child-protection']);
    for (const one of by) expect([one.source.length > 0, one.start.length]).toEqual([true, 10]);
  });

  it('is not reckoned for an open case, however old the child', () => {
    expect(until({ closedAt: null, birthDate: '1950-01-01' })).toBeNull();
  });

  it('is by the last entry and the age for a child without a case', () => {
    const child: Partial<RetentionFacts> = { kind: 'child', closedAt: null };
    expect(until(child)).toMatchObject({ until: '2033-05-06', rule: 'child-age' });
    expect(until({ ...child, birthDate: '2000-01-01' })).toMatchObject({ until: '2032-11-02' });
  });

  it('has passed only once the last day is over in the area’s own time', () => {
    const kept = until({});
    expect(isPastKeeping(kept, '2033-05-06T22:59:59.000Z', englandProfile)).toBe(false);
    expect(isPastKeeping(kept, '2033-05-06T23:00:00.000Z', englandProfile)).toBe(true);
    expect(isPastKeeping(null, '2200-01-01T00:00:00.000Z', englandProfile)).toBe(false);
  });
});
