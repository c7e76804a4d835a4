import type { Listing } from '../agenda-items/standing.js';
import { graceUntil, type Leavers, leaversAfter } from '../grace.js';
import { memberPrincipals } from './standing.js';

/** What a case of any strand keeps of panels: for whom it is listed, on whose agenda it waits, who heard it until lately. */
export interface BeforePanels {
  listing: Listing | null;
  /** The sitting on whose agenda the case waits, from the item's making until it has an outcome; else null or absent. */
  onAgenda?: string | null;
  /** The panel of that sitting; absent where that sits under a free name. */
  onAgendaOf?: string | null;
  /** The members of panels on whose agenda it was, and until when they read on; absent before the first. */
  heardBy?: Leavers;
  lastDecision: { at: string } | null;
}

/** Members of panels who may read a case, by principal: until when, or null while it is before them. */
export interface PanelMembers {
  [principal: string]: string | null;
}

const most = 6;

const panelNamed = (panelId: string | null | undefined) => memberPrincipals(panelId ? { panelId } : {});

function before({ listing, onAgenda, onAgendaOf }: BeforePanels): string[] {
  const listed = listing?.panelId || listing?.anyPanel ? panelNamed(listing.panelId) : [];
  return [...listed, ...(onAgenda ? panelNamed(onAgendaOf) : [])];
}

function lately({ heardBy, lastDecision }: BeforePanels): PanelMembers {
  if (heardBy) return heardBy;
  // What was decided before panels were kept does not say by which.
  const until = lastDecision && graceUntil(lastDecision.at);
  return until ? Object.fromEntries(panelNamed(null).map((one) => [one, until])) : {};
}

/**
 * Which members read a case: those of the panel that it is listed for and of the one on whose agenda it is, and of no
 * other; those who heard it for 28 days after. Where a sitting has a free name, the members of all.
 */
export function membersOfCase(isListed: boolean, standing: BeforePanels): PanelMembers {
  const now = isListed ? before(standing) : [];
  return { ...lately(standing), ...Object.fromEntries(now.map((one) => [one, null])) };
}

/** What changes on a case that is put on an agenda. */
export function onAgendaOf({ sittingId, panelId }: { sittingId: string; panelId?: string }) {
  return { onAgenda: sittingId, onAgendaOf: panelId ?? null };
}

/** What changes on a case that is on an agenda no more: those who had it before them read on for their days of grace. */
export function offAgenda(
  standing: BeforePanels,
  { happened, at }: { happened: string; at: string },
): Partial<BeforePanels> {
  if (!standing.onAgenda) return { onAgenda: null };
  const until = graceUntil(happened);
  const leaving = Object.fromEntries(panelNamed(standing.onAgendaOf).map((one) => [one, until]));
  return {
    onAgenda: null,
    onAgendaOf: null,
    heardBy: leaversAfter(standing.heardBy, leaving, { at, most }),
  };
}
