import { describe, expect, it } from 'vitest';
import type { Grade } from '../profile/grade.js';
import { agreementOf, type RatedPair, type Rating } from './agreement-of.js';

const instrument = {
  id: 'made-up',
  version: 2,
  domains: [
    { code: 'home', asks: 'level' },
    { code: 'story', asks: 'narrative' },
  ],
  levels: [{ value: 3 }, { value: 0 }, { value: 1 }],
};
const rating = (agencyId: string | null, proposed: Grade, home: number | null): Rating => ({
  agencyId,
  proposed,
  suggested: 'low',
  levels: [{ domain: 'home', level: home }],
});
const pair = (first: Rating, second: Rating): RatedPair => ({
  instrument: { id: 'made-up', version: 2 },
  first,
  second,
});
const pairs = [
  pair(rating('care', 'high', 3), rating('health', 'high', 3)),
  pair(rating('care', 'low', 0), rating('care', 'medium', 1)),
  pair(rating('care', 'low', 0), rating(null, 'low', null)),
];
const lines = agreementOf(pairs, [instrument]);
const lineOf = (by: string, of: string, agencyId: string | null = null) =>
  lines.find((one) => one.by === by && one.of === of && one.agencyId === agencyId);
const agencyHeads = (of: ReturnType<typeof agreementOf>) =>
  of
    .filter(({ by }) => by === 'agency')
    .map((one) => [one.agencyId, one.instrument.version, one.of, one.domain]);

describe('agreement of pairs of assessors', () => {
  it('is told by instrument and version: of the grade, and of what the answers suggest', () => {
    expect(lineOf('instrument', 'grade')).toMatchObject({
      instrument: { id: 'made-up', version: 2 },
      categories: ['none', 'low', 'medium', 'high'],
      table: [
        [0, 0, 0, 0],
        [0, 1, 1, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 1],
      ],
      percent: { agreed: 2, of: 3, percent: '66.67' },
    });
    expect(lineOf('instrument', 'suggestion')?.kappa.none).toMatchObject({ code: 'oneCategory' });
  });

  it('is told by each domain that asks for a level, over the levels of the instrument in their order', () => {
    expect(lines.filter(({ by }) => by === 'domain')).toHaveLength(1);
    expect(lineOf('domain', 'level')).toMatchObject({
      domain: 'home',
      categories: ['0', '1', '3'],
      table: [
        [0, 1, 0],
        [0, 0, 0],
        [0, 0, 1],
      ],
      notKnown: 1,
      percent: { agreed: 1, of: 2, percent: '50.00' },
    });
  });

  it('is told by agency, a pair once for the agency of either assessor', () => {
    expect(lineOf('agency', 'grade', 'care')?.percent.of).toBe(3);
    expect(lineOf('agency', 'grade', 'health')).toMatchObject({
      percent: { agreed: 1, of: 1, percent: '100.00' },
      kappa: { linear: { kappa: null, code: 'tooFew' } },
    });
    expect(agencyHeads(lines)).toEqual([
      ['care', 2, 'grade', null],
      ['care', 2, 'suggestion', null],
      ['care', 2, 'level', 'home'],
      ['health', 2, 'grade', null],
      ['health', 2, 'suggestion', null],
      ['health', 2, 'level', 'home'],
    ]);
    expect(lineOf('agency', 'level', 'health')).toMatchObject({ percent: { of: 1 }, notKnown: 0 });
  });

  it('never counts two instruments or two versions together, not of an agency either: their scales differ', () => {
    const later = { ...instrument, version: 3, levels: [{ value: 0 }, { value: 1 }] };
    const other = {
      instrument: { id: 'made-up', version: 3 },
      first: rating('care', 'high', 1),
      second: rating('health', 'none', 0),
    };
    const both = agreementOf([...pairs, other], [instrument, later]);
    const ofCare = (version: number, of: string) =>
      both.find((one) => one.agencyId === 'care' && one.instrument.version === version && one.of === of);
    expect(ofCare(2, 'grade')?.percent).toEqual({ agreed: 2, of: 3, percent: '66.67' });
    expect(ofCare(3, 'grade')?.percent).toEqual({ agreed: 0, of: 1, percent: '0.00' });
    expect([ofCare(2, 'level')?.categories, ofCare(3, 'level')?.categories]).toEqual([
      ['0', '1', '3'],
      ['0', '1'],
    ]);
    const held = both.reduce(
      (all, { by, of, percent }) => all + (by === 'instrument' && of === 'grade' ? percent.of : 0),
      0,
    );
    expect(held).toBe(4);
  });

  it('is told of nothing where there is no pair, or no such instrument', () => {
    expect(agreementOf([], [instrument])).toEqual([]);
    expect(agreementOf(pairs, [])).toEqual([]);
  });
});
