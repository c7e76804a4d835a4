import type { IdentifierKind } from '../identifiers/identifier.js';
import type { IdentifierFit } from '../identifiers/matching.js';
import type { NamedReader, RecordRef, Standing } from '../model.js';

/** What the owner of a record says of a match with it. */
export const matchDecisions = ['same-told', 'same-kept', 'not-the-same'] as const;
export type MatchDecision = (typeof matchDecisions)[number];

/** A record on the books and whoever it belongs to, by principal; its existence may be closed to the other. */
export interface MatchedRecord extends RecordRef {
  owner: string;
  closed: boolean;
}

/** Why one of the two holds nothing that the other could share any more. */
export const matchEndings = {
  link: 'The link by which one of the two held it was withdrawn',
  report: 'The report that told of it was withdrawn or rejected',
  unfounded: 'One of the two was removed from the books as mistaken or unfounded',
  identifier: 'It no longer stands on both records',
} as const;
export type MatchOver = keyof typeof matchEndings;

/** One of the two records as it stands now, as far as a match follows it. */
export interface EndNow extends MatchedRecord {
  /** Those named on it for good where its existence is closed, and those who are kept out of it. */
  named?: NamedReader[];
  without?: string[];
  /** Those who work with its child, and who did until lately, with the end of that: by principal. */
  holders: string[];
  former?: { [principal: string]: string };
  /** Set on a link that may not be shared: those who work with its child read nothing of it. */
  keptBack?: true;
  /** Set where the lead on duty reads it by its own rules, closed as it is. */
  lead?: true;
  over?: MatchOver;
}

/** Two records that hold one identifier, for the owner of one of them to judge. It keeps no identifier. */
export interface IdentifierMatchStanding extends Standing {
  identifier: IdentifierKind;
  fit: IdentifierFit;
  /** The record whose owner decides, and the other, which that owner may have no right to read. */
  own: RecordRef;
  other: RecordRef;
  /** Whose the decision is, by principal, and who is told where it may be made known. */
  owner: string;
  otherOwner: string;
  otherClosed: boolean;
  danger: boolean;
  /** Those who work with the child that shares something with a person or place, and whether they were told at once. */
  workers?: { principals: string[]; told: boolean; former?: { [principal: string]: string } };
  proposedAt: string;
  decided: { decision: MatchDecision; by: string | null; at: string } | null;
  /** When one of the two held the identifier no more, before anybody decided. */
  withdrawnAt?: string;
  /** Which of the two are closed now, and which were when others were told of the match. */
  closedEnds?: string[];
  closedWhenTold?: string[];
  /** Set while one of the two may be known to fewer than when others were told: these read nothing of it meanwhile. */
  keptBack?: boolean;
  /** Set while the lead on duty, told that a child may be in danger, reads nothing of it for that reason. */
  keptFromLead?: boolean;
}

/** A record as it was read, with the version in which it was stored then: every change counts, those too that readers are not shown. */
export interface ReadRecord extends RecordRef {
  version: number;
}

/** What the matching gives: the record that was there, and the one that brought the identifier anew. */
export interface ProposeMatchPayload {
  known: MatchedRecord;
  fresh: MatchedRecord;
  identifier: IdentifierKind;
  fit: IdentifierFit;
  /** Set where the lead on duty was told of danger by another match of the same report already. */
  alarmed?: true;
  /** As which the two were found: it holds only while none of them has moved on. */
  read?: ReadRecord[];
}
/** What has become of the two, as the match has them. */
export interface WeighMatchPayload {
  own: EndNow;
  other: EndNow;
  /** From what it was worked out, where that was before the command: it holds only while none of them has moved on. */
  read?: ReadRecord[];
}
export interface WithdrawMatchPayload {
  /** The last link, unless said otherwise. */
  why?: MatchOver;
  /** As for what has become of the two. */
  read?: ReadRecord[];
}
export interface DecideMatchPayload {
  decision: MatchDecision;
  reasons: string;
  /** The social care lead with whom it was decided, where a child may be in danger. */
  lead?: string;
}

/** A match before it is proposed. */
export const blankMatch: IdentifierMatchStanding = {
  clocks: [],
  identifier: 'phone',
  fit: 'same',
  own: { kind: 'intelligence', id: '' },
  other: { kind: 'intelligence', id: '' },
  owner: '',
  otherOwner: '',
  otherClosed: true,
  danger: false,
  proposedAt: '',
  decided: null,
};
