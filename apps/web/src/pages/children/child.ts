import type { Allowed } from '../../allowed.js';
import type { Ended } from '../disruption-measures/measure.js';
import type { AboutChild } from './about.js';

/** A contact caution that stands; without its words where the reader does not have them. */
export interface Caution {
  id: string;
  caseId?: string;
  party: string;
  who: string | null;
  whatNot: string | null;
  why: string | null;
  until: string | null;
}

import type { DueDate } from '../../why-dates.js';
import type { EpisodeLine } from '../missing-episodes/episode.js';

/** A child on the books as the api shows him or her. */
export interface ChildView {
  clocks: DueDate[];
  id: string;
  version: number;
  state: string;
  name: string;
  /** Whether anybody knows who the child is. */
  identified: boolean;
  /** The other record of a proposal that two are one child, or that they are not after all. */
  joining: { childId: string; by: string | null; at: string } | null;
  /** The record that stands for the child, where this one was joined with it; and those joined with this one. */
  joinedWith: string | null;
  joined: string[];
  chosenName: string | null;
  birthDate: string | null;
  sex: string | null;
  /** Classes of content that are kept from this reader; then what belongs to them is absent. */
  withheld: string[];
  ethnicity?: string | null;
  upn?: { value: string; verified: boolean } | null;
  nhsNumber?: string | null;
  localId: string | null;
  status?: { legalStatus: string; placement: string; since: string; until: string | null } | null;
  /** How many workers the child has had, in all cases. */
  workers?: number;
  /** What the record opens with, for those who read more than who the child is. */
  about?: AboutChild;
  /** Contact cautions that stand on cases in which the reader has a part. */
  cautions: Caution[];
  episodes: EpisodeLine[];
  cases: { id: string; reference: string; state: { work: string; panel: string }; receivedAt: string }[];
  protections: { id: string; title: string; state: string; lastDay: string | null; ended: Ended | null }[];
  proposals: { id: string; state: string }[];
  allowed: Allowed[];
  /** What may be begun on the child. */
  begins: Allowed[];
  written?: { id: string; kind: string; happened: string; wrong: boolean; body: Record<string, unknown> }[];
}
