import { type Allowed, canDo } from '../../allowed.js';
import { readList } from '../../read-list.js';
import type { Visit } from '../../visit.js';
import { type MeasureLine, measureCard, section } from './measure.js';

/** Whose role is offered to consider a measure from the list of all; the api says which. */
export const considering: readonly string[] = [
  ...['intelligence-officer', 'intelligence-supervisor', 'coordinator'],
  ...['licensing-officer', 'manager', 'senior'],
];

/** Those who weigh what a licence allows to be done. */
const licensing = ['licensing-officer', 'intelligence-officer', 'intelligence-supervisor', 'coordinator'];

/** A case on a person or a place, with what may be begun on it. */
interface About {
  aboutId?: string;
  begins?: Allowed[];
}

/** What is in force at a person or a place, as far as the reader may see it, and the ways to what was tried there. */
export async function measuresAt(visit: Visit, { aboutId, begins = [] }: About, topic: string) {
  if (!aboutId) return { inForce: [], ways: [] };
  const filters = { aboutId, phase: 'inForce', after: undefined, limit: 50 };
  const { items } = await readList<MeasureLine>(visit, '/api/v1/disruption-measures', filters);
  return {
    inForce: items.map(measureCard),
    ways: [...measureLinks(aboutId, visit.who?.roles ?? []), ...considerLinks(aboutId, topic, begins)],
  };
}

/** The way from a person or a place to another measure there, where one may be considered. */
function considerLinks(aboutId: string, topic: string, begins: Allowed[]) {
  const on = topic === 'person-cases' ? 'person' : 'place';
  return canDo(begins, 'disruption-measures/consider-measure')
    ? [
        {
          href: `${section}/consider-measure?${on}=${encodeURIComponent(aboutId)}`,
          text: 'Consider a measure',
        },
      ]
    : [];
}

/** The ways from a person or a place to what has been tried there. */
function measureLinks(aboutId: string, roles: readonly string[]) {
  const id = encodeURIComponent(aboutId);
  return [
    { href: `${section}/tried?about=${id}`, text: 'What has been tried here, and what came of it' },
    ...(licensing.some((role) => roles.includes(role))
      ? [{ href: `${section}/licensing`, text: 'What licensing can act on' }]
      : []),
  ];
}
