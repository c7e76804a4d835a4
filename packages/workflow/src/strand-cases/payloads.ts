import type { LocationDescription } from '../locations/standing.js';
import type { Access } from '../model.js';
import type { PersonDescription } from '../persons/standing.js';
import type {
  BasisCode,
  ChildAccess,
  DeclineReason,
  Gravity,
  Handling,
  InvestigationStage,
  MappaLevel,
  NecessityOutcome,
  Priority,
  ReleaseStage,
  RemovalReason,
  StrandListingBasis,
  StrandSuspension,
} from './codes.js';

/** A reason to be on the books, and the day that it tells of where it is known. */
export interface GivenBasis {
  code: BasisCode;
  on?: string;
}

/** What whoever opens a case of either strand says; who or what it is about, known or described. */
export interface OpenStrandPayload {
  bases: GivenBasis[];
  /** What was seen, said or found, and why it concerns children. */
  why: string;
}

export interface NominatePayload extends OpenStrandPayload {
  /** A person on the books whom the nominator sees; else the description of one. */
  personId?: string;
  person?: PersonDescription;
}

export interface ReportPayload extends OpenStrandPayload {
  locationId?: string;
  location?: LocationDescription;
}

export interface AcceptStrandPayload {
  /** Why it is necessary and proportionate to keep the record. */
  necessity: string;
  duplicateCheck: 'none-found' | 'joined';
  /** For a place: whether it lies in this area, or is watched together with another. */
  jurisdiction?: 'ours' | 'joint';
  /** Who owns the case; whoever accepts where nobody is named. */
  officerId?: string;
}

export interface DeclineStrandPayload {
  reason: DeclineReason;
  words: string;
  /** Who was told, where another area has it. */
  told?: string;
}

export interface ReviewNecessityPayload {
  outcome: NecessityOutcome;
  words: string;
}

export interface AddBasisPayload extends GivenBasis {
  words: string;
}

export interface WithdrawBasisPayload {
  basisId: string;
  reason: string;
}

export interface SetPriorityPayload {
  gravity: Gravity;
  access: ChildAccess;
  /** Set where the officer judges otherwise than the rule computes. */
  override?: Priority;
  reasons?: string;
}

export interface SuspendStrandPayload {
  reason: StrandSuspension;
  words: string;
  releaseOn?: string;
  /** When somebody looks again, where no release or return is known. */
  checkBy?: string;
  offenderManager?: string;
  mappa?: MappaLevel;
}

export interface ChangeReleasePayload {
  words: string;
  releaseOn?: string;
  checkBy?: string;
  offenderManager?: string;
  mappa?: MappaLevel;
}

export interface PrepareReleasePayload {
  stage: ReleaseStage;
  words: string;
}

export interface ResumeStrandPayload {
  words?: string;
}

export interface ProposeRemovalPayload {
  reason: RemovalReason;
  words: string;
  /** Which force or area was told, by whom and when. */
  told?: string;
}

export interface ApproveRemovalPayload {
  words: string;
}

export interface SetHandlingPayload {
  handling: Handling;
  reason: string;
  conditions?: string;
  /** With C: who reads the record by name. */
  readers?: string[];
}

/** How every case of a person or place is handled from now on, as one of them says. */
export interface HandlingNews {
  handling: Handling;
  access: Access;
}

export interface AllocateOfficerPayload {
  officerId: string;
  reason: string;
}

export interface AskCareManagerPayload {
  managerId: string;
  words: string;
}

export interface AnswerForChildPayload {
  answer: 'agree' | 'refuse';
  words: string;
}

export interface DecidePrintingPayload {
  printing: 'yes' | 'no';
  reasons: string;
}

export interface RecordInvestigationPayload {
  officer: string;
  stage: InvestigationStage;
  words: string;
  interviewOn?: string;
  bailUntil?: string;
  /** What the children concerned are to be told; leaves a debt until they are. */
  outcome?: string;
}

export interface RecordChildToldPayload {
  outcomeId: string;
  /** When, by whom and how; or why not. */
  words: string;
  told: 'told' | 'not-told';
}

export interface ListStrandPayload {
  basis: StrandListingBasis;
  asked: string;
  /** The panel that hears it; any of the partnership's where it is left out. */
  panelId?: string;
}

export interface CorrectStrandPayload {
  rowId: string;
  reason: string;
  words: string;
}

export interface RecordRecallPayload {
  words: string;
}

/** What another record tells of what it counts; what is left out stays. */
export interface CountsNews {
  linkedChildren?: number;
  orders?: { inForce: number; breached: number };
  /** The days of links with children, and of incidents: all of them, so that what is withdrawn counts no more. */
  concerns?: string[];
  incidents?: string[];
}

/** What the record that says who or what it is tells its cases. */
export interface AboutNews {
  aboutId: string;
  name: string;
  adultOn: string | null;
  /** Whether there is a licence on which the licensing officer can act. */
  licensed: boolean;
  /** Where the case moves: the record that it leaves. */
  from?: string;
}
