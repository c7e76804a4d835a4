import { type Concern, concerns } from '../child-cases/payloads.js';
import type { Standing } from '../model.js';

/** What a legal hold covers: one person, what a team holds, or a kind of exploitation. */
export const holdScopes = ['person', 'team', 'theme'] as const;

/** One of these. */
export type HoldScope = (typeof holdScopes)[number];

/** Why records must be kept whatever their rule says. */
export const holdReasons = [
  'inquiry',
  'litigation',
  'police-investigation',
  'complaint',
  'access-request',
  'safeguarding-review',
] as const;

/** One of these. */
export type HoldReason = (typeof holdReasons)[number];

/** The kinds of exploitation by which a hold may be placed. */
export const holdThemes: readonly Concern[] = concerns;

/** A legal hold as it stands. */
export interface LegalHoldStanding extends Standing {
  scope: HoldScope;
  /** The person, for a hold on a person. */
  childId: string | null;
  teamId: string | null;
  theme: Concern | null;
  reason: HoldReason | null;
  /** When it was placed, by whom, and the day by which it is looked at again. */
  placed: { by: string | null; at: string } | null;
  reviewBy: string;
  lifted: { by: string | null; at: string } | null;
}

export interface PlaceHoldPayload {
  scope: HoldScope;
  childId?: string;
  teamId?: string;
  theme?: Concern;
  reason: HoldReason;
  reviewBy: string;
  words: string;
}
export interface ReviewHoldPayload {
  reviewBy: string;
  words: string;
}
export interface LiftHoldPayload {
  words: string;
}

/** A hold before it is placed. */
export const blankHold: LegalHoldStanding = {
  clocks: [],
  scope: 'person',
  childId: null,
  teamId: null,
  theme: null,
  reason: null,
  placed: null,
  reviewBy: '',
  lifted: null,
};
