import { section } from './measure.js';

/** Whose role may consider a measure; the api says which. */
export const considering: readonly string[] = [
  ...['intelligence-officer', 'intelligence-supervisor', 'coordinator'],
  ...['licensing-officer', 'manager', 'senior'],
];

/** The ways from a person or a place to what has been tried there, and to another measure. */
export function measureLinks(aboutId: string | undefined, topic: string, roles: readonly string[]) {
  if (!aboutId) return [];
  const id = encodeURIComponent(aboutId);
  const on = topic === 'person-cases' ? 'person' : 'place';
  return [
    { href: `${section}/tried?about=${id}`, text: 'What has been tried here, and what came of it' },
    ...(roles.some((role) => considering.includes(role))
      ? [{ href: `${section}/consider-measure?${on}=${id}`, text: 'Consider a measure' }]
      : []),
  ];
}
