import {
  address,
  apart,
  child,
  day,
  handle,
  phone,
  plantedWith,
  vehicle,
  type YearChance,
  type YearEnd,
  type YearIdentifier,
  type YearLink,
} from './year-ends.js';

/** How ordinary life shares things of one kind: how many in a hundred, among how many children, how many days from one to the next. */
interface Sharing {
  how: string;
  inHundred: number;
  children: number;
  every: number;
}

/** What is shared by ordinary life, without any harm: three of these never come together within ninety days. */
export const ordinary: Readonly<Record<'phones' | 'plates' | 'handles' | 'homes', readonly Sharing[]>> = {
  phones: [
    { how: 'a phone of one’s own', inHundred: 70, children: 1, every: 0 },
    { how: 'one phone of two brothers or sisters', inHundred: 22, children: 2, every: 2 },
    { how: 'a number that was handed on three times', inHundred: 8, children: 4, every: apart },
  ],
  plates: [
    { how: 'a family’s car, one child', inHundred: 55, children: 1, every: 0 },
    { how: 'a family’s car, two children', inHundred: 25, children: 2, every: 1 },
    { how: 'a taxi, another child now and then', inHundred: 20, children: 4, every: apart },
  ],
  handles: [
    { how: 'a name of one’s own', inHundred: 85, children: 1, every: 0 },
    { how: 'a name that two friends use', inHundred: 15, children: 2, every: 30 },
  ],
  // An address is looked at as a place: brothers and sisters who live together share nothing by that.
  homes: [
    { how: 'one child', inHundred: 40, children: 1, every: 0 },
    { how: 'two brothers or sisters', inHundred: 35, children: 2, every: 0 },
    { how: 'four brothers or sisters', inHundred: 25, children: 4, every: 0 },
  ],
};

/** Which of these ways the thing with this number is shared in; each has its part of any few that follow each other. */
function wayOf(ways: readonly Sharing[], index: number): Sharing {
  const each = ways.flatMap((way) => Array.from({ length: way.inHundred }, () => way));
  return each[(index * 37) % 100] as Sharing;
}

/** At least so many links of children with things that they share in these ways, at most so many things. */
function sharedIn(
  ways: readonly Sharing[],
  { links, things }: { links: number; things: number },
  { at, kind, size, next }: { at: (index: number) => YearEnd; kind: string } & YearChance,
): YearLink[] {
  const many = size.children - plantedWith;
  const made: YearLink[] = [];
  for (let index = 0; index < things && made.length < links; index += 1) {
    const { children, every } = wayOf(ways, index);
    const [first, start] = [next(many), next(364 - (children - 1) * every)];
    // Brothers, sisters and friends follow each other in the list; who takes over a number or a taxi does not.
    const step = every === apart ? 7 : 1;
    for (let turn = 0; turn < children; turn += 1)
      made.push({
        ...{ from: child((first + turn * step) % many), to: at(index), kind },
        on: day(start + turn * every),
      });
  }
  return made;
}

/** Phones, cars, homes and names online of children, as ordinary life shares them; `rest` links at least are with names online. */
export function ordinaryLinks(chance: YearChance): YearLink[] {
  const share = (of: number) => ({ links: Math.floor(chance.size.links * of), things: 400 });
  return [
    ...sharedIn(ordinary.phones, share(1 / 15), { at: phone, kind: 'uses', ...chance }),
    ...sharedIn(ordinary.plates, share(1 / 20), {
      at: (index) => vehicle(500 + index),
      kind: 'travels-in',
      ...chance,
    }),
    ...sharedIn(ordinary.homes, share(1 / 10), { at: address, kind: 'lives-at', ...chance }),
  ];
}

/** So many links of children with names online. */
export function namesOnline(links: number, chance: YearChance): YearLink[] {
  const all = { links, things: links };
  return sharedIn(ordinary.handles, all, { at: handle, kind: 'uses', ...chance }).slice(0, links);
}

/** Each child’s phone that no more than two children have: reports name it beside the child, and bring nobody new. */
export function phonesAtHome(links: readonly YearLink[]): { child: number; identifier: YearIdentifier }[] {
  const have = new Map<string, Set<number>>();
  const pairs = links.flatMap(({ from, to }) =>
    'of' in from && from.of === 'child' && 'text' in to && to.kind === 'phone'
      ? [{ child: from.index, identifier: to }]
      : [],
  );
  for (const { child: index, identifier } of pairs)
    have.set(identifier.text, (have.get(identifier.text) ?? new Set()).add(index));
  return pairs.filter(({ identifier }) => (have.get(identifier.text) as Set<number>).size <= 2);
}
