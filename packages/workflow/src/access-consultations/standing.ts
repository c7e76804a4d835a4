import type { Act, BundleItem } from '../access-requests/standing.js';
import type { Standing } from '../model.js';

/** What an agency says to giving out what it wrote. */
export const consultationAnswers = ['no-objection', 'object-to-some', 'object-to-all', 'not-ours'] as const;
/** One of these. */
export type ConsultationAnswer = (typeof consultationAnswers)[number];

/** What one agency is asked about what it wrote of a bundle. */
export interface AccessConsultationStanding extends Standing {
  requestId: string;
  childId: string | null;
  agencyId: string;
  contactId: string;
  contactName: string;
  /** How many items of the bundle the agency wrote. */
  items: number;
  asked: Act | null;
  answered: (Act & { answer: ConsultationAnswer }) | null;
}

export interface AskAgencyPayload {
  requestId: string;
  agencyId: string;
  contactId: string;
  question: string;
  /** What the api finds of the bundle; nobody types it. */
  items: BundleItem[];
}
export interface AnswerConsultationPayload {
  answer: ConsultationAnswer;
  words: string;
}

/** A consultation before it is asked. */
export const blankConsultation: AccessConsultationStanding = {
  clocks: [],
  requestId: '',
  childId: null,
  agencyId: '',
  contactId: '',
  contactName: '',
  items: 0,
  asked: null,
  answered: null,
};
