/** What happened with or about a child, as a worker writes it down; an attempt is counted apart and is no contact. */
export const contactKinds = [
  'visit',
  'session',
  'call',
  'text',
  'attempt',
  'significant-event',
  'supervision',
] as const;
export type ContactKind = (typeof contactKinds)[number];

/** With whom: contact with the child alone answers the clock of contact. */
export const contactWith = ['child', 'parent', 'other'] as const;

export interface RecordContactPayload {
  kind: ContactKind;
  /** The child where it is left out. */
  with?: (typeof contactWith)[number];
  /** Whether the child was seen alone, where the child was met. */
  alone?: 'yes' | 'no';
  /** Whether the child answered a call or a message: what nobody answered, a reminder above all, is an attempt. */
  answered?: 'yes' | 'no';
  /** What was said, seen, tried or decided. */
  said: string;
}

/** Of what child and parent are told: the grade, the plan, what the panel decided. */
export const feedbackSubjects = ['grade', 'plan', 'decision'] as const;
export type FeedbackSubject = (typeof feedbackSubjects)[number];

/** Whether somebody was told, how, or why not. */
export interface Told {
  told: boolean;
  how?: string;
  whyNot?: string;
}

export interface RecordFeedbackPayload {
  about: FeedbackSubject[];
  /** What they were told, in the words used. */
  what: string;
  /** Who told them; whoever records it, where it is left out. */
  toldBy?: string;
  child: Told;
  /** The parent or carer who was told, by the id on the child’s record. */
  parent: Told & { carerId?: string };
}

/** What an enquiry under section 47 of the Children Act 1989 comes to. */
export const section47Outcomes = ['conference', 'child-in-need', 'no-further-action'] as const;
export interface RecordSection47OutcomePayload {
  outcome: (typeof section47Outcomes)[number];
  reasons: string;
}

/** What an initial child protection conference comes to, and the category of a plan. */
export const conferenceOutcomes = ['protection-plan', 'no-protection-plan'] as const;
export const protectionCategories = ['sexual-abuse', 'physical-abuse', 'emotional-abuse', 'neglect'] as const;
export interface RecordConferencePayload {
  outcome: (typeof conferenceOutcomes)[number];
  /** Of a protection plan. */
  category?: (typeof protectionCategories)[number];
  reasons: string;
}

/** Why the work of a case waits: the child is in secure accommodation, in custody, or abroad. */
export const suspensionReasons = ['secure', 'custody', 'abroad'] as const;
export interface SuspendPayload {
  reason: (typeof suspensionReasons)[number];
  /** Where the child is and what is known of it. */
  words: string;
  /** The day by which somebody looks again, and who that is. */
  checkBy: string;
  ownerId: string;
  /** The day of the release or return, or why it is not known. */
  expected?: string;
  whyUnknown?: string;
}

export interface CheckSuspensionPayload {
  found: string;
  checkBy: string;
  /** The owner as before where it is left out. */
  ownerId?: string;
  /** The day of the release or return, where it was not known before. */
  expected?: string;
}

/** Why a suspended case goes on. */
export const resumeReasons = ['released', 'returned', 'missing', 'release-changed', 'other'] as const;
export interface ResumePayload {
  reason: (typeof resumeReasons)[number];
  words: string;
}

/** Something that nobody knew, found out: which question, what was found, and where. */
export interface RecordFindingPayload {
  /** The code of the question, as the case lists it. */
  code: string;
  found: string;
  /** The record, or the adult, from which it is known; never a child who was asked to obtain it. */
  source: string;
}
