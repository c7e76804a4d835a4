import type { Visit } from '../../visit.js';

/** Whether child or parent got something, how, or why not, from the fields `<who>-<verb>`, `<who>-how` and `<who>-whyNot`. */
export function toldFields(visit: Visit, who: string, verb: 'given' | 'told') {
  const answer = visit.typed(`${who}-${verb}`);
  return {
    [verb]: answer === undefined ? undefined : answer === 'yes',
    how: answer === 'yes' ? visit.typed(`${who}-how`) : undefined,
    whyNot: answer === 'no' ? visit.typed(`${who}-whyNot`) : undefined,
  };
}
