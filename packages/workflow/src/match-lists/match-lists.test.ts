import { expect, it, test } from 'vitest';
import { englandProfile, type Profile } from '../profile/profile.js';
import { findShippedProfile } from '../profile/shipped-profiles.js';
import { readersOf } from '../readers.js';
import { listMatched } from '../testing/led-intelligence.js';
import { aWorld } from '../testing/people.js';
import { validPayload } from '../testing/valid-payload.js';
import { whyNot } from '../testing/why-not.js';
import { type ListedSubject, listProfile } from './list-profile.js';
import { matchLists } from './topic.js';

const { grades } = englandProfile;
const asAt = { day: '2026-11-02', timeZone: 'Europe/London', grades };
const child = (over: Partial<ListedSubject> = {}): ListedSubject => ({
  kind: 'child',
  by: new Set(['upn']),
  birthDate: '2012-05-06',
  grade: 'medium',
  concerns: new Set(['sexual']),
  missing: 0,
  linked: 0,
  ...over,
});
const many = (n: number, over?: Partial<ListedSubject>) => Array.from({ length: n }, () => child(over));
const table = (caption: string, subjects: ListedSubject[]) => {
  const found = listProfile(subjects, asAt).tables.find((one) => one.caption.startsWith(caption));
  if (!found) throw new Error(caption);
  return { ...found, lines: Object.fromEntries(found.lines.map(({ label, n }) => [label, n])) };
};

test('numbers from one to four are kept back, and a second one where the others would tell it', () => {
  const { lines, total } = table('Children, by grade', [
    ...many(3, { grade: 'high' }),
    ...many(6),
    ...many(9, { grade: 'low' }),
  ]);
  expect(lines).toMatchObject({ High: null, Medium: null, Low: 9 });
  expect(total).toBe(18);
});

test('grades are called what the area calls them', () => {
  const { grades: categories } = findShippedProfile('england-categories') as Profile;
  const { tables } = listProfile(many(9), { ...asAt, grades: categories });
  const labels = tables
    .find(({ caption }) => caption === 'Children, by grade')
    ?.lines.map(({ label }) => label);
  expect(labels).toEqual([
    ...['Category 3', 'Category 2', 'Category 1', 'No category'],
    'No open case, or not graded',
  ]);
  expect(tables.find(({ caption }) => caption === 'Children, by age')?.definition).toBe(
    'In whole years on Monday 2 November 2026.',
  );
});

test('of fewer than five children nothing is told but that they are fewer', () => {
  const profile = listProfile(many(4), asAt);
  expect(profile.children).toBeNull();
  for (const { lines, total } of profile.tables) {
    expect(lines.every(({ n }) => n === null || n === 0)).toBe(true);
    expect(total === null || total === 0).toBe(true);
  }
});

test('a child found by several terms counts in each, and once among the children', () => {
  const both = many(5, { by: new Set(['upn', 'nameAndBirthDate']) });
  const { lines, addsUp } = table('Children, by what', both);
  expect(addsUp).toBe(false);
  expect(lines).toMatchObject({ 'Unique pupil number': 5, 'Name and date of birth together': 5 });
  expect(listProfile(both, asAt).children).toBe(5);
});

test('children found by their NHS numbers are told in their table', () => {
  const found = table('Children, by what', many(5, { by: new Set(['nhsNumber']) }));
  expect(found.lines).toMatchObject({ 'NHS number': 5, 'Unique pupil number': 0 });
});

test.each([
  ['2013-11-03', '11 to 12'],
  ['2013-11-02', '13 to 15'],
  ['2008-11-03', '16 to 17'],
  ['2008-11-02', '18 and over'],
  [null, 'Not known'],
] as const)('somebody born on %s is %s on 2 November 2026', (birthDate, label) => {
  expect(table('Children, by age', many(5, { birthDate })).lines).toMatchObject({ [label]: 5 });
});

it('is recorded by the system alone, with power and purpose and nothing of the list', () => {
  const world = aWorld();
  const payload = validPayload('match-lists/record-match', { world, record: null });
  expect(whyNot(world.ask('match-lists/record-match', payload, world.people.analyst))).toEqual(['forbidden']);
  const [record] = listMatched().all('matchList');
  expect(record?.standing).toEqual({
    clocks: [],
    from: 'A made-up hotel chain',
    digest: 'a'.repeat(64),
    rows: 40,
    refused: 1,
    matched: { by: expect.any(String), name: expect.any(String), at: expect.any(String) },
  });
  const principals = readersOf(matchLists, record as never, world.at).map(({ principal }) => principal);
  expect(principals).toContain('role:information-governance');
  expect(principals).not.toContain('role:worker');
});
