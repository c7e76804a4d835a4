import type { Actor, StoredRecord } from '../model.js';
import type { PolicyRow } from '../topic.js';
import type { SittingStanding } from './standing.js';

/** The relation of a chair to the sittings of his or her own panel. */
export const ofPanel = 'ofPanel';

/**
 * Whether somebody who chairs does so here: as the chair of this sitting, as the panel's chair or deputy, or in the part of
 * one of them, by a recorded absence or delegation. A sitting under a free name, and one that was scheduled before its
 * panel told it who chairs, has no office: any chair holds it.
 */
function chairsHere({ userId, inPlaceOf }: Actor, { chairId, panelChairs }: SittingStanding): boolean {
  // A part that falls to somebody since nobody has it is filled for no one in particular.
  if (!panelChairs || inPlaceOf === null) return true;
  return [chairId, ...panelChairs].some((id) => id === userId || id === inPlaceOf);
}

/** The relations of somebody to a sitting. */
export function relationsToSitting(actor: Actor, { standing }: StoredRecord<SittingStanding>): string[] {
  return chairsHere(actor, standing) ? [ofPanel] : [];
}

/** Whether somebody speaks as the chair of this sitting: in that part, or as the chair or deputy of its panel. */
export const speaksAsChair = (actor: Actor, sitting: StoredRecord<SittingStanding>): boolean =>
  actor.roles.some((role) => role === 'chair' || role === 'deputy-chair') &&
  relationsToSitting(actor, sitting).includes(ofPanel);

/** Who gives a command of a sitting, or of what it hears: the chair of this sitting or of its panel. */
export const chairOfIt = {
  roles: ['chair', 'deputy-chair'],
  relation: ofPanel,
  words: 'the chair of this sitting, or the chair or the deputy of its panel',
} as const satisfies Omit<PolicyRow, 'command'>;

/** Those who may give a command: the coordinator, and the chair of this sitting or of its panel. */
export const officeOfIt = [{ roles: ['coordinator'], words: 'the coordinator' }, chairOfIt] as const;
