import type { Concern } from '../child-cases/payloads.js';
import type { Standing } from '../model.js';
import { grades } from '../profile/grade.js';

/** Which cases a sample is drawn from: those received or closed in its days, or open on the last of them. */
export const sampleBases = ['received', 'closed', 'open-on-last-day'] as const;
/** One of these. */
export type SampleBasis = (typeof sampleBases)[number];

/** The grade that was confirmed of a case, as a sample asks for it. */
export const sampledGrades = [...grades, 'not-graded'] as const;
/** One of these. */
export type SampledGrade = (typeof sampledGrades)[number];

/** What a case must be to be drawn; what is left out asks for nothing. Days are local, both included. */
export interface SampleCriteria {
  basis: SampleBasis;
  from: string;
  to: string;
  grade?: SampledGrade;
  teamId?: string;
  /** A kind of exploitation of which a harm status is recorded. */
  concern?: Concern;
}

/** The most cases that one sample holds. */
export const mostSampled = 40;
/** The greatest seed: every whole number up to it is told apart. */
export const greatestSeed = Number.MAX_SAFE_INTEGER;

/** What was found out when a sample was drawn: at which seal, among how many cases, and which. */
export interface Drawn {
  /** The sealed position of the ledger that the books were read at; null where nothing was sealed yet. */
  sealed: { entries: number; at: string } | null;
  /** How many cases met the criteria, and the SHA-256 of their ids, in order, each with a line feed. */
  population: { size: number; digest: string };
  /** The cases, in the order in which they were drawn. */
  caseIds: string[];
}

/** Cases drawn by chance that anybody can repeat: by a kept seed, from the books as they were at a kept seal. */
export interface DipSampleStanding extends Standing, Drawn {
  title: string;
  criteria: SampleCriteria;
  wanted: number;
  seed: number;
  drawn: { by: string | null; name: string; at: string } | null;
  ended: { how: 'concluded' | 'withdrawn'; at: string } | null;
}

export interface DrawSamplePayload extends SampleCriteria, Partial<Drawn> {
  title: string;
  /** Why these cases are looked at. */
  purpose: string;
  /** How many cases are wanted; fewer are drawn where there are fewer. */
  size: number;
  /** Chosen by chance where it is left out, and kept. */
  seed?: number;
}
export interface ConcludeSamplePayload {
  /** What was learnt from the cases together. */
  conclusions: string;
}

/** A sample before it is drawn. */
export const blankDipSample: DipSampleStanding = {
  clocks: [],
  title: '',
  criteria: { basis: 'received', from: '', to: '' },
  wanted: 0,
  seed: 0,
  sealed: null,
  population: { size: 0, digest: '' },
  caseIds: [],
  drawn: null,
  ended: null,
};
