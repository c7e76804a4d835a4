import type { SharingPower } from '../information-requests/powers.js';
import type { Standing } from '../model.js';

/** Who compares an outside list with the books, and learns what both have in common. */
export const listMatchers = [
  'police-desk',
  'intelligence-officer',
  'intelligence-supervisor',
  'coordinator',
] as const;

/** How many rows a list had, and how many could not be read. What was found of it is told once and not kept. */
export interface ListCounts {
  rows: number;
  refused: number;
}

/** That an outside list was compared: whose it was, its digest and counts. Nothing of the list itself. */
export interface MatchListStanding extends Standing, ListCounts {
  /** Whose list it was, in words. */
  from: string;
  /** SHA-256 of the bytes, by which the same list is known again. */
  digest: string;
  matched: { by: string; name: string; at: string } | null;
}

export interface RecordMatchPayload extends ListCounts {
  /** Who compared it: the system records it for that person, once the list was read to its end. */
  by: { userId: string; name: string };
  from: string;
  powers: SharingPower[];
  purpose: string;
  digest: string;
}

/** A comparison before it is recorded. */
export const blankMatchList: MatchListStanding = {
  clocks: [],
  from: '',
  digest: '',
  rows: 0,
  refused: 0,
  matched: null,
};
