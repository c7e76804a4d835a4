import type { Visit } from '../../visit.js';

const texts = [
  'name',
  'kind',
  'address',
  'postcode',
  'handle',
  'manager',
  'licence',
  'regulator',
  'description',
];

/** Degrees as a number; what is no number is left for the api to refuse. */
const degrees = (typed: string | undefined): number | string | undefined =>
  typed === undefined ? undefined : /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;

/** What was typed of a place; blanks are left out. */
export function typedPlace(visit: Visit): Record<string, unknown> {
  const told: [string, unknown][] = [
    ...texts.map((name): [string, unknown] => [name, visit.typed(name)]),
    ['latitude', degrees(visit.typed('latitude'))],
    ['longitude', degrees(visit.typed('longitude'))],
    ['levers', visit.typedList('levers')],
  ];
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

/** By what a place is looked for besides its name. */
export function placeIdentifiers(visit: Visit): { kind: string; text: string }[] {
  const postcode = visit.typed('postcode');
  const address = visit.typed('address');
  return [
    ...(postcode ? [{ kind: 'postcode', text: postcode }] : []),
    ...(postcode && address ? [{ kind: 'address', text: `${address}, ${postcode}` }] : []),
  ];
}
