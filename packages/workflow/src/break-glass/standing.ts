import type { Standing } from '../model.js';

/** What the review of a break-glass may find. */
export const reviewFindings = ['justified', 'not-justified'] as const;
/** One of these. */
export type ReviewFinding = (typeof reviewFindings)[number];

/** One break-glass: who asked for which record and why, until when it is open, and what the review found. */
export interface BreakGlassStanding extends Standing {
  /** The reference or address of the record, as it was typed. */
  reference: string;
  reason: string;
  askedBy: string;
  askedByName: string;
  agencyId: string | null;
  /** The case that was opened; null where nothing was. */
  caseId: string | null;
  childId: string | null;
  /** The principal of the case's manager, who is told and reads this. */
  manager: string | null;
  openedAt: string;
  until: string;
  /** How often the same person broke the glass in the twelve months before, and how often for nothing. */
  timesBefore: number;
  triesBefore: number;
  review: { finding: ReviewFinding; by: string; at: string } | null;
}

/** `caseId` and `childId` are what the reference was found to mean; nobody gives them. */
export interface OpenRecordPayload {
  reference: string;
  reason: string;
  caseId?: string;
  childId?: string;
}
/** `caseId` and `childId` are those that were opened; nobody gives them. */
export interface CloseRecordPayload {
  caseId?: string;
  childId?: string;
}
export interface DecideReviewPayload {
  finding: ReviewFinding;
  words: string;
}
