import type { AuditPart } from '../case-audits/standing.js';
import { blankOnCase, type OnCaseStanding } from '../child-cases/on-case.js';

/** How an action that an audit asked for may end without being proven; kept apart, as one was left undone and the other could not be done. */
export const auditActionEndings = ['not-done', 'no-longer-possible'] as const;
/** One of these. */
export type AuditActionEnding = (typeof auditActionEndings)[number];

/** Whether a proof shows that the action was done. */
export const proofAnswers = ['accepted', 'sent-back'] as const;
/** One of these. */
export type ProofAnswer = (typeof proofAnswers)[number];

/** What a finding of an audit led to: somebody does it until a day, and it runs until it is proven. */
export interface AuditActionStanding extends OnCaseStanding {
  auditId: string;
  /** The part of the audit whose finding it answers; null for the case as a whole. */
  part: AuditPart | null;
  what: string;
  ownerId: string;
  ownerName: string;
  agencyId: string | null;
  /** The day by which it is to be done; the first one where it was put off. */
  due: string;
  firstDue: string;
  given: { by: string | null; name: string; at: string } | null;
  proofAt: string | null;
  sentBack: number;
  ended: { how: 'proven' | AuditActionEnding; at: string } | null;
}

export interface AddAuditActionPayload {
  auditId: string;
  /** The case that was audited. */
  caseId: string;
  part?: AuditPart;
  what: string;
  /** How it will be known that it was done. */
  proofWanted: string;
  ownerId: string;
  due: string;
}
export interface GiveProofPayload {
  proof: string;
}
export interface AnswerProofPayload {
  answer: ProofAnswer;
  words: string;
  /** The new day, where it goes back. */
  due?: string;
}
export interface HandOverPayload {
  ownerId: string;
  due: string;
  reason: string;
}
export interface EndAuditActionPayload {
  how: AuditActionEnding;
  reason: string;
}

/** An action before it is given to anybody. */
export const blankAuditAction: AuditActionStanding = {
  ...blankOnCase,
  auditId: '',
  part: null,
  what: '',
  ownerId: '',
  ownerName: '',
  agencyId: null,
  due: '',
  firstDue: '',
  given: null,
  proofAt: null,
  sentBack: 0,
  ended: null,
};
