import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Missing } from '../model.js';
import type { Profile } from '../profile/profile.js';

const suppliers: Record<string, string> = {
  'strategy-discussion': 'the manager, by a strategy discussion or a reason why none',
  'confirmed-grade': 'the manager, by confirming the proposed grade',
  'current-plan': 'the lead worker, by a plan that the manager agrees, or why there is none',
};

const has: Record<string, (standing: ChildCaseStanding) => boolean> = {
  'strategy-discussion': ({ strategy }) => strategy !== null,
  'confirmed-grade': ({ confirmed }) => confirmed !== null,
  'current-plan': ({ plan }) => plan !== null,
};

/** What the panel's gate asks of a child's case and it has not: in the words of the profile, with who can supply it. */
export function gateMissing(standing: ChildCaseStanding, { panel }: Profile): Missing[] {
  return panel.gate.needs
    .filter(({ id }) => has[id] && !has[id](standing))
    .map(({ id, label }) => ({ code: id, words: label, who: suppliers[id] ?? 'the manager' }));
}
