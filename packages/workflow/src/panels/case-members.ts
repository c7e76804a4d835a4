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
  /** Who comes to that sitting for this item alone, by account: they read its sheet; absent where nobody does. */
  guests?: string[];
  /** The members of panels on whose agenda it was, and until when they read on; absent before the first. */
  heardBy?: Leavers;
  lastDecision: { at: string } | null;
}

/** Members of panels who may read a case, by principal: until when, or null while it is before them. */
export interface PanelMembers {
  [principal: string]: string | null;
}

const most = 16;

const panelNamed = (panelId: string | null | undefined) => memberPrincipals(panelId ? { panelId } : {});

/** Whoever has the case on the agenda before them: the members of the panel, and who comes for its item alone. */
const onAgendaNow = ({ onAgendaOf, guests = [] }: BeforePanels) => [
  ...panelNamed(onAgendaOf),
  ...guests.map((id) => `user:${id}`),
];

function before(standing: BeforePanels): string[] {
  const { listing, onAgenda } = standing;
  const listed = listing?.panelId || listing?.anyPanel ? panelNamed(listing.panelId) : [];
  return [...listed, ...(onAgenda ? onAgendaNow(standing) : [])];
}

function lately({ heardBy, lastDecision }: BeforePanels): PanelMembers {
  if (heardBy) return heardBy;
  // What was decided before panels were kept does not say by which.
  const until = lastDecision && graceUntil(lastDecision.at);
  return until ? Object.fromEntries(panelNamed(null).map((one) => [one, until])) : {};
}

/**
 * Which members read a case: those of the panel that it is listed for and of the one on whose agenda it is, and of no
 * other; whoever comes for its item alone; those who heard it for 28 days after. Where a sitting has a free name, the members
 * of all.
 */
export function membersOfCase(isListed: boolean, standing: BeforePanels): PanelMembers {
  const now = isListed ? before(standing) : [];
  return { ...lately(standing), ...Object.fromEntries(now.map((one) => [one, null])) };
}

/** What changes on a case that is put on an agenda. */
export function onAgendaOf({ sittingId, panelId }: { sittingId: string; panelId?: string }) {
  return { onAgenda: sittingId, onAgendaOf: panelId ?? null };
}

/** What changes on a case that goes on with the agenda of the next sitting: who came for its item alone does not come along. */
export function movedAgenda(standing: BeforePanels, nextId: string, when: { happened: string; at: string }) {
  return { ...offAgenda(standing, when), onAgenda: nextId, onAgendaOf: standing.onAgendaOf ?? null };
}

/** What changes on a case when somebody else comes for its item alone. */
export const guestsOf = ({ guests }: { guests: string[] }) => ({ guests });

/** What changes on a case that is on an agenda no more: those who had it before them read on for their days of grace. */
export function offAgenda(
  standing: BeforePanels,
  { happened, at }: { happened: string; at: string },
): Partial<BeforePanels> {
  if (!standing.onAgenda) return { onAgenda: null };
  const until = graceUntil(happened);
  const leaving = Object.fromEntries(onAgendaNow(standing).map((one) => [one, until]));
  return {
    onAgenda: null,
    onAgendaOf: null,
    guests: [],
    heardBy: leaversAfter(standing.heardBy, leaving, { at, most }),
  };
}
