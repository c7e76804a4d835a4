import { chanceOf } from './chance.js';

/** Either end of a generated link: a child, a person or a place by its place in the list, or an identifier as written. */
export type YearEnd =
  | { of: 'child' | 'person' | 'location'; index: number }
  | { kind: 'phone' | 'vehicle' | 'handle'; text: string };

/** One generated link; `on` is a local date. */
export interface YearLink {
  from: YearEnd;
  to: YearEnd;
  kind: string;
  on: string;
}

/** An identifier as somebody wrote it. */
export type YearIdentifier = Extract<YearEnd, { text: string }>;

/** One generated report: of which day it tells, which child it names, and which identifiers. */
export interface YearReport {
  seen: string;
  on: string;
  child: number;
  identifiers: YearIdentifier[];
}

/** How much of everything a generated year has. */
export interface YearSize {
  children: number;
  persons: number;
  places: number;
  reports: number;
  links: number;
}

/** A year of a partnership, made up: nothing in it is real, and the same seed makes the same. */
export interface GeneratedYear {
  children: { name: string; birthDate: string }[];
  persons: { name: string }[];
  places: { name: string }[];
  reports: YearReport[];
  links: YearLink[];
  /** What was planted, as it is to be found: what several children share, which children, and whether by reports alone. */
  planted: { hub: YearEnd; children: number[]; reported: boolean }[];
}

/** The year that the product is measured with. */
export const wholeYear: YearSize = { children: 2000, persons: 400, places: 150, reports: 6000, links: 9000 };

const firstDay = Date.UTC(2024, 9, 1);
const dayMs = 86_400_000;
/** The day of the year with this number, from 0. */
const day = (index: number): string => new Date(firstDay + index * dayMs).toISOString().slice(0, 10);
const padded = (index: number, length = 4): string => String(index + 1).padStart(length, '0');

/** Days so far apart that no three of them lie within ninety. */
const apart = 46;

const child = (index: number): YearEnd => ({ of: 'child', index });
const person = (index: number): YearEnd => ({ of: 'person', index });
const place = (index: number): YearEnd => ({ of: 'location', index });
/** Numbers that are kept for drama and never given out. */
const phone = (index: number): YearEnd => ({
  kind: 'phone',
  text: `07700 900${String(index).padStart(3, '0')}`,
});
const handle = (index: number): YearEnd => ({ kind: 'handle', text: `made_up_${padded(index, 5)}` });
/** Registrations under a mark that is not issued. */
const vehicle = (index: number): YearEnd => {
  const letter = (n: number) => String.fromCharCode(65 + (n % 23 > 7 ? (n % 23) + 1 : n % 23));
  return {
    kind: 'vehicle',
    text: `ZZ${String(10 + (Math.floor(index / 500) % 90))} ${letter(Math.floor(index / 22) % 22)}B${letter(index % 22)}`,
  };
};

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

/** Reports that each name one child and one identifier: those of what was planted first, each other one its own. */
function reportsOf(size: YearSize, next: (n: number) => number): YearReport[] {
  const sown = reportedGroups(size).flatMap(({ hub, children, from, every }) =>
    children.map((index, n) => ({
      on: day(from + n * every),
      child: index,
      identifiers: spellings(hub).slice(n, n + 1),
    })),
  );
  const others = Array.from({ length: size.reports - sown.length }, (_, n) => ({
    on: day(next(364)),
    child: next(size.children),
    identifiers: [{ kind: 'handle' as const, text: `reported_${padded(n, 5)}` }],
  }));
  return [...sown, ...others].map((one, n) => ({
    ...one,
    seen: `Report ${padded(n, 5)} (made up): somebody was seen with a child`,
  }));
}

/** Links of several children with one person or place, never three within ninety days; one pair lies ninety-one days apart. */
function spaced(
  hubs: number,
  each: number,
  {
    at,
    kind,
    size,
    next,
  }: { at: (index: number) => YearEnd; kind: string; size: YearSize; next: (n: number) => number },
): YearLink[] {
  const many = size.children - 20;
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

/**
 * A year of a partnership of this size under a seed: every child, person, place, report and link that it has, and what was
 * planted among them. Beyond what was planted no person, place, phone or vehicle has three children within ninety days.
 */
export function generatedYear(seed: number, size: YearSize = wholeYear): GeneratedYear {
  const next = chanceOf(seed);
  const share = (of: number) => Math.floor(size.links * of);
  const sown = linkedGroup(size);
  const persons = size.persons - 1;
  const links: YearLink[] = [
    ...sown.children.map((index, n) => ({
      from: child(index),
      to: sown.hub,
      kind: 'spends-time-with',
      on: day(sown.from + n * sown.every),
    })),
    ...spaced(persons, Math.floor(share(1 / 6) / persons), {
      at: person,
      kind: 'spends-time-with',
      size,
      next,
    }),
    ...spaced(size.places, Math.floor(share(1 / 10) / size.places), {
      at: place,
      kind: 'seen-at',
      size,
      next,
    }),
    ...Array.from({ length: Math.min(400, share(1 / 20)) }, (_, n) => ({
      from: child(n % size.children),
      to: phone(n),
      kind: 'uses',
      on: day(next(364)),
    })),
    ...Array.from({ length: Math.min(400, share(1 / 20)) }, (_, n) => ({
      from: person(n % persons),
      to: phone(400 + n),
      kind: 'uses',
      on: day(next(364)),
    })),
    ...Array.from({ length: Math.min(400, share(1 / 20)) }, (_, n) => ({
      from: person(n % persons),
      to: vehicle(n),
      kind: 'keeps',
      on: day(next(364)),
    })),
    ...Array.from({ length: share(1 / 11) }, (_, n) => ({
      from: person(n % persons),
      to: person((n + 1 + next(persons - 1)) % persons),
      kind: 'spends-time-with',
      on: day(next(364)),
    })),
    ...Array.from({ length: share(1 / 12) }, (_, n) => ({
      from: person(n % persons),
      to: place(next(size.places)),
      kind: 'seen-at',
      on: day(next(364)),
    })),
  ];
  const rest = Math.max(0, size.links - links.length);
  const handles = Array.from({ length: rest }, (_, n) => ({
    from: child(n % size.children),
    to: handle(n),
    kind: 'uses',
    on: day(next(364)),
  }));
  return {
    children: Array.from({ length: size.children }, (_, n) => ({
      name: `Child Made-up ${padded(n)}`,
      birthDate: new Date(Date.UTC(2010, 0, 1) + (n % 1400) * dayMs).toISOString().slice(0, 10),
    })),
    persons: Array.from({ length: size.persons }, (_, n) => ({ name: `Person Made-up ${padded(n)}` })),
    places: Array.from({ length: size.places }, (_, n) => ({ name: `Place Made-up ${padded(n)}` })),
    reports: reportsOf(size, next),
    links: [...links, ...handles],
    planted: [sown, ...reportedGroups(size)].map(({ hub, children }) => ({
      hub,
      children: [...children].sort((one, other) => one - other),
      reported: hub !== sown.hub,
    })),
  };
}
