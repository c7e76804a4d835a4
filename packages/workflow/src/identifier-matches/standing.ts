import type { IdentifierKind } from '../identifiers/identifier.js';
import type { IdentifierFit } from '../identifiers/matching.js';
import type { RecordRef, Standing } from '../model.js';

/** What the owner of a record says of a match with it. */
export const matchDecisions = ['same-told', 'same-kept', 'not-the-same'] as const;
export type MatchDecision = (typeof matchDecisions)[number];

/** A record on the books and whoever it belongs to, by principal; its existence may be closed to the other. */
export interface MatchedRecord extends RecordRef {
  owner: string;
  closed: boolean;
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
  workers?: { principals: string[]; told: boolean };
  proposedAt: string;
  decided: { decision: MatchDecision; by: string | null; at: string } | null;
  /** When the last link by which one of the two held the identifier was withdrawn, before anybody decided. */
  withdrawnAt?: string;
}

/** What the matching gives: the record that was there, and the one that brought the identifier anew. */
export interface ProposeMatchPayload {
  known: MatchedRecord;
  fresh: MatchedRecord;
  identifier: IdentifierKind;
  fit: IdentifierFit;
  /** Set where the lead on duty was told of danger by another match of the same report already. */
  alarmed?: true;
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
