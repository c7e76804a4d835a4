import { expect, it, test } from 'vitest';
import { incidentReport } from '../incident-report/report.js';
import { englandProfile } from '../profile/profile.js';
import { type ProblemCount, problemProfile, problemProfileForOthers, problemYear } from './profile.js';
import { profileCounts, profileShares } from './registry.js';

const year = problemYear('2025-26');
if (!year) throw new Error('no year');
const days = { from: year.from, to: year.to, asAt: '2026-04-07' };
const about = { year, asAt: days.asAt, incidents: incidentReport([], days, englandProfile) };
const made = (counts: ProblemCount[], make = problemProfileForOthers) => make({ ...about, counts });
const count = (measure: string, n: number, part: string | null = null): ProblemCount => ({
  measure,
  part,
  n,
});
const tableOf = (name: string, counts: ProblemCount[], make = problemProfileForOthers) => {
  const found = made(counts, make)
    .sections.flatMap(({ tables }) => tables)
    .find((one) => one.name.startsWith(name));
  if (!found) throw new Error(name);
  return { total: found.total, ...Object.fromEntries(found.lines.map(({ label, n }) => [label, n])) };
};
const shareOf = (name: string, counts: ProblemCount[], make = problemProfileForOthers) =>
  made(counts, make)
    .sections.flatMap(({ shares }) => shares)
    .find((one) => one.name.startsWith(name));

test.each([
  ['2026', { year: '2026', from: '2026-01-01', to: '2026-12-31' }],
  ['2025-26', { year: '2025-26', from: '2025-04-01', to: '2026-03-31' }],
  ['2099-00', { year: '2099-00', from: '2099-04-01', to: '2100-03-31' }],
  ['2025-27', null],
  ['26', null],
] as const)('the year %s is %j', (asked, expected) => {
  expect(problemYear(asked)).toEqual(expected);
});

it('shows the partnership every number as it is, and says that it does not leave it', () => {
  const counts = [count('grade', 2, 'high'), count('grade', 18, 'low'), count('withoutPlan', 3)];
  const table = tableOf('Children’s cases, by grade', counts, problemProfile);
  expect(table).toMatchObject({ High: 2, Medium: 0, Low: 18, total: 20 });
  const share = shareOf('Cases without an agreed plan', counts, problemProfile);
  expect(share).toMatchObject({ n: 3, of: 20, percent: '15.00' });
  const [whole, others] = [made(counts, problemProfile), made(counts)];
  expect([whole.suppressed, whole.definitions[0]]).toEqual([
    false,
    'For the partnership: small numbers stand as they are. It does not leave the partnership.',
  ]);
  expect([others.suppressed, others.definitions.at(-1)]).toEqual([
    true,
    'Numbers from 1 to 4 are kept back, and others that would tell them.',
  ]);
});

it('keeps incidents back for others by their own report, and shows the partnership each', () => {
  const row = (kind: 'crime' | 'non-crime', n: number) => ({
    ...{ measure: 'incidents', kind, n, month: '2025-05', force: null, code: null, on: null },
  });
  const incidents = incidentReport([row('crime', 3), row('non-crime', 20)], days, englandProfile);
  const shown = (make: typeof problemProfile) => {
    const { sections } = make({ ...about, incidents, counts: [] });
    return sections.find(({ id }) => id === 'incidents')?.tables[0]?.lines.map(({ n }) => n);
  };
  expect(shown(problemProfile)).toEqual([3, 20]);
  expect(shown(problemProfileForOthers)?.[0]).toBeNull();
});

it('keeps numbers under five back for others, and a second where the total would tell the first', () => {
  const counts = [count('grade', 2, 'high'), count('grade', 8, 'medium'), count('grade', 9, 'low')];
  expect(tableOf('Children’s cases, by grade', counts)).toMatchObject({
    High: null,
    Medium: null,
    Low: 9,
    None: 0,
    total: 19,
  });
});

it('puts ages that the books give in years into bands, and whoever has none apart', () => {
  const counts = [count('age', 6, '12'), count('age', 5, '11'), count('age', 7, '17'), count('age', 9)];
  expect(tableOf('Children, by age', counts)).toMatchObject({
    '10 and under': 0,
    '11 to 12': 11,
    '16 to 17': 7,
    'Not known': 9,
    total: 27,
  });
});

it('says of every share what it is of, and keeps it back whole where its number or its rest is small', () => {
  const grades = (n: number) => [count('grade', 20, 'low'), count('withoutPlan', n)];
  expect(shareOf('Cases without an agreed plan', grades(7))).toMatchObject({
    n: 7,
    of: 20,
    percent: '35.00',
  });
  for (const n of [3, 18])
    expect(shareOf('Cases without an agreed plan', grades(n))).toMatchObject({
      n: null,
      of: null,
      percent: null,
    });
});

it('names, defines and counts every figure of the registry, and says what is not held', () => {
  const { sections, notHeld, definitions } = made([]);
  const names = sections.flatMap(({ tables, shares }) => [...tables, ...shares]);
  for (const { name, definition } of [...profileCounts, ...profileShares])
    expect(names).toContainEqual(expect.objectContaining({ name, definition }));
  expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  expect(notHeld.join(' ')).not.toContain('Figures that partners count themselves');
  expect(notHeld.length).toBeGreaterThan(3);
  expect(definitions.join(' ')).toContain('closed to all but those named');
});

it('prints what partners counted as they gave it, with whose it is, and names the agencies that gave nothing', () => {
  const given = (agency: string, at: string, n: number | null) => ({
    ...{ agency, at, measure: 'Attendances', source: 'Its register', note: null, given: 'a day in May' },
    figures: [{ label: 'Under 16', n }],
  });
  const { sections, notHeld } = problemProfile({
    ...{ ...about, counts: [] },
    partners: {
      figures: [
        given('Health', '2026-05-02', 30),
        given('Health', '2026-05-01', 12),
        given('Schools', '2026-05-01', null),
      ],
      agencies: ['Schools', 'Probation', 'Health', 'Housing'],
    },
  });
  const { tables } = sections.find(({ id }) => id === 'partners') ?? { tables: [] };
  expect(tables.map(({ name, lines }) => [name, lines[0]?.n])).toEqual([
    ['Health: Attendances', 30],
    ['Schools: Attendances', null],
  ]);
  expect(tables[0]?.definition).toBe(
    'Counted by Health itself, and not from these records. Given on a day in May. Source: Its register.',
  );
  expect(notHeld[0]).toBe(
    'Figures that partners count themselves: none were given for 2025-26 by Housing, Probation.',
  );
});
