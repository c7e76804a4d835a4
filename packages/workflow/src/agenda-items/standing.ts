import type { AnsweredContradiction, ClosureReason } from '../child-cases/payloads.js';
import type { RecordRef, Standing } from '../model.js';
import type { Grade } from '../profile/grade.js';
import type { RemovalReason } from '../strand-cases/codes.js';
import type { ConnectionSign } from './found-connections.js';
import type { ItemSubject } from './subject.js';

export const panelDecisions = [
  'continue',
  'change-plan',
  'regrade',
  'step-down',
  'remove',
  'close',
  'escalate',
  'defer',
  'refer',
] as const;
export type PanelDecision = (typeof panelDecisions)[number];

/** Where one item of an agenda is now. */
export interface AgendaItemStanding extends Standing {
  /** The panel of its sitting; absent where that is under a free name. */
  panelId?: string;
  sittingId: string;
  caseId: string;
  /** Of which strand the case is; absent where it is a child's. */
  caseKind?: 'personCase' | 'locationCase' | 'cluster';
  /** The person or location that the case is about; absent where it is a child's. */
  aboutId?: string;
  childId: string;
  reference: string;
  /** As everybody at the table may read it: of a person of concern the reference. */
  name: string;
  /** What an item without a case is about; then it has no case id. */
  subject?: ItemSubject;
  /** Whether an item without a case has papers of its own. */
  hasWords?: boolean;
  /** The item of a later agenda that took up one without a case that was not reached. */
  takenUpBy?: string;
  section: string;
  asked: string;
  minutes: number;
  presenterId?: string | null;
  presenterName: string | null;
  /** Who is there for this item only: they read its sheet until 28 days after. At most eight. */
  attendees?: { id: string; name: string }[];
  /** What the chair's action was that the sitting is to minute with this item; absent where there was none. */
  chairsAction?: { at: string; did: string };
  late: boolean;
  openedAt: string | null;
  decision: {
    decision: PanelDecision;
    at: string;
    /** The reasons, shortened, as the minutes print them. */
    reasons: string;
    /** How many actions of the safety part it gave; those of the disruption part are counted nowhere. */
    actions: number;
    nextReview: string | null;
    watcher: string | null;
    nextCheck: string | null;
    /** Taken without a quorum; absent where there was one, and in older entries. */
    inquorate?: true;
    /** It lowers a grade, removes or closes: in quorum alone, and ratified by a quorate sitting alone; absent of others, and in older entries. */
    needsQuorum?: true;
    /** When a quorate sitting, or the chair by rule, ratified it. */
    ratifiedAt?: string;
  } | null;
  /** When it left the agenda undecided. */
  returned: string | null;
  /** Why it was taken off the agenda, shortened; absent where it was decided or not reached. */
  takenOff?: string;
  /** When the minutes of its sitting were agreed, or the sitting was cancelled and has none; absent before. */
  minutedAt?: string;
}

/** The record of the case that an item is about. */
export function caseOfItem({ caseId, caseKind }: Pick<AgendaItemStanding, 'caseId' | 'caseKind'>): RecordRef {
  return { kind: caseKind ?? 'childCase', id: caseId };
}

/** Whom a look at an item shows: the child, or the person or location; empty where it shows nobody. */
export function shownByItem({ childId, aboutId }: Pick<AgendaItemStanding, 'childId' | 'aboutId'>): string {
  return aboutId ?? childId;
}

/** The same as a list, for an audit: nobody for a theme. */
export function personsOfItem(standing: Pick<AgendaItemStanding, 'childId' | 'aboutId'>): string[] {
  const shown = shownByItem(standing);
  return shown ? [shown] : [];
}

/** An item before it is put on an agenda. */
export const blankAgendaItem: AgendaItemStanding = {
  clocks: [],
  sittingId: '',
  caseId: '',
  childId: '',
  reference: '',
  name: '',
  section: '',
  asked: '',
  minutes: 0,
  presenterName: null,
  late: false,
  openedAt: null,
  decision: null,
  returned: null,
};

export interface PanelAction {
  what: string;
  /** Who does it; or the agency whose lead names the owner by the actions-out clock. */
  ownerId?: string;
  agencyId?: string;
  part: 'safety' | 'disruption';
  /** The day by which it is done. */
  due: string;
}

/** An action as a decision keeps it, with the name of its owner or agency; older entries may have no day. */
export interface KeptPanelAction extends Omit<PanelAction, 'due'> {
  due?: string;
  ownerName?: string;
}

/** What was said while an item was heard, as whoever records it writes it down. */
export interface RecordNotePayload {
  text: string;
}

/** A personal connection, never a professional one: whose, and what it is. Without an account it is one's own. */
export interface ItemConnectionPayload {
  userId?: string;
  reason: string;
}

/** What the chair answers to a connection that was found: of whom, why, and by which signs; these nobody types. */
export interface FoundConnectionPayload {
  userId: string;
  reason: string;
  found?: ConnectionSign[];
}

/** At which sitting a decision taken without a quorum is ratified; or why the chair does it by rule between sittings. */
export interface RatifyDecisionPayload {
  sittingId?: string;
  reason?: string;
}

export interface RecordPanelDecisionPayload {
  decision: PanelDecision;
  reasons: string;
  /** Why it is decided though the quorum is lost, where the chair has not said so at the start. */
  inquorateReason?: string;
  /** That the chair decided to go on so, where somebody else records it: the chair alone may. */
  chairDecided?: boolean;
  /** To refer says to which panel. */
  referTo?: string;
  dissent?: { from: string; words: string }[];
  actions: PanelAction[];
  nextReview?: string;
  grade?: Grade;
  /** Why no harm is recorded where the assessment behind the grade shows a sign of it. */
  noHarmReason?: string;
  /** What was answered where the reasons name another grade. */
  contradictions?: AnsweredContradiction[];
  closureReason?: ClosureReason;
  /** Closing says how the harm was addressed, and from 17½ the adult pathway, unless a proposal said so before. */
  harmAddressed?: string;
  adultPathway?: string;
  /** Open safety actions handed over at closing: to whom, by name. */
  handover?: string;
  /** Removal and closing fix who watches and the next check instead of a review. */
  watcher?: string;
  nextCheck?: string;
  /** Of a person or a place: why the listing ends, and which force or area was told. */
  removalReason?: RemovalReason;
  removalTold?: string;
}

/** Why a case is on the panel's list, what is asked, from when, and to which panel it was referred. */
export interface Listing {
  basis: string;
  asked: string;
  at: string;
  until: string | null;
  panelId?: string;
  /** The partnership keeps no panel on the books: it is listed for whichever sits. */
  anyPanel?: true;
}

/** What a case is told of a review that was wrongly recorded; the decision is known by when it was taken. */
export interface ReviewDateNews {
  nextReview: string;
  reason: string;
  decidedAt: string;
}

/** What a decision to refer adds to the listing: the panel that hears the case from now on. */
export function referredTo({ referTo }: { referTo?: string }): Pick<Listing, 'panelId'> {
  return referTo ? { panelId: referTo } : {};
}
