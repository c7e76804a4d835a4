import { stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { momentWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** What a sitting decided on an item, as the item keeps it. */
export interface DecisionView {
  decision: string;
  at: string;
  reasons: string;
  actions: number;
  nextReview: string | null;
  watcher: string | null;
  nextCheck: string | null;
  /** What it fixed beside its dates, in sentences, where one item is opened. */
  fixed?: string[];
  /** Taken without a quorum, and when it was ratified. */
  inquorate?: boolean;
  ratifiedAt?: string;
}

/** One item of an agenda. */
export interface ItemView {
  id: string;
  version: number;
  state: string;
  sittingId: string;
  /** The panel of its sitting; absent where that stands under a free name. */
  panelId?: string;
  /** Null for an item without a case: a theme, a requirement, a challenge, an order. */
  caseId: string | null;
  /** What the case is about; absent where it is a child's. */
  caseKind?: 'personCase' | 'locationCase' | 'cluster';
  childId: string;
  /** What an item without a case is about. */
  subject?: { kind: string };
  reference: string;
  name: string;
  section: string;
  asked: string;
  minutes: number;
  presenterId?: string | null;
  presenterName: string | null;
  /** Who is there for this item only. */
  attendees?: { id: string; name: string }[];
  /** Its number on the agenda, as on paper, and when it is planned: instants. */
  number: number;
  from: string;
  to: string;
  /** Minutes of break before it. */
  pause?: number;
  late: boolean;
  openedAt: string | null;
  decision: DecisionView | null;
  returned: string | null;
  /** Why it was taken off the agenda. */
  takenOff: string | null;
  /** The case in a few words, of a child or of a person or place; null where the reader may not open it. */
  case?: object | null;
  strandCase?: object | null;
  /** What a sitting decided before on the same case. */
  previous: (DecisionView & { itemId: string; sittingId: string }) | null;
  allowed: Allowed[];
}

/** One line of an attendance list. */
export interface AttendanceRow {
  userId?: string;
  name: string;
  agency: string;
  agencyKind: string;
  as: string;
  attendance: string;
  substituteFor?: string;
  updateReceived?: string;
  confidentialitySigned?: boolean;
  itemIds?: string[];
  arrivedAt?: string;
  leftAt?: string;
  /** Not on the list of the panel: heard and not counted. */
  notListed?: boolean;
}

/** One section of the minutes; of an item where it says which. */
export interface MinuteSection {
  heading: string;
  text: string;
  itemId?: string;
  /** The lines of the text that say what was decided: they stay. */
  outcome?: string;
}

/** One version of the minutes. */
export interface MinutesVersion {
  version: number;
  sections: MinuteSection[];
  at: string;
  authorId: string | null;
  agreed: boolean;
}

/** A correction of agreed minutes: of one item, or of a part about none; and the later sitting that minuted it. */
export interface Amendment {
  itemId: string | null;
  wrong: string;
  right: string;
  panel: string;
  startsAt: string;
  by: string;
  at: string;
}

/** A sitting as the api shows it to its reader. */
export interface SittingView {
  /** The parts of an agenda that its panel hears; absent where it hears all. */
  sections?: string[] | null;
  id: string;
  amendments?: Amendment[];
  /** Whether the reader has no seat: comes for single items, or has a letter. */
  guest?: boolean;
  /** Whether the reader has a letter with actions and no seat. */
  letter?: boolean;
  version: number;
  state: string;
  panel: string;
  startsAt: string;
  endsAt: string;
  place: string;
  link?: string | null;
  /** Which panel sits; absent where it stands under a free name. */
  panelId?: string;
  /** Whether the reader may open the panel. */
  mayOpenPanel: boolean;
  clocks: DueDate[];
  chairId: string;
  chairName: string;
  present: string[];
  quorate: boolean;
  /** The kinds of agency that make its quorum. */
  quorumNeeded: { id: string; label: string }[];
  inquorateReason: string | null;
  papersIssuedAt: string | null;
  minutesVersion: number;
  cancelled: string | null;
  /** The parts of the agenda under which this panel hears something, by the area’s profile. */
  parts: { id: string; label: string; minutes: number }[];
  /** Minutes of the parts that every sitting has, before its items and after them. */
  formal: { before: number; after: number };
  /** Members and substitutes of the panel with an account; nobody where it sits under a free name. */
  memberIds: string[];
  items: ItemView[];
  /** How many items the reader may not see. */
  withheldItems: number;
  /** The papers as they were last issued. */
  papers: { recipients: string[] } | null;
  attendance: AttendanceRow[];
  /** Versions of the minutes, the newest first. */
  minutes: MinutesVersion[];
  /** Names of people by their id. */
  names: Record<string, string>;
  /** What earlier sittings decided without a quorum, while this one can still ratify it. */
  toRatify?: {
    itemId: string;
    name: string;
    reference: string;
    decision: string | null;
    startsAt: string;
  }[];
  /** How many possible personal connections wait for an answer; for chairs alone. */
  connectionsWaiting?: number;
  allowed: Allowed[];
}

/** Reads one sitting with its items in the order of its agenda. */
export async function readSitting(
  visit: Visit,
  about: { connections?: 'waiting' } = {},
): Promise<{ sitting: SittingView; etag: string | null }> {
  const { body, etag } = await visit.read<SittingView>(
    path`/api/v1/sittings/${visit.params.id ?? ''}`,
    about,
  );
  return { sitting: body, etag };
}

/** A recipient of the papers, and whether the reader may fetch this copy. */
export interface CopyView {
  recipientId: string;
  name: string;
  agencyName: string | null;
  /** Why the reader may not fetch it; null where he or she may. */
  why: string | null;
  /** Whether the copy can be had of the minutes too. */
  minutes: boolean;
  /** Whether there is a letter with the actions that the sitting gave the recipient's agency. */
  letter: boolean;
  /** The last version issued; null before the first. */
  copy: { number: number; version: number; issuedAt: string; openedAt: string | null } | null;
  /** What changed since: the next issue gives a new version. */
  changed: string[];
  /** When and why it was recalled, and by whom; null where it was not. */
  recalled: { at: string; reason: string; by: string } | null;
  /** The versions that the reader may open as they were issued. */
  versions: { number: number; version: number; issuedAt: string }[];
}

/** An agency to which a sitting gave actions, who there may have its letter, and who was given it. */
export interface LetterView {
  agencyId: string;
  agencyName: string;
  actions: number;
  people: { id: string; name: string }[];
  issued: {
    recipientId: string;
    name: string;
    number: number;
    version: number;
    issuedAt: string;
    openedAt: string | null;
  } | null;
}

/** Reads whose copies of the papers there are, which of them the reader may fetch, and the letters of the agencies. */
export async function readCopies(visit: Visit): Promise<{ items: CopyView[]; letters: LetterView[] }> {
  const { body } = await visit.read<{ items: CopyView[]; letters: LetterView[] }>(
    path`/api/v1/sittings/${visit.params.id ?? ''}/copies`,
  );
  return body;
}

/** How a sitting is called: its panel and its day. */
export function sittingWords({ panel, startsAt }: Pick<SittingView, 'panel' | 'startsAt'>): string {
  return `${panel}, ${momentWords(startsAt)}`;
}

/** Which agencies of the quorum are here as members or substitutes, and which are not. */
export function quorumHere({ quorate, quorumNeeded, present }: SittingView): string {
  const named = (here: boolean) =>
    quorumNeeded.filter(({ id }) => present.includes(id) === here).map(({ label }) => label);
  return quorate
    ? `Quorate: ${named(true).join(', ')} here.`
    : `Not quorate now: ${named(false).join(', ')} not here.`;
}

/** The sitting as the subject of one of its commands. */
export async function sittingSubject(visit: Visit): Promise<Subject> {
  const { sitting, etag } = await readSitting(visit);
  return subjectOf(sitting, etag);
}

/** A sitting that was read, as such a subject. */
export function subjectOf(sitting: SittingView, etag: string | null): Subject {
  const waiting = sitting.items.filter(({ state }) => state === 'waiting' || state === 'open').length;
  return {
    href: `/sittings/${sitting.id}`,
    caption: sittingWords(sitting),
    version: etag,
    allowed: sitting.allowed,
    facts: [
      { key: 'Where it stands', text: stateLabels[sitting.state] ?? sitting.state },
      { key: 'Quorum', text: quorumHere(sitting) },
      { key: 'Items', text: `${sitting.items.length}, of which ${waiting} without an outcome` },
    ],
  };
}
