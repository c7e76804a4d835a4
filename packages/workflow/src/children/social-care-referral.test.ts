import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import type { ReferralProposalStanding } from '../referral-proposals/topic.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const asAt = '2026-03-31';

/** A child on the books, and what comes of each referral to social care that is recorded. */
function aChild(birthDate: string | null = '2012-02-03') {
  const world = aWorld({ at: '2026-11-03T09:00:00.000Z' });
  const described = {
    firstName: 'Alex',
    lastName: 'Example',
    from: 'census',
    ...(birthDate ? { birthDate } : {}),
  };
  const childId = world.give('children/record-child', described, world.people.coordinator).id;
  const refer = (assessments: { authorised?: string; factors: string[] }[], more: object = {}) => {
    const payload = { referred: '2025-05-01', assessments, asAt, from: 'census', ...more };
    return whyNot(
      world.ask('children/record-social-care-referral', payload, world.people.coordinator, {
        record: childId,
      }),
    );
  };
  const proposals = () => world.all('referralProposal') as StoredRecord<ReferralProposalStanding>[];
  return { world, childId, refer, proposals };
}

describe('factors at the end of an assessment', () => {
  it.each([
    [
      'sexual exploitation, authorised within the year',
      [{ authorised: '2025-06-14', factors: ['10A', '11A'] }],
      1,
    ],
    ['criminal exploitation', [{ authorised: '2025-06-14', factors: ['24A'] }], 1],
    ['on the as-at day', [{ authorised: '2026-03-31', factors: ['11A'] }], 1],
    ['a day after it', [{ authorised: '2026-04-01', factors: ['11A'] }], 0],
    ['the day before the twelve months', [{ authorised: '2025-03-31', factors: ['11A'] }], 0],
    ['the first day of the twelve months', [{ authorised: '2025-04-01', factors: ['11A'] }], 1],
    ['of an assessment that nobody authorised', [{ factors: ['11A'] }], 0],
    ['others alone', [{ authorised: '2025-06-14', factors: ['10A', '12A', '19B'] }], 0],
    [
      'in two assessments',
      [
        { authorised: '2025-06-14', factors: ['11A'] },
        { authorised: '2025-09-14', factors: ['24A'] },
      ],
      1,
    ],
  ])('%s', (_, assessments, expected) => {
    const { refer, proposals } = aChild();
    expect(refer(assessments)).toEqual([]);
    expect(proposals()).toHaveLength(expected);
  });

  it('propose with the factor and the day, and the accepted referral says so', () => {
    const { world, refer, proposals } = aChild();
    refer([{ authorised: '2025-06-14', factors: ['10A', '11A', '24A'] }]);
    const [proposal] = proposals();
    expect(proposal?.standing.because).toEqual({
      episodes: 0,
      from: '2025-03-31',
      to: asAt,
      factors: { codes: ['11A', '24A'], authorised: '2025-06-14' },
    });
    world.give(
      'referral-proposals/accept-proposal',
      { seenOrSaid: 'Made-up words', immediateDanger: false },
      world.people.triage,
      { record: proposal?.id as string },
    );
    const written = world.written.get(world.all('childCase')[0]?.id as string) ?? [];
    expect(JSON.stringify(written.map(({ body }) => body))).toContain(
      'Social care’s assessment authorised on 2025-06-14 found factor 11A and 24A. Made-up words',
    );
  });

  it('are proposed once: not for the same assessment in next year’s return, but for a later one', () => {
    const { refer, proposals } = aChild();
    const first = { authorised: '2025-06-14', factors: ['11A'] };
    refer([first]);
    refer([first], { closed: '2025-12-01' });
    expect(proposals()).toHaveLength(1);
    refer([first, { authorised: '2026-02-01', factors: ['11A'] }]);
    expect(proposals()).toHaveLength(2);
  });

  it('propose nothing for somebody of eighteen on the as-at day, or of unknown age', () => {
    for (const [born, expected] of [
      ['2008-03-31', 0],
      ['2008-04-01', 1],
      [null, 0],
    ] as const) {
      const { refer, proposals } = aChild(born);
      refer([{ authorised: '2025-06-14', factors: ['11A'] }]);
      expect(proposals(), String(born)).toHaveLength(expected);
    }
  });

  it('are refused with days out of order', () => {
    const { refer } = aChild();
    expect(refer([{ authorised: '2026-12-01', factors: [] }])).toEqual(['/assessments/0/authorised future']);
    expect(refer([], { closed: '2025-04-30' })).toEqual(['/closed order']);
  });
});
