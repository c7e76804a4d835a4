import { blankOnCase, type OnCaseStanding } from '../child-cases/on-case.js';
import type { PartnersRead } from '../child-cases/partner-steps.js';

/** How a service to a child ends. */
export const serviceOutcomes = [
  ...['completed', 'stepped-down', 'child-chose-to-stop', 'parent-chose-to-stop'],
  ...['service-could-not-go-on', 'moved-away', 'turned-18', 'died', 'not-begun'],
] as const;
/** One of these. */
export type ServiceOutcome = (typeof serviceOutcomes)[number];

/** How many earlier cases a standing names from which a service was carried forward. */
export const carriedKept = 3;

/** Where one service to a child is now: asked for, taken on, under way, ended; carried from case to case and not begun anew. */
export interface ServiceEpisodeStanding extends OnCaseStanding {
  /** What is given, shortened for lists. */
  service: string;
  agencyId: string;
  agencyName: string;
  referred: { by: string | null; name: string; at: string } | null;
  acceptedAt: string | null;
  startedAt: string | null;
  ended: { outcome: ServiceOutcome | 'declined'; at: string } | null;
  /** Since when the case is closed on which it hangs, while the service goes on. */
  caseClosedAt: string | null;
  /** The plan partners of its case, by id, and until when each reads; absent before the case told of any. */
  partners?: PartnersRead;
  /** From which cases it was carried forward, by reference, the latest last. */
  carried: { caseId: string; reference: string; at: string }[];
}

export interface ReferServicePayload {
  caseId: string;
  agencyId: string;
  service: string;
  /** What it is for. */
  purpose: string;
  /** What the child says to it, in the child's own words. */
  childWords?: string;
}
export interface AcceptServicePayload {
  /** What the service said: when it begins, with whom. */
  words?: string;
}
export interface DeclineServicePayload {
  reason: string;
}
export interface StartServicePayload {
  words?: string;
}
export interface EndServicePayload {
  outcome: ServiceOutcome;
  reason: string;
  /** What the child says of it, in the child's own words. */
  childWords?: string;
}
export interface CarryServicePayload {
  /** The open case of the same child on which it goes on. */
  caseId: string;
}

/** A service before it is asked for. */
export const blankServiceEpisode: ServiceEpisodeStanding = {
  ...blankOnCase,
  service: '',
  agencyId: '',
  agencyName: '',
  referred: null,
  acceptedAt: null,
  startedAt: null,
  ended: null,
  caseClosedAt: null,
  carried: [],
};
