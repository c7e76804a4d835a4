import type { UnderChild } from '../children/under-child.js';
import type { RecordKind, RecordRef, Standing } from '../model.js';

/** Who asks for what is held about a child (UK GDPR article 15; a representative brings a written authority). */
export const requesterKinds = ['child', 'parent', 'representative', 'advocate', 'solicitor'] as const;
/** One of these. */
export type RequesterKind = (typeof requesterKinds)[number];

/** How it was made sure who asks, and that he or she may. */
export const identityChecks = [
  'known-in-person',
  'document-seen',
  'parental-responsibility-seen',
  'written-authority',
  'solicitor-confirmed',
] as const;
/** One of these. */
export type IdentityCheck = (typeof identityChecks)[number];

/** What the requester is asked for before the request can go on. */
export const requesterAnswers = ['identity', 'clarification'] as const;
/** One of these. */
export type RequesterAnswer = (typeof requesterAnswers)[number];

/** Why a request takes two months more (UK GDPR article 12(3)). */
export const extensionGrounds = ['complex', 'several-requests'] as const;
/** Why a request is refused (UK GDPR article 12(5)). */
export const refusalGrounds = ['manifestly-unfounded', 'manifestly-excessive'] as const;

/** What is decided of one item of the bundle. */
export const itemDecisions = ['release', 'redact', 'withhold'] as const;
/** One of these. */
export type ItemDecision = (typeof itemDecisions)[number];

/** One item of a bundle: where it stands and what it says by its digest. No word of it is kept here. */
export interface BundleItem {
  /** The row, the record, or the row with the number of its part. */
  id: string;
  kind: string;
  record: { kind: RecordKind; id: string };
  /** The agency that wrote it; null where nobody with an account did. */
  agencyId: string | null;
  happened: string;
  /** Characters of its text, within which spans lie. */
  length: number;
  /** SHA-256 of its text. */
  digest: string;
}

/** A part of an item’s text that is not issued: from a character up to another, not included. */
export interface Span {
  from: number;
  to: number;
}

/** What is decided of one item. */
export interface ItemDecided {
  id: string;
  decision: ItemDecision;
  /** The exemption that holds for what is redacted or withheld. */
  exemption?: string;
  /** What is blacked out of a redacted item, unless its text is replaced whole. */
  spans?: Span[];
  replacement?: string;
  /** Withheld without a word of it, as saying so would confirm what must not be confirmed. */
  unsaid?: boolean;
  why?: string;
}

/** Who did something, and when. */
export interface Act {
  by: string | null;
  at: string;
}

/** A request, or the part of one that others decide, as it stands. It holds no word of what is asked about. */
export interface AccessRequestStanding extends Standing, UnderChild {
  requester: { kind: RequesterKind; name: string } | null;
  /** The child on the books; null where nobody whom information governance may find is. */
  childId: string | null;
  /** Whom the request describes, where nobody on the books is named. */
  sought: { name: string; birthDate: string } | null;
  /** The day it came, and the day from which the month counts. */
  receivedOn: string;
  countsFrom: string;
  recorded: Act | null;
  identity: (Act & { how: IdentityCheck }) | null;
  /** What the requester was asked for, since when, and when the answer was due then. */
  waits: { for: RequesterAnswer; since: string; due: string } | null;
  extended: boolean;
  bundle: { at: string; items: number } | null;
  undecided: number;
  /** Who has decided on items: none of them approves. */
  deciders: string[];
  /** Agencies that have not answered yet, by consultation, and when each answer is due. */
  asked: { [consultationId: string]: string };
  /** For a part: the request, and the team that holds the case. */
  partOf: string | null;
  team: string | null;
  approved: Act | null;
  issued: (Act & { digest: string; released: number; redacted: number; withheld: number }) | null;
  ended: Act | null;
}

export interface RecordAccessRequestPayload {
  requester: { kind: RequesterKind; name: string };
  childId?: string;
  sought?: { name: string; birthDate: string };
  receivedOn: string;
  scope: string;
  sendTo: string;
}
export interface ConfirmIdentityPayload {
  how: IdentityCheck;
  words?: string;
}
export interface AskRequesterPayload {
  for: RequesterAnswer;
  words: string;
}
export interface RecordRequesterAnswerPayload {
  words: string;
}
export interface ExtendTimePayload {
  ground: (typeof extensionGrounds)[number];
  reason: string;
}
/** What the api gathers; nobody types it. */
export interface GatherBundlePayload {
  items: BundleItem[];
}
export interface DecideItemsPayload {
  items: ItemDecided[];
}
export interface ReturnResponsePayload {
  reason: string;
}
/** What the api counts; nobody types it. */
export interface IssueResponsePayload {
  /** Items whose text is not there any more as it was decided on. */
  changed: number;
  digest: string;
  released: number;
  redacted: number;
  withheld: number;
}
export interface RefuseRequestPayload {
  ground: (typeof refusalGrounds)[number];
  reasons: string;
}
/** What a request tells a part of itself. */
export interface OpenPartPayload {
  request: RecordRef;
  standing: Partial<AccessRequestStanding>;
  /** What was asked for, and where the answer goes. */
  words: { scope: string; sendTo: string };
  due: string;
}

/** A request before it is recorded. */
export const blankAccessRequest: AccessRequestStanding = {
  clocks: [],
  requester: null,
  childId: null,
  sought: null,
  receivedOn: '',
  countsFrom: '',
  recorded: null,
  identity: null,
  waits: null,
  extended: false,
  bundle: null,
  undecided: 0,
  deciders: [],
  asked: {},
  partOf: null,
  team: null,
  approved: null,
  issued: null,
  ended: null,
};
