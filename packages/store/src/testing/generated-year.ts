import { chanceOf } from './chance.js';
import {
  apart,
  child,
  day,
  dayMs,
  padded,
  person,
  phone,
  place,
  plantedWith,
  vehicle,
  type YearChance,
  type YearEnd,
  type YearIdentifier,
  type YearLink,
  type YearSize,
} from './year-ends.js';
import { namesOnline, ordinaryLinks, phonesAtHome } from './year-noise.js';

/** One generated report: of which day it tells, which child it names, and which identifiers. */
export interface YearReport {
  seen: string;
  on: string;
  child: number;
  identifiers: YearIdentifier[];
}

/** A year of a partnership, made up: nothing in it is real, and the same seed makes the same. */
export interface GeneratedYear {
  children: { name: string; birthDate: string }[];
  persons: { name: string }[];
  places: { name: string }[];
  reports: YearReport[];
  links: YearLink[];
  /** What was planted, as it is to be found: what several children share, which children, and whether by reports alone. */
  planted: YearGroup[];
  /**
   * What several children share by ordinary life, often enough that the area’s threshold proposes it: it cannot be told
   * apart by numbers, and people decline it.
   */
  declined: YearGroup[];
}

/** What several children share, which children, and whether reports alone say so. */
export interface YearGroup {
  hub: YearEnd;
  children: number[];
  reported: boolean;
}

/** The year that the product is measured with. */
export const wholeYear: YearSize = { children: 2000, persons: 400, places: 150, reports: 6000, links: 9000 };

/** One group of children who share something, from a day of the year on, each so many days after the one before. */
interface Group {
  hub: YearEnd;
  children: number[];
  from: number;
  every: number;
}

/** A person with four children in a month, each by a link of its own. */
function linkedGroup(size: YearSize): Group {
  const last = size.children - 1;
  return {
    hub: person(size.persons - 1),
    children: [last, last - 1, last - 2, last - 3],
    from: 120,
    every: 9,
  };
}

/** A phone that contacted three, and a plate that was seen with three: nobody links them, each stands in a report of its own. */
function reportedGroups(size: YearSize): Group[] {
  const last = size.children - 1;
  return [
    { hub: phone(999), children: [last - 4, last - 5, last - 6], from: 200, every: 40 },
    { hub: vehicle(499), children: [last - 7, last - 8, last - 9], from: 60, every: 45 },
  ];
}

/** The number of a school, from which five were rung within weeks, and a taxi firm’s car that takes three to school. */
function declinedGroups(size: YearSize): Group[] {
  const last = size.children - 1;
  return [
    { hub: phone(998), children: [10, 11, 12, 13, 14].map((n) => last - n), from: 20, every: 12 },
    { hub: vehicle(498), children: [15, 16, 17].map((n) => last - n), from: 250, every: 5 },
  ];
}

/** One identifier as three people write it. */
function spellings(end: YearEnd): YearIdentifier[] {
  if (!('text' in end)) return [];
  const { kind, text } = end;
  const written =
    kind === 'phone'
      ? [text, text.replace(/^0/, '+44 (0)'), text.replace(/ /g, '-')]
      : [text, text.toLowerCase().replace(/ /g, ''), text.replace(/ /g, '.')];
  return written.map((one) => ({ kind, text: one }));
}

/**
 * Reports that each name one child and one identifier: those of what was planted first; of each twenty others one names the
 * phone of the child’s home, and the rest a name online of their own.
 */
function reportsOf({ size, next }: YearChance, links: readonly YearLink[]): YearReport[] {
  const sown = reportedGroups(size).flatMap(({ hub, children, from, every }) =>
    children.map((index, n) => ({
      on: day(from + n * every),
      child: index,
      identifiers: spellings(hub).slice(n, n + 1),
    })),
  );
  const homes = phonesAtHome(links);
  const others = Array.from({ length: size.reports - sown.length }, (_, n) => {
    const home = n % 20 === 0 ? homes[next(homes.length)] : undefined;
    const own = { kind: 'handle' as const, text: `reported_${padded(n, 5)}` };
    return {
      on: day(next(364)),
      child: home?.child ?? next(size.children - plantedWith),
      identifiers: [home?.identifier ?? own],
    };
  });
  return [...sown, ...others].map((one, n) => ({
    ...one,
    seen: `Report ${padded(n, 5)} (made up): somebody was seen with a child`,
  }));
}

/** Links of several children with one person or place, never three within ninety days; one pair lies ninety-one days apart. */
function spaced(
  hubs: number,
  each: number,
  { at, kind, size, next }: { at: (index: number) => YearEnd; kind: string } & YearChance,
): YearLink[] {
  const many = size.children - plantedWith;
  return Array.from({ length: hubs * each }, (_, n) => {
    const turn = Math.floor(n / hubs);
    return {
      from: child((next(many) + turn) % many),
      to: at(n % hubs),
      kind,
      on: day(turn * apart),
    };
  });
}

/** Each child of a group linked with what they share. */
const linksOf = ({ hub, children, from, every }: Group, kind: string): YearLink[] =>
  children.map((index, n) => ({ from: child(index), to: hub, kind, on: day(from + n * every) }));

/** Links among persons, and of persons with phones, cars and places: no child is at either end. */
function linksOfPersons({ size, next }: YearChance): YearLink[] {
  const persons = size.persons - 1;
  const some = (part: number, to: (n: number) => YearEnd, kind: string, most = Number.POSITIVE_INFINITY) =>
    Array.from({ length: Math.min(most, Math.floor(size.links * part)) }, (_, n) => ({
      ...{ from: person(n % persons), to: to(n), kind },
      on: day(next(364)),
    }));
  return [
    ...some(1 / 20, (n) => phone(400 + n), 'uses', 400),
    ...some(1 / 20, vehicle, 'keeps', 400),
    ...some(1 / 11, (n) => person((n + 1 + next(persons - 1)) % persons), 'spends-time-with'),
    ...some(1 / 12, () => place(next(size.places)), 'seen-at'),
  ];
}

const asPlanted = ({ hub, children }: Group, reported: boolean): YearGroup => ({
  ...{ hub, reported },
  children: [...children].sort((one, other) => one - other),
});

/**
 * A year of a partnership of this size under a seed: every child, person, place, report and link that it has, what was
 * planted among them, and what ordinary life brings to the threshold of three children within ninety days. Beyond these two no
 * person, place, phone, car or name online has so many: what two brothers share, what is handed on, and a taxi that is seen
 * with another child now and then stay below it (`ordinary` in year-noise.ts says how often each is).
 */
export function generatedYear(seed: number, size: YearSize = wholeYear): GeneratedYear {
  const chance: YearChance = { size, next: chanceOf(seed) };
  const share = (of: number) => Math.floor(size.links * of);
  const sown = linkedGroup(size);
  const school = declinedGroups(size);
  const persons = size.persons - 1;
  const links: YearLink[] = [
    ...linksOf(sown, 'spends-time-with'),
    ...school.flatMap((one, n) => linksOf(one, n === 0 ? 'contacted-from' : 'travels-in')),
    ...spaced(persons, Math.floor(share(1 / 6) / persons), {
      ...{ at: person, kind: 'spends-time-with' },
      ...chance,
    }),
    ...spaced(size.places, Math.floor(share(1 / 10) / size.places), {
      ...{ at: place, kind: 'seen-at' },
      ...chance,
    }),
    ...ordinaryLinks(chance),
    ...linksOfPersons(chance),
  ];
  const all = [...links, ...namesOnline(Math.max(0, size.links - links.length), chance)];
  return {
    children: Array.from({ length: size.children }, (_, n) => ({
      name: `Child Made-up ${padded(n)}`,
      birthDate: new Date(Date.UTC(2010, 0, 1) + (n % 1400) * dayMs).toISOString().slice(0, 10),
    })),
    persons: Array.from({ length: size.persons }, (_, n) => ({ name: `Person Made-up ${padded(n)}` })),
    places: Array.from({ length: size.places }, (_, n) => ({ name: `Place Made-up ${padded(n)}` })),
    reports: reportsOf(chance, all),
    links: all,
    planted: [asPlanted(sown, false), ...reportedGroups(size).map((one) => asPlanted(one, true))],
    declined: school.map((one) => asPlanted(one, false)),
  };
}
