import type { Act } from '../access-requests/standing.js';
import type { RecordKind, Standing } from '../model.js';

/**
 * What is exported: a list, everything of the partnership, the whole history of one record, the missing file of an
 * SSDA903 return, factors of the children in need census, tables of the Standard Safeguarding Dataset, the child-level list of
 * an inspection, or the journeys of chosen cases without names, for a peer review.
 */
export const exportKinds = [
  ...(['list', 'partnership', 'record', 'missing-return'] as const),
  ...(['cin-factors', 'ssd-tables', 'inspection-list', 'peer-review'] as const),
] as const;
/** One of these. */
export type ExportKind = (typeof exportKinds)[number];

/** Those that are of some days. */
export const datedExports: readonly ExportKind[] = ['missing-return', 'cin-factors', 'inspection-list'];

/** The lists that are exported, by the kind of their records. */
export const exportLists = [
  'child',
  'childCase',
  'planAction',
  'missingEpisode',
  'returnInterview',
  'referralProposal',
  'sitting',
  'incident',
  'personCase',
  'locationCase',
  'disruptionMeasure',
  'intelligence',
] as const satisfies readonly RecordKind[];
/** One of these. */
export type ExportList = (typeof exportLists)[number];

/** How many cases a pack for a peer review holds at most: each is read to its end before it leaves. */
export const mostReviewed = 12;

/** To whom the file goes. */
export interface ExportRecipient {
  name: string;
  organisation: string;
}

/** An export as it stands; how its download ended stands in the audit. */
export interface ExportStanding extends Standing {
  what: ExportKind | null;
  list: ExportList | null;
  recordId: string | null;
  /** The child of the record, where one is exported. */
  childId: string | null;
  /** Of what is of some days: the first and the last; absent of anything else. */
  from?: string;
  to?: string;
  /** Of a peer review: the cases in their order, and the child of each; absent of anything else. */
  cases?: { id: string; childId: string }[];
  recipient: ExportRecipient | null;
  requested: Act | null;
  approved: Act | null;
  begun: Act | null;
  ended: Act | null;
}

export interface RequestExportPayload {
  what: ExportKind;
  list?: ExportList;
  record?: { kind: 'child' | 'childCase'; id: string };
  /** The first and the last day of what is of some days. */
  from?: string;
  to?: string;
  /** The ids of the cases of a peer review. */
  cases?: string[];
  recipient: ExportRecipient;
  reason: string;
}

/** An export before it is asked for. */
export const blankExport: ExportStanding = {
  clocks: [],
  what: null,
  list: null,
  recordId: null,
  childId: null,
  recipient: null,
  requested: null,
  approved: null,
  begun: null,
  ended: null,
};
