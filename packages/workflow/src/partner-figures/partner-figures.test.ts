import { expect, it, test } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { someFigures } from '../testing/intelligence-payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { PartnerFiguresStanding } from './standing.js';
import { partnerFigures } from './topic.js';

function given(over: object = {}, who: PersonName = 'member') {
  const world = aWorld();
  const payload = someFigures(world.people.member.agencyId as string, over);
  const asked = world.ask('partner-figures/record-figures', payload, world.people[who]);
  return { world, id: asked.command.record.id, why: whyNot(asked) };
}

const counted = (...numbers: (number | null)[]) => ({
  figures: numbers.map((n, place) => ({ label: `Line ${place}`, n })),
});

test.each([
  ['a small number', counted(30, 4), ['/figures/1/n small']],
  ['a small number that is kept back', counted(30, null), []],
  ['nought', counted(0, 5), []],
  [
    'one number that is kept back beside the total that tells it',
    {
      figures: [
        { label: 'All', n: 30 },
        { label: 'Boys', n: 28 },
        { label: 'Girls', n: null },
      ],
    },
    ['/figures tells'],
  ],
  [
    'two numbers that are kept back beside their total',
    {
      figures: [
        { label: 'All', n: 30 },
        { label: 'Boys', n: null },
        { label: 'Girls', n: null },
      ],
    },
    [],
  ],
  [
    'the same line twice',
    {
      figures: [
        { label: 'Boys', n: 30 },
        { label: ' boys', n: 31 },
      ],
    },
    ['/figures/1/label twice'],
  ],
  ['a phone number in the note', { note: 'Ask 07700 900123' }, ['/note reaches']],
  ['a postcode in the source', { source: 'Clinic at AB12 3CD' }, ['/source reaches']],
  [
    'an e-mail address in a label',
    { figures: [{ label: 'by a@b.test', n: 9 }] },
    ['/figures/0/label reaches'],
  ],
  ['years and numbers in words', { note: 'From 1 April 2026 to 31 March 2027, 12,345 in all' }, []],
  ['a period that is none', { period: '2026-28' }, ['/period period']],
  ['a year that lies ahead', { period: '2031' }, ['/period future']],
  ['a quarter that is over', { period: '2026-Q2' }, []],
  ['a fifth quarter', { period: '2026-Q5' }, ['/period period']],
  ['a quarter that lies ahead', { period: '2031-Q1' }, ['/period future']],
  [
    'an agency that nobody knows',
    { agencyId: '018f0000-0000-7000-8000-000000000000' },
    ['/agencyId noAgency'],
  ],
] as const)('figures with %s are taken or refused as they should be', (_what, over, expected) => {
  expect(given(over).why).toEqual(expected);
});

test.each([
  ['member', []],
  ['coordinator', []],
  ['desk', ['/agencyId otherAgency']],
  ['manager', ['/agencyId otherAgency']],
  ['worker', ['forbidden']],
  ['auditor', ['forbidden']],
] as const)('%s gives figures of health where that is theirs to do', (who, expected) => {
  expect(given({}, who).why).toEqual(expected);
});

it('is read by those who read the profile and by those who give for the agency, and by nobody else', () => {
  const { world, id } = given();
  const record = world.getRecord<StoredRecord<PartnerFiguresStanding>>(id);
  const reads = (who: PersonName) =>
    classesRead(readersOf(partnerFigures, record, world.at), world.people[who], world.at);
  for (const who of ['member', 'coordinator', 'chair', 'auditor', 'desk', 'analyst'] as const)
    expect([who, reads(who)]).toEqual([who, ['case']]);
  for (const who of ['worker', 'manager', 'nurse', 'referrer', 'admin'] as const)
    expect([who, reads(who)]).toEqual([who, []]);
});

it('is withdrawn by whoever gave it or whoever puts the profile together, once and with a reason', () => {
  const { world, id } = given();
  const withdraw = (who: PersonName) =>
    whyNot(
      world.ask('partner-figures/withdraw-figures', { reason: 'Counted twice' }, world.people[who], {
        record: id,
      }),
    );
  expect(withdraw('desk')).toEqual(['forbidden']);
  expect(withdraw('member')).toEqual([]);
  expect(withdraw('coordinator')).toEqual(['wrongState']);
});
