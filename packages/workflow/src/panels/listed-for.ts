import type { Fault, RecordRef, StoredRecord } from '../model.js';
import type { PanelStanding } from './standing.js';

/** What names the panel that is to hear a case. */
interface NamesPanel {
  panelId?: string;
}

/** The panel that a listing names, to be read with it. */
export const panelNamed = ({ panelId }: NamesPanel): RecordRef[] =>
  panelId ? [{ kind: 'panel', id: panelId }] : [];

/** What a listing keeps of the panel that it names. */
export const listedFor = ({ panelId }: NamesPanel): NamesPanel => (panelId ? { panelId } : {});

interface Listing {
  payload: NamesPanel;
  facts: { related: readonly StoredRecord[] };
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
