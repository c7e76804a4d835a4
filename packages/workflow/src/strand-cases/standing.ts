import type { Listing } from '../agenda-items/standing.js';
import type { Standing } from '../model.js';
import type { BeforePanels } from '../panels/case-members.js';
import type {
  BasisCode,
  ChildAccess,
  ConcernStatus,
  Gravity,
  Handling,
  InvestigationStage,
  MappaLevel,
  Priority,
  RemovalReason,
  StrandSuspension,
} from './codes.js';

/** One reason to be on the books, since when; its words stand in a row of their own. */
export interface Basis {
  id: string;
  code: BasisCode;
  /** The day that it tells of. */
  on: string;
}

/** What other records count of a person or place and tell it: links, orders, concerns. Days are local dates. */
export interface StrandCounts {
  /** How many distinct children are linked, by links that stand. */
  linkedChildren: number;
  /** Orders and notices in force, and breaches of them in the last twelve months. */
  orders: { inForce: number; breached: number };
  /** The days on which linked children were last known to be, by links that stand; newest last, at most twelve. */
  concerns: string[];
  /** The days of incidents in which the person or place is said to be, as many; absent before the first. */
  incidents?: string[];
}

/** Where a case about a person of concern or a location is now. */
export interface StrandCaseStanding extends Standing, BeforePanels {
  reference: string;
  /** The person or location that it is about. */
  aboutId: string;
  /** The name as lists show it. */
  name: string;
  nominatedAt: string;
  nominatorId: string | null;
  officerId: string | null;
  acceptedAt: string | null;
  /** At most twelve, newest last. */
  bases: Basis[];
  status: ConcernStatus;
  gravity: Gravity;
  childAccess: ChildAccess;
  counts: StrandCounts;
  /** As it was reckoned at the last change that bears on it, or judged; a view reckons it anew. */
  priority: Priority;
  override: { priority: Priority; by: string | null; at: string } | null;
  handling: Handling;
  /** The day on which the person is 18, known or reckoned from an estimated age; null where nobody knows, or for a place. */
  adultOn: string | null;
  /** Whether there is a licence: the licensing officer reads then. Absent on a case that was last told before this was kept. */
  licensed?: boolean;
  /** What such a case was told instead: of a place that there is a licence, of a person that there is one or a position of trust. */
  withLicence?: boolean;
  /** The social care manager who answers with the police for a person who is a child; absent before one is asked. */
  careManager?: { userId: string; name: string; agreedAt: string | null } | null;
  /** Whether the chair lets a sheet about a person who is a child be printed. */
  printing?: boolean;
  necessityAt: string | null;
  suspension: {
    reason: StrandSuspension;
    at: string;
    releaseOn: string | null;
    offenderManager: string | null;
    mappa: MappaLevel | null;
  } | null;
  investigation?: {
    stage: InvestigationStage;
    officer: string;
    at: string;
    interviews: number;
    bailUntil: string | null;
  } | null;
  /** Outcomes of which linked children have not been told, at most six. */
  untold?: { id: string; at: string }[];
  /** Where refusing a removal leads back to. */
  returnTo: 'active' | 'suspended';
  removal: { reason: RemovalReason; proposedBy: string | null; at: string } | null;
  closed: { reason: string; at: string } | null;
  listing: Listing | null;
  /** What the chair did between sittings and the next sitting is to minute; absent or null once it has. */
  chairsAction?: { at: string; did: string } | null;
  lastDecision: { decision: string; at: string; nextReview: string | null } | null;
  /** The record from which a merge brought this case; absent where it began under its own. */
  joinedFrom?: string | null;
}

/** Such a case before anything is told. */
export const blankStrandCase: StrandCaseStanding = {
  clocks: [],
  reference: '',
  aboutId: '',
  name: '',
  nominatedAt: '',
  nominatorId: null,
  officerId: null,
  acceptedAt: null,
  bases: [],
  status: 'suspected',
  gravity: 'not-known',
  childAccess: 'not-known',
  counts: { linkedChildren: 0, orders: { inForce: 0, breached: 0 }, concerns: [] },
  priority: 'low',
  override: null,
  handling: 'P',
  adultOn: null,
  licensed: false,
  necessityAt: null,
  suspension: null,
  returnTo: 'active',
  removal: null,
  closed: null,
  listing: null,
  lastDecision: null,
};

/** How many bases and told days a standing keeps. */
export const basesKept = 12;
export const concernsKept = 12;

/** Whether the person is a child on this day, as far as anybody knows. */
export function isChildOn({ adultOn }: Pick<StrandCaseStanding, 'adultOn'>, day: string): boolean {
  return adultOn !== null && day < adultOn;
}

/** What the bases that stand say of a person. */
export function statusOf(bases: readonly Basis[]): ConcernStatus {
  const has = (code: BasisCode) => bases.some((one) => one.code === code);
  if (has('conviction')) return 'convicted';
  return has('charge') ? 'charged' : 'suspected';
}

/** The bases as they may stand on a paper; beside a child’s name without disclosure, which would tell who spoke. */
export function printedBases(bases: readonly Basis[], { besideChild }: { besideChild: boolean }): Basis[] {
  return bases.filter(({ code }) => !besideChild || code !== 'disclosure');
}

/** The list of the officer who owns a case; of all intelligence officers while nobody does. */
export function officer({ officerId }: Pick<StrandCaseStanding, 'officerId'>): string {
  return officerId ? `user:${officerId}` : 'role:intelligence-officer';
}
