import { blankOnCase, type OnCaseStanding } from '../child-cases/on-case.js';
import type { SharingPower } from './powers.js';

/** How an agency answers what it was asked. */
export const informationAnswers = ['given', 'given-in-part', 'refused'] as const;
/** One of these. */
export type InformationAnswer = (typeof informationAnswers)[number];

/** What one agency is asked about one child, and what came of it: a line of the sharing ledger. */
export interface InformationRequestStanding extends OnCaseStanding {
  agencyId: string;
  agencyName: string;
  /** Who is asked there by name; null where whoever answers for the agency is asked. */
  contactId: string | null;
  contactName: string | null;
  /** The question, shortened for lists. */
  question: string;
  powers: SharingPower[];
  /** The purpose, shortened for lists. */
  purpose: string;
  asked: { by: string | null; name: string; at: string } | null;
  chased: { times: number; at: string } | null;
  /** Who decided at the agency, and whether somebody else recorded it. */
  answered: { outcome: InformationAnswer; decider: string; at: string; outside: boolean } | null;
  fedBackAt: string | null;
  withdrawnAt: string | null;
}

export interface RequestInformationPayload {
  caseId: string;
  agencyId: string;
  contactId?: string;
  question: string;
  powers: SharingPower[];
  purpose: string;
}
export interface AnswerInformationPayload {
  outcome: InformationAnswer;
  /** What was given. */
  answer?: string;
  /** Why not, or why not all of it. */
  reason?: string;
  /** Who decided, where it was not the person who records it. */
  decider?: string;
}
export interface ChaseAnswerPayload {
  words?: string;
}
export interface FeedBackPayload {
  words: string;
}

/** A request before it is made. */
export const blankInformationRequest: InformationRequestStanding = {
  ...blankOnCase,
  agencyId: '',
  agencyName: '',
  contactId: null,
  contactName: null,
  question: '',
  powers: [],
  purpose: '',
  asked: null,
  chased: null,
  answered: null,
  fedBackAt: null,
  withdrawnAt: null,
};
