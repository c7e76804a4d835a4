import { isRealDay } from '../../form-values.js';
import type { Visit } from '../../visit.js';

/** How clocks stand, as the page offers it: `late` gathers all that came or comes too late. */
export const standWords: Record<string, { text: string; stands: string[]; classes: string }> = {
  running: { text: 'Running', stands: ['running'], classes: 'govuk-tag--blue' },
  overdue: { text: 'Overdue', stands: ['overdue'], classes: 'govuk-tag--red' },
  met: { text: 'Met', stands: ['met'], classes: 'govuk-tag--green' },
  'met-late': { text: 'Met late', stands: ['met-late'], classes: 'govuk-tag--orange' },
  missed: { text: 'Missed', stands: ['missed'], classes: 'govuk-tag--red' },
  extended: { text: 'Extended', stands: ['extended'], classes: 'govuk-tag--yellow' },
  cancelled: { text: 'No longer needed', stands: ['cancelled'], classes: 'govuk-tag--grey' },
  late: { text: 'Late: overdue, met late or missed', stands: ['overdue', 'met-late', 'missed'], classes: '' },
};

/** What an address of the page asks for, field by field; what is no day, kind or standing is left out. */
export interface ClocksAddress {
  rule?: string;
  stands?: string;
  agency?: string;
  owner?: string;
  from?: string;
  to?: string;
}

const one = (given: unknown): string | undefined => (typeof given === 'string' && given ? given : undefined);
const named = (given: unknown, pattern: RegExp): string | undefined => {
  const text = one(given);
  return text && pattern.test(text) ? text : undefined;
};
const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the filters of an address. */
export function clocksAddress({ query }: Visit): ClocksAddress {
  const day = (given: unknown) => {
    const text = one(given);
    return text && isRealDay(text) ? text : undefined;
  };
  const stands = one(query.stands);
  const found = {
    rule: named(query.rule, /^[a-z0-9-]{1,60}$/),
    stands: stands && stands in standWords ? stands : undefined,
    agency: named(query.agency, anId),
    owner: named(query.owner, anId),
    from: day(query.from),
    to: day(query.to),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The same as the api is asked. */
export function clocksQuestion(
  { rule, stands, agency, owner, from, to }: ClocksAddress,
  more: Record<string, string | undefined> = {},
): string {
  const asked: [string, string | undefined][] = [
    ['rule', rule],
    ...(stands ? (standWords[stands]?.stands ?? []).map((stand): [string, string] => ['stands', stand]) : []),
    ['agencyId', agency],
    ['ownerId', owner],
    ['from', from],
    ['to', to],
    ...Object.entries(more),
  ];
  return new URLSearchParams(asked.filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();
}
