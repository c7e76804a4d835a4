import type { HandledPayload } from '../handled.js';
import type { SharingPower } from '../information-requests/powers.js';
import type { Standing } from '../model.js';
import type { Handling } from '../strand-cases/codes.js';

/** Where an answer may come from. A child is never asked to obtain one, directly or through a worker. */
export const answerSources = ['own-records', 'colleagues', 'open-sources', 'police-enquiries'] as const;
export type AnswerSource = (typeof answerSources)[number];

/** How an agency answers a requirement. */
export const requirementAnswers = ['answered', 'nothing-known', 'refused'] as const;
export type RequirementAnswer = (typeof requirementAnswers)[number];

/** A question that the partnership wants answered, by one agency, until a day. */
export interface IntelligenceRequirementStanding extends Standing {
  agencyId: string;
  agencyName: string;
  contactId: string | null;
  question: string;
  from: AnswerSource[];
  by: string;
  raised: { by: string | null; name: string; at: string } | null;
  answered: { outcome: RequirementAnswer; at: string } | null;
  withdrawnAt: string | null;
  /** With conditions nobody knows of it but whoever asks and is asked, those named and the supervisor. */
  handling?: Handling;
}

export interface RaiseRequirementPayload extends HandledPayload {
  question: string;
  /** Why it is asked. */
  purpose: string;
  agencyId: string;
  contactId?: string;
  /** The day by which it is answered. */
  by: string;
  from: AnswerSource[];
  powers: SharingPower[];
}
export interface AnswerRequirementPayload {
  outcome: RequirementAnswer;
  answer?: string;
  reason?: string;
}
export interface RequirementReasonPayload {
  reason: string;
}

/** A requirement before it is raised. */
export const blankRequirement: IntelligenceRequirementStanding = {
  clocks: [],
  agencyId: '',
  agencyName: '',
  contactId: null,
  question: '',
  from: [],
  by: '',
  raised: null,
  answered: null,
  withdrawnAt: null,
};
