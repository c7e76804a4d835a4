import { blankLinked, type LinkedToIncident } from '../incidents/linked.js';
import type { FollowsEnds } from '../links/end-news.js';

/** What a person of concern, or a place, is in an incident. */
export const incidentParts = ['offender', 'place'] as const;
/** One of these. */
export type IncidentPart = (typeof incidentParts)[number];

/**
 * That a person of concern is said to have done an incident, or that a location is where it was. It hangs under the
 * person or the location and goes with that record: whoever may not know of it does not learn it from an incident.
 */
export interface IncidentPartStanding extends FollowsEnds, LinkedToIncident {
  part: IncidentPart;
  /** Which of the incident’s offenders, counted from 1; of its place, 1. */
  number: number;
  aboutId: string;
  /** Whether the person or location has been accepted as one of concern: before that the police alone read of it. */
  accepted: boolean;
}

/** A part before it is linked. */
export const blankPart: IncidentPartStanding = {
  ...blankLinked,
  clocks: [],
  part: 'offender',
  number: 0,
  aboutId: '',
  accepted: false,
};

/** Which offender of an incident a person of concern is, or which location its place is: one of the two ids. */
export interface LinkPartPayload {
  incidentId: string;
  personId?: string;
  /** Which of the offenders, counted from 1. */
  offender?: number;
  locationId?: string;
}
