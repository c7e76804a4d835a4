import { describe, expect, it } from 'vitest';
import { type GeneratedYear, generatedYear, wholeYear } from './generated-year.js';
import type { YearEnd } from './year-ends.js';
import { ordinary } from './year-noise.js';

const little = { children: 100, persons: 20, places: 10, reports: 60, links: 300 };

const key = (end: YearEnd): string =>
  'of' in end
    ? `${end.of} ${end.index}`
    : `${end.kind} ${end.text
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .replace(/^440?/, '0')}`;

/** By plain loops over every link and report: on which days of 2024 and 2025 which children are seen with what. */
function sightings({ links, reports }: GeneratedYear): Map<string, { child: number; day: number }[]> {
  const seen = new Map<string, { child: number; day: number }[]>();
  const see = (hub: YearEnd, child: number, on: string) => {
    if ('kind' in hub && hub.kind === 'address') return;
    const known = seen.get(key(hub)) ?? [];
    seen.set(key(hub), [...known, { child, day: Date.parse(on) / 86_400_000 }]);
  };
  for (const { from, to, on } of links) if ('of' in from && from.of === 'child') see(to, from.index, on);
  for (const { child, on, identifiers } of reports) for (const one of identifiers) see(one, child, on);
  return seen;
}

/** The most children whom it is seen with within so many days. */
function most(list: readonly { child: number; day: number }[], days: number): number {
  const within = (from: number) => list.filter(({ day }) => day >= from && day <= from + days);
  return Math.max(...list.map(({ day }) => new Set(within(day).map(({ child }) => child)).size));
}

describe.each([
  ['the whole year', wholeYear, [20261122]],
  ['a short year', little, [20261122, 1, 2, 3, 4, 5]],
] as const)('%s that is made up', (_which, size, seeds) => {
  it.each(seeds)(
    'reaches three children within ninety days by what is planted and what people decline alone (seed %i)',
    (seed) => {
      const year = generatedYear(seed, size);
      const reached = [...sightings(year)].filter(([, list]) => most(list, 90) >= 3).map(([hub]) => hub);
      const told = [...year.planted, ...year.declined].map(({ hub }) => key(hub));
      expect(reached.sort()).toEqual(told.sort());
      expect([year.links.length, year.reports.length]).toEqual([size.links, size.reports]);
    },
  );

  it('shares phones, cars and names online as ordinary life does: two at once often, and more one after the other', () => {
    const all = sightings(generatedYear(20261122, size));
    const shared = (kind: string) => {
      const lists = [...all].filter(([hub]) => hub.startsWith(`${kind} `)).map(([, list]) => list);
      const twoAtOnce = lists.filter((list) => most(list, 90) === 2).length;
      const inTheYear = lists.filter((list) => most(list, 90) === 2 && most(list, 400) > 2).length;
      return { things: lists.length, twoAtOnce, inTheYear };
    };
    const least = size === wholeYear ? { two: 60, more: 25 } : { two: 2, more: 1 };
    for (const kind of ['phone', 'vehicle']) {
      expect(shared(kind).twoAtOnce).toBeGreaterThanOrEqual(least.two);
      expect(shared(kind).inTheYear).toBeGreaterThanOrEqual(least.more);
    }
    expect(shared('handle').twoAtOnce).toBeGreaterThanOrEqual(least.two);
  });
});

it('of each kind the ways in which it is shared make a hundred in a hundred', () => {
  for (const ways of Object.values(ordinary))
    expect(ways.reduce((sum, { inHundred }) => sum + inHundred, 0)).toBe(100);
});
