import { readList } from '../../read-list.js';
import type { Visit } from '../../visit.js';
import { type MeasureLine, measureCard, section } from './measure.js';

/** Whose role may consider a measure; the api says which. */
export const considering: readonly string[] = [
  ...['intelligence-officer', 'intelligence-supervisor', 'coordinator'],
  ...['licensing-officer', 'manager', 'senior'],
];

/** Those who weigh what a licence allows to be done. */
const licensing = ['licensing-officer', 'intelligence-officer', 'intelligence-supervisor', 'coordinator'];

/** What is in force at a person or a place, as far as the reader may see it, and the ways to what was tried there. */
export async function measuresAt(visit: Visit, aboutId: string | undefined, topic: string) {
  if (!aboutId) return { inForce: [], ways: [] };
  const filters = { aboutId, phase: 'inForce', after: undefined, limit: 50 };
  const { items } = await readList<MeasureLine>(visit, '/api/v1/disruption-measures', filters);
  return { inForce: items.map(measureCard), ways: measureLinks(aboutId, topic, visit.who?.roles ?? []) };
}

/** The ways from a person or a place to what has been tried there, and to another measure. */
function measureLinks(aboutId: string, topic: string, roles: readonly string[]) {
  const id = encodeURIComponent(aboutId);
  const on = topic === 'person-cases' ? 'person' : 'place';
  return [
    { href: `${section}/tried?about=${id}`, text: 'What has been tried here, and what came of it' },
    ...(licensing.some((role) => roles.includes(role))
      ? [{ href: `${section}/licensing`, text: 'What licensing can act on' }]
      : []),
    ...(roles.some((role) => considering.includes(role))
      ? [{ href: `${section}/consider-measure?${on}=${id}`, text: 'Consider a measure' }]
      : []),
  ];
}
