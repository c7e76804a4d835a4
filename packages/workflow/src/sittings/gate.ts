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

/** What a panel asks of a case before it hears it, by the ids of the profile's gate; what it leaves to the profile is null or left out. */
export type PanelGate = readonly string[] | null | undefined;

/** What the gate asks of a child's case and it has not: what the panel asks, else the profile; in its words, with who can supply it. */
export function gateMissing(
  standing: ChildCaseStanding,
  { panel }: Pick<Profile, 'panel'>,
  gate?: PanelGate,
): Missing[] {
  return panel.gate.needs
    .filter(({ id }) => (gate?.includes(id) ?? true) && has[id] && !has[id](standing))
    .map(({ id, label }) => ({ code: id, words: label, who: suppliers[id] ?? 'the manager' }));
}
