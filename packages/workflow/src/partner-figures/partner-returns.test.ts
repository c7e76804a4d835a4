import { describe, expect, it, test } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { remindedOf } from '../reminders/reminded.js';
import { inDays } from '../testing/in-days.js';
import { someAsked, someReturned } from '../testing/intelligence-payloads.js';
import { figuresAsked } from '../testing/led-intelligence.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { periodWords } from './period.js';
import type { PartnerFiguresStanding } from './standing.js';
import { meetsTarget } from './target.js';
import { partnerFigures } from './topic.js';
import { comparedFigures, earlierFigures } from './trend.js';

function expected() {
  const { world, id } = figuresAsked();
  const now = () => world.getRecord<StoredRecord<PartnerFiguresStanding>>(id);
  const ask = (verb: string, body: object, who: PersonName) =>
    whyNot(world.ask(`partner-figures/${verb}`, body, world.people[who], { record: id }));
  const give = (verb: string, body: object, who: PersonName) =>
    world.give(`partner-figures/${verb}`, body, world.people[who], { record: id });
  const day = (days: number) => inDays(world, days).slice(0, 10);
  return { world, id, now, ask, give, day };
}

describe('figures that an agency is asked for', () => {
  it('stand in the list of whoever is asked until the day, and meet the clock once they are given', () => {
    const { world, id, now, give, day } = expected();
    const nurse = `user:${world.people.nurse.userId}`;
    expect(world.queue.get(id)).toMatchObject([{ principal: nurse, step: 'partner-return' }]);
    expect(now()).toMatchObject({
      state: 'expected',
      standing: { due: day(20), agencyName: 'health', given: null },
    });
    give('return-figures', someReturned(), 'nurse');
    expect(now()).toMatchObject({
      state: 'given',
      standing: {
        clocks: [],
        given: { name: world.people.nurse.name },
        note: expect.stringContaining('filled'),
      },
    });
  });

  it('are chased, given another day and another name with the first day kept, and counted', () => {
    const { world, id, now, give, day } = expected();
    give('chase-figures', { words: 'Please (made up)' }, 'coordinator');
    expect(now().standing).toMatchObject({ chased: 1, due: day(20), leadName: world.people.nurse.name });
    const leadId = world.people.member.userId;
    give('chase-figures', { words: 'By you, please (made up)', leadId, due: day(30) }, 'senior');
    expect(now().standing).toMatchObject({ chased: 2, due: day(30), firstDue: day(20), leadId });
    expect(now().standing.clocks).toHaveLength(1);
    expect(world.queue.get(id)).toMatchObject([{ principal: `user:${leadId}` }]);
  });

  it('are given by whoever is asked and by those who put the profile together, and by nobody else', () => {
    for (const who of ['nurse', 'coordinator', 'senior'] as const)
      expect([who, expected().ask('return-figures', someReturned(), who)]).toEqual([who, []]);
    const { ask } = expected();
    for (const who of ['worker', 'desk', 'auditor', 'governance'] as const)
      expect([who, ask('return-figures', someReturned(), who)]).toEqual([who, ['forbidden']]);
    expect(ask('chase-figures', { words: 'Made up' }, 'nurse')).toEqual(['forbidden']);
  });

  it('are read by whoever is asked for them', () => {
    const { world, now } = expected();
    const reads = (who: PersonName) =>
      classesRead(readersOf(partnerFigures, now(), world.at), world.people[who], world.at);
    for (const who of ['nurse', 'auditor', 'coordinator', 'member'] as const)
      expect([who, reads(who)]).toEqual([who, ['case']]);
    for (const who of ['worker', 'referrer', 'admin'] as const) expect([who, reads(who)]).toEqual([who, []]);
  });

  it('that are late are told of to whoever is asked, and to the coordinator once they are long overdue', () => {
    const { world, now } = expected();
    const [clock] = now().standing.clocks;
    const stages = world.profile.reminders.byClock['partner-return'] ?? [];
    const told = stages.flatMap(({ to }) => (clock ? remindedOf(now(), clock, to) : []));
    expect([...new Set(told)].sort()).toEqual(['role:coordinator', `user:${world.people.nurse.userId}`]);
  });

  it('that are not needed any more are withdrawn, and their clock is cancelled', () => {
    const { now, give } = expected();
    give('withdraw-figures', { reason: 'Counted by the region (made up)' }, 'coordinator');
    expect(now()).toMatchObject({ state: 'withdrawn', standing: { clocks: [] } });
  });

  const [screened, told] = [
    { label: 'Screened', n: 31 },
    { label: 'Told to social care', n: null },
  ];
  test.each([
    ['a number missing', { figures: [screened] }, ['/figures asked']],
    [
      'a number that nobody asked for',
      { figures: [screened, told, { label: 'Other', n: 9 }] },
      ['/figures asked'],
    ],
    ['a small number', { figures: [screened, { ...told, n: 2 }] }, ['/figures/1/n small']],
    ['a missed target and no commentary', { note: undefined }, ['/note commentary']],
    ['a target met and no commentary', { figures: [{ ...screened, n: 40 }, told], note: undefined }, []],
    ['an address in the commentary', { note: 'Ask a@b.test' }, ['/note reaches']],
  ])('are taken or refused with %s as they should be', (_what, over, faults) => {
    expect(expected().ask('return-figures', someReturned(over), 'nurse')).toEqual(faults);
  });

  test.each([
    ['an agency that nobody knows', { agencyId: 'none' }, ['/agencyId noAgency', '/leadId otherAgency']],
    ['a period that is none', { period: '2026-Q9' }, ['/period period']],
    ['a quarter that lies ahead', { period: '2027-Q1' }, []],
    ['somebody without an account', { leadId: 'nobody' }, ['/leadId noPerson']],
    ['a day that is over', { due: '2020-01-01' }, ['/due past']],
    ['a target without its way', { lines: [{ label: 'Screened', target: 4 }] }, ['/lines/0/target target']],
    ['the same line twice', { lines: [{ label: 'One' }, { label: 'one ' }] }, ['/lines/1/label twice']],
  ])('are asked for with %s, or not, as they should be', (_what, over, faults) => {
    const world = aWorld();
    const { nurse, coordinator } = world.people;
    const due = inDays(world, 20).slice(0, 10);
    const body = someAsked(nurse.agencyId as string, nurse.userId as string, due, over);
    expect(whyNot(world.ask('partner-figures/ask-figures', body, coordinator))).toEqual(faults);
  });

  it('are asked of somebody of the agency, or of whoever gives for any', () => {
    const world = aWorld();
    const { nurse, coordinator } = world.people;
    const due = inDays(world, 20).slice(0, 10);
    const why = (who: PersonName) =>
      whyNot(
        world.ask(
          'partner-figures/ask-figures',
          someAsked(nurse.agencyId as string, world.people[who].userId as string, due),
          coordinator,
        ),
      );
    expect([why('nurse'), why('senior'), why('desk')]).toEqual([[], [], ['/leadId otherAgency']]);
  });
});

test.each([
  ['at-least', 40, 40, true],
  ['at-least', 40, 39, false],
  ['at-most', 5, 0, true],
  ['at-most', 5, 6, false],
  ['at-most', 5, null, null],
] as const)('a target of %s %i is met by %s: %s', (way, target, n, met) => {
  expect(meetsTarget({ label: 'Made up', way, target }, n)).toBe(met);
});

it('the trend is the last four periods of the same kind that the agency gave of the same measure, each once', () => {
  const given = (period: string, n: number, over: object = {}) => ({
    ...{ agencyId: 'health', measure: 'Screening', period, figures: [{ label: 'Screened', n }] },
    given: { by: null, name: 'Made up', at: `2026-11-0${n}T09:00:00Z` },
    ...over,
  });
  const of = given('2026-Q3', 9);
  const all = [
    ...[given('2026-Q2', 1), given('2026-Q2', 2, { measure: ' screening' }), given('2025-Q4', 3)],
    ...[given('2026-Q1', 4), given('2025-Q1', 5), given('2025-Q3', 6), given('2026-Q4', 7)],
    ...[given('2025', 8), given('2025-Q2', 8, { agencyId: 'police' }), given('2026-Q3', 8)],
  ];
  expect(earlierFigures(of, all).map(({ period, figures: [one] }) => [period, one?.n])).toEqual([
    ['2025-Q3', 6],
    ['2025-Q4', 3],
    ['2026-Q1', 4],
    ['2026-Q2', 2],
  ]);
});

it('a number is compared with its target and with the last period before, as far as both are known', () => {
  const lines = [
    { label: 'Screened', way: 'at-least' as const, target: 40 },
    { label: 'Told' },
    { label: 'New' },
  ];
  const asked = { by: null, name: 'Made up', at: '2026-11-01T09:00:00Z', lines };
  const figures = lines.map(({ label }, place) => ({ label, n: place === 1 ? null : 31 }));
  const earlier = [
    { period: '2026-Q1', figures: [{ label: 'Screened', n: 90 }] },
    {
      period: '2026-Q2',
      figures: [
        { label: 'screened', n: 28 },
        { label: 'Told', n: 9 },
      ],
    },
  ];
  expect(comparedFigures({ asked, figures }, earlier)).toEqual([
    { label: 'Screened', way: 'at-least', target: 40, n: 31, met: false, change: 3 },
    { label: 'Told', n: null, met: null, change: null },
    { label: 'New', n: 31, met: null, change: null },
  ]);
});

test.each([
  ['2026-Q4', 'October to December 2026'],
  ['2025-26', '2025-26'],
  ['2026', '2026'],
])('the period %s reads as %s', (period, words) => {
  expect(periodWords(period)).toBe(words);
});
