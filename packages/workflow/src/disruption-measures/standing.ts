import type { FollowsEnds } from '../links/end-news.js';
import type { CawnAdvice, CawnLapse } from './cawn.js';
import { findMeasureCode, type MeasureCode } from './measure-codes.js';

/** How a measure ends. */
export const measureEndings = [
  'expired',
  'lapsed',
  'discharged',
  'refused',
  'not-pursued',
  'recorded-in-error',
] as const;
/** One of these. */
export type MeasureEnding = (typeof measureEndings)[number];

/** What is decided when the end of a measure draws near. */
export const measureReviews = ['renewal-sought', 'let-lapse', 'keep'] as const;
/** One of these. */
export type MeasureReview = (typeof measureReviews)[number];

/** How a record is handled: P known to all whom the rules name, C (with conditions) to those named alone. */
export const measureHandlings = ['P', 'C'] as const;
/** One of these. */
export type MeasureHandling = (typeof measureHandlings)[number];

/** Who did something, and on which local day. */
export interface Dated {
  by: string | null;
  on: string;
}

/** What a notice about abduction stands on, kept without the birth date from which it follows. */
export interface CawnKept
  extends Pick<CawnAdvice, 'on' | 'stands' | 'ground' | 'lapsesOn' | 'because' | 'beyondPoliceAdvice'> {
  /** Whether it was served on the child’s age alone, so that its paper cites nothing that holds from 16 on. */
  ageAlone?: boolean;
  /** Where it lapses at 16 with the child in care by then: when a new notice would lapse (Children Act 1989 s49). */
  anewUntil?: string;
}

/** Where one measure is now. Days are local dates; the last day is one on which it is still in force. */
export interface MeasureStanding extends FollowsEnds {
  code: string;
  personId: string | null;
  locationId: string | null;
  /** The records through which the protected children’s side knows of it, at most eight. */
  protects: string[];
  ownerId: string | null;
  ownerAgencyId: string | null;
  handling: MeasureHandling;
  considered: Dated | null;
  applied: Dated | null;
  granted: Dated | null;
  served: Dated | null;
  expiresOn: string | null;
  variations: number;
  /** Days of breaches, newest last, at most twelve. */
  breaches: string[];
  review: (Dated & { outcome: MeasureReview }) | null;
  cawn: CawnKept | null;
  ended: { how: MeasureEnding; on: string; because: CawnLapse | null } | null;
}

/** A measure before anything is told. */
export const blankMeasure: MeasureStanding = {
  clocks: [],
  code: '',
  personId: null,
  locationId: null,
  protects: [],
  ownerId: null,
  ownerAgencyId: null,
  handling: 'P',
  considered: null,
  applied: null,
  granted: null,
  served: null,
  expiresOn: null,
  variations: 0,
  breaches: [],
  review: null,
  cawn: null,
  ended: null,
};

/** On whom a measure is, for those who act on it and do not read the person's record, as it stood when it was considered. */
export interface MeasureSubject {
  name: string;
  birthDate: string | null;
  licence: string | null;
}

/** How many children one measure names, and how many breaches its standing keeps. */
export const childrenNamed = 8;
export const breachesKept = 12;

/** The entry of the list under which a measure is taken. Throws where the list has none: a programming error. */
export function codeOf({ code }: Pick<MeasureStanding, 'code'>): MeasureCode {
  const found = findMeasureCode(code);
  if (!found) throw new Error(`No measure has the code ${code}`);
  return found;
}

/** The list that carries what waits on a measure: its owner’s, else that of whoever answers for such measures. */
export function ownerOf({ code, ownerId }: Pick<MeasureStanding, 'code' | 'ownerId'>): string {
  if (ownerId) return `user:${ownerId}`;
  const { owner, licensing } = codeOf({ code });
  if (licensing) return 'role:licensing-officer';
  return owner === 'local-authority' ? 'role:coordinator' : 'role:intelligence-officer';
}
