import type { ContradictionAnswer } from '../language/seeming-contradiction.js';
import type { Grade } from '../profile/grade.js';
import type { IndicatorAnswer, LevelAnswer, Narrative, ProtectiveAnswer } from '../risk/answers.js';
import type { HostedPayload } from './placement-area.js';

/** What is known of whether somebody was told and agrees; each apart, with a reason where it was not asked. */
export interface Awareness {
  knows: 'yes' | 'no' | 'not-yet-known';
  agrees: 'yes' | 'no' | 'not-asked' | 'not-yet-known';
  reason?: string;
}

/** The child as the referrer can describe him or her; everything may be missing but one word of description. */
export interface ChildDescription {
  firstName?: string;
  lastName?: string;
  chosenName?: string;
  birthDate?: string;
  sex?: 'male' | 'female' | 'not-yet-known';
  nhsNumber?: string;
  description?: string;
}

export const concerns = ['sexual', 'criminal', 'trafficking', 'gang', 'online', 'harmful-behaviour'] as const;
/** A kind of exploitation: several may be done to one child at once, each graded apart. */
export type Concern = (typeof concerns)[number];

export interface RecordReferralPayload {
  childId?: string;
  child?: ChildDescription;
  seenOrSaid: string;
  immediateDanger: boolean;
  source?: string;
  concern?: Concern;
  household?: string;
  /** Whether a person of concern lives in or comes to the child’s home, and who it is. */
  concernAtHome?: 'yes' | 'no' | 'not-yet-known';
  concernAtHomeWho?: string;
  childAware?: Awareness;
  parentAware?: Awareness;
  /** Whether anybody of concern works with children or is otherwise trusted with them. */
  positionOfTrust?: 'yes' | 'no' | 'not-yet-known';
  /** In whose place it is recorded: a name, or `anonymous`. */
  onBehalfOf?: string;
  /** Of a looked-after child whom another area placed here: that area keeps the case, and this record is a hosted one. */
  hosted?: HostedPayload;
  /** The proposal that it came from. */
  proposalId?: string;
}

export interface RaiseImmediateDangerPayload {
  what: string;
  where?: string;
}
export interface AcknowledgeDangerPayload {
  doing: string;
}
export interface RecordSafetyActionPayload {
  who: string;
  what: string;
  when: string;
}

export const strategyOutcomes = ['section-47', 'no-section-47', 'threshold-not-met'] as const;

export interface RecordStrategyDiscussionPayload {
  outcome: (typeof strategyOutcomes)[number];
  how: 'telephone' | 'meeting';
  agencies: string[];
  summary: string;
  crimeReference?: string;
  noCrimeReason?: string;
}
export interface AllocateWorkerPayload {
  workerId: string;
  reason?: string;
  handover?: string;
  introduction?: string;
}

export const viewHolders = ['child', 'parent', 'police', 'advocate'] as const;

export interface RecordViewPayload {
  of: (typeof viewHolders)[number];
  /** The words themselves, kept as a quotation; empty where it was only tried. */
  words?: string;
  how: string;
  /** Where no view could be had: why not. */
  whyNot?: string;
}

/** The texts beside a grade that may seem to contradict it: of the command, and of the assessment that is confirmed. */
export const questionedTexts = ['reasons', 'analysis', 'assessment-reasons', 'assessment-analysis'] as const;

/** What was answered where a text names another grade than the field. */
export interface AnsweredContradiction {
  about: (typeof questionedTexts)[number];
  /** The grade that the text names. */
  says: Grade;
  answer: ContradictionAnswer;
}

/** How sure the agencies are that harm was done, least first. */
export const certainties = ['none-known', 'suspected', 'confirmed'] as const;

export interface AssessRiskPayload {
  instrument: string;
  /** The version that was filled in; without it the newest that is in force on the day. */
  instrumentVersion?: number;
  answers: IndicatorAnswer[];
  levels: LevelAnswer[];
  protective: ProtectiveAnswer[];
  /** What was written where an instrument asks for narrative alone. */
  narratives?: Narrative[];
  learningDisability: 'yes' | 'no' | 'not-known';
  proposed: Grade;
  reasons: string;
  analysis: string;
  childView: string;
  harm: {
    kind: Concern;
    certainty: (typeof certainties)[number];
    time: 'current' | 'within-12-months' | 'earlier';
    basis: string;
  }[];
  /** Where the proposal lies below a floor: why, and that a second manager will be asked. */
  belowFloorReason?: string;
  contradictions?: AnsweredContradiction[];
}

/** A short screening: answers alone, and what gave rise to it. It proposes no grade. */
export interface RecordScreeningPayload {
  instrument: string;
  /** The version that was filled in; without it the newest that is in force on the day. */
  instrumentVersion?: number;
  answers: IndicatorAnswer[];
  levels?: LevelAnswer[];
  learningDisability: 'yes' | 'no' | 'not-known';
  occasion?: string;
}

/** Who is asked to assess the same child again without seeing the first assessment. */
export interface AskBlindAssessmentPayload {
  assessorId: string;
}

export const dissenters = ['agency', 'parent', 'child'] as const;

/** Somebody who disagrees with a grade: an agency by its name, a parent or the child; in their words, with what was answered. */
export interface Dissent {
  of: (typeof dissenters)[number];
  from?: string;
  words: string;
  answer: string;
}

export interface ConfirmGradePayload {
  assessmentId: string;
  grade: Grade;
  reasons?: string;
  dissent?: Dissent[];
  /** Where no harm is recorded beside a harm indicator. */
  noHarmReason?: string;
  /** The second person who signs a drop of two grades, or a grade below a floor. */
  secondSignatureReason?: string;
  contradictions?: AnsweredContradiction[];
}

export interface AgreePlanPayload {
  kind: 'interim' | 'full';
  comment?: string;
}

/** Who besides owners of its actions has the disruption part, and which police officer named them. */
export interface DisruptionAlso {
  userIds: string[];
  namedBy: string;
}

export interface SharePlanPayload {
  disruptionAlso?: DisruptionAlso;
  power: string;
  purpose: string;
  /** How the child's plain version was given, or why not. */
  child: { given: boolean; how?: string; whyNot?: string };
  /** The same of the parent, and which of several carers it was, by the id under which he or she stands with the child. */
  parent: { given: boolean; how?: string; whyNot?: string; carerId?: string };
}

export interface ListForPanelPayload {
  basis: string;
  asked: string;
  /** The panel that hears it; any of the partnership's where it is left out. */
  panelId?: string;
  noStrategyReason?: string;
  noPlanReason?: string;
  admitReason?: string;
}
/** A case taken up again; the team is named where none held it before. */
export interface RelistPayload {
  reason: string;
  teamId?: string;
}
export interface ReasonPayload {
  reason: string;
}
export interface DeferListingPayload {
  reason: string;
  until: string;
}
export interface CorrectRecordPayload {
  rowId: string;
  reason: string;
  /** Only what changes; everything else of the entry stays. */
  corrected: { [field: string]: string };
  correctedHappened?: string;
  /** Of an assessment: kinds of harm that are less certain than it said. A manager alone corrects them. */
  correctedHarm?: CorrectedHarm[];
}

/** Of one kind of harm: how certain it is instead. */
export interface CorrectedHarm {
  kind: Concern;
  certainty: (typeof certainties)[number];
}

/** Who reads a restricted case, by name; whoever restricts it reads it too. */
export interface RestrictPayload {
  reason: string;
  readers: string[];
}
/** A personal connection, never a professional one: of whoever declares it, or of the person named. */
export interface DeclareConnectionPayload {
  reason: string;
  userId?: string;
}
export interface WithdrawConnectionPayload {
  reason: string;
  userId: string;
}

export const closureReasons = [
  'not-found',
  'reduced-and-sustained',
  'moved',
  'turned-18',
  'merged',
  'deceased',
] as const;
export type ClosureReason = (typeof closureReasons)[number];

export interface ProposeClosurePayload {
  reason: ClosureReason;
  analysis: string;
  harmAddressed?: string;
  watcher?: string;
  nextCheck?: string;
  adultPathway?: string;
  /** Open safety actions handed over: to whom, by name. */
  handover?: string;
}
export interface ApproveClosurePayload {
  reasons: string;
  /** A senior's reasons for closing although a condition fails. */
  overrideReasons?: string;
}

/** What a sitting decided, as the case learns it. */
export interface PanelDecisionPayload {
  decision: string;
  referTo?: string;
  reasons: string;
  nextReview?: string;
  grade?: Grade;
  noHarmReason?: string;
  contradictions?: AnsweredContradiction[];
  closureReason?: ClosureReason;
  harmAddressed?: string;
  adultPathway?: string;
  handover?: string;
  watcher?: string;
  nextCheck?: string;
  quorate: boolean;
  sittingId: string;
}
