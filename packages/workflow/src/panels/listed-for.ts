import type { Listing as KeptListing } from '../agenda-items/standing.js';
import type { Fault, StoredRecord } from '../model.js';
import type { PanelStanding } from './standing.js';

/** What names the panel that is to hear a case. */
interface NamesPanel {
  panelId?: string;
}

interface Listing {
  payload: NamesPanel;
  facts: { related: readonly StoredRecord[] };
}

/**
 * What a listing keeps of the panel that is to hear the case: the one that it names, else the only one that sits; where
 * several sit, none until the case is on an agenda.
 */
export function listedFor({ payload, facts }: Listing): Pick<KeptListing, 'panelId' | 'anyPanel'> {
  if (payload.panelId) return { panelId: payload.panelId };
  const sitting = facts.related.filter(({ kind, state }) => kind === 'panel' && state === 'active');
  if (sitting.length === 0) return { anyPanel: true };
  const [only, another] = sitting;
  return only && !another ? { panelId: only.id } : {};
}

/** The panel that a listing names; null where it names none, or none that whoever lists may see. */
export function findListedFor({ payload, facts }: Listing): StoredRecord<PanelStanding> | null {
  const found = facts.related.find(({ kind, id }) => kind === 'panel' && id === payload.panelId);
  return (found as StoredRecord<PanelStanding> | undefined) ?? null;
}

/** Payload rules of the panel that a listing names: one that sits. */
export function listedForFaults(context: Listing): Fault[] {
  if (!context.payload.panelId || findListedFor(context)?.state === 'active') return [];
  return [{ pointer: '/panelId', code: 'noPanel', detail: 'Choose a panel that sits, or none.' }];
}
