import { expect, it, test } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { somePopulation } from '../testing/intelligence-payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { PopulationTableStanding } from './standing.js';
import { populationTables } from './topic.js';

function recorded(over: object = {}, who: PersonName = 'coordinator') {
  const world = aWorld();
  const asked = world.ask('population-tables/record-table', somePopulation(over), world.people[who]);
  return { world, id: asked.command.record.id, why: whyNot(asked) };
}
const group = (characteristic: string, name: string, count: number) => ({
  ...{ characteristic, group: name, count },
});
const sexes = [group('sex', 'female', 1000), group('sex', 'male', 2000)];

test.each([
  ['groups that add up to fewer than all', { total: 3500, groups: sexes }, []],
  ['groups alone, where they are all children', { total: undefined, groups: sexes }, []],
  ['groups that add up to more than all', { total: 2999, groups: sexes }, ['/groups/0/count total']],
  ['one sex alone', { groups: sexes.slice(1) }, ['/groups/0/count alone']],
  [
    'a sex that is none',
    { total: 3001, groups: [...sexes, group('sex', 'boy', 1)] },
    ['/groups/2/group group'],
  ],
  ['a group twice', { total: 9000, groups: [...sexes, ...sexes.slice(1)] }, ['/groups/2/group twice']],
  [
    'an age that the cohort is not counted by',
    { groups: [...sexes, group('age', '9', 5), group('age', '11 to 12', 5)] },
    ['/groups/2/group group'],
  ],
  ['a legal status of the return', { groups: [group('legal-status', 'C2', 40)] }, []],
  [
    'a legal status that is none',
    { groups: [group('legal-status', 'care order', 40)] },
    ['/groups/0/group group'],
  ],
  [
    'children in need without all children',
    { total: undefined, groups: [group('vulnerability', 'child-in-need', 40)] },
    ['/groups/0/count total'],
  ],
  [
    'more children in need than children',
    { groups: [group('vulnerability', 'child-in-need', 3001)] },
    ['/groups/0/count total'],
  ],
  [
    'statuses of which a child may have several',
    { groups: [group('vulnerability', 'child-in-need', 2900), group('vulnerability', 'looked-after', 2900)] },
    [],
  ],
  [
    'nobody',
    { total: undefined, groups: [group('sex', 'female', 0), group('sex', 'male', 0)] },
    ['/groups/0/count none'],
  ],
  ['a year that has not begun', { year: 2031 }, ['/year future']],
] as const)('a table with %s is taken or refused as it should be', (_what, over, expected) => {
  expect(recorded(over).why).toEqual(expected);
});

it('is kept as the source has it, and read by those who read scorecards', () => {
  const { world, id } = recorded();
  const record = world.getRecord<StoredRecord<PopulationTableStanding>>(id);
  expect(record.standing).toMatchObject({
    ...{ year: 2025, total: 3000, withdrawnAt: null },
    groups: { sex: { female: 1000, male: 2000 }, vulnerability: { 'child-in-need': 90 } },
  });
  const reads = (who: PersonName) =>
    classesRead(readersOf(populationTables, record, world.at), world.people[who], world.at);
  for (const who of ['coordinator', 'chair', 'auditor', 'manager'] as const)
    expect([who, reads(who)]).toEqual([who, ['case']]);
  for (const who of ['worker', 'nurse', 'referrer', 'admin', 'desk'] as const)
    expect([who, reads(who)]).toEqual([who, []]);
});

it('is withdrawn once, by those who may record one', () => {
  const { world, id } = recorded();
  const withdraw = (who: PersonName) =>
    whyNot(
      world.ask('population-tables/withdraw-table', { reason: 'Of another area' }, world.people[who], {
        record: id,
      }),
    );
  expect(withdraw('chair')).toEqual(['forbidden']);
  expect(withdraw('auditor')).toEqual([]);
  expect(withdraw('coordinator')).toEqual(['wrongState']);
});
