import type { Visit } from '../../visit.js';
import { identifiersTyped } from '../intelligence/typed-identifiers.js';

/** Names on lines of their own. */
export const namesTyped = (visit: Visit, field: string): string[] =>
  (visit.typed(field) ?? '')
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean);

const texts = [
  ...['name', 'sex', 'description', 'ethnicitySelf', 'ethnicityOfficer', 'nationality', 'licence'],
  'positionOfTrust',
];

/** An age as a number; what is no number is left for the api to refuse. */
const age = (typed: string | undefined): number | string | undefined =>
  typed === undefined ? undefined : /^\d+$/.test(typed) ? Number(typed) : typed;

/** What was typed of a person; blanks are left out. */
export function typedPerson(visit: Visit): Record<string, unknown> {
  const aliases = namesTyped(visit, 'aliases');
  const identifiers = identifiersTyped(visit);
  const told: [string, unknown][] = [
    ...texts.map((name): [string, unknown] => [name, visit.typed(name)]),
    ['birthDate', visit.typedDate('birthDate')],
    ['ageFrom', age(visit.typed('ageFrom'))],
    ['ageTo', age(visit.typed('ageTo'))],
    ['aliases', aliases.length > 0 ? aliases : undefined],
    ['identifiers', identifiers.length > 0 ? identifiers : undefined],
  ];
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}
