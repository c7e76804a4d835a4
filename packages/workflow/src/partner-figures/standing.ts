import type { Standing } from '../model.js';

/** One number of a partner, and what it counts; null where it is from 1 to 4 and therefore kept back. */
export interface PartnerFigure {
  label: string;
  n: number | null;
}

/** What an agency counted itself over a year: numbers and what they are of, and nobody’s name. */
export interface PartnerFiguresStanding extends Standing {
  agencyId: string;
  agencyName: string;
  /** As of the problem profile: `2026`, or `2025-26` from April to March. */
  year: string;
  /** What is counted, in words. */
  measure: string;
  figures: PartnerFigure[];
  /** Which of the agency’s own records or returns the numbers come from. */
  source: string;
  note: string | null;
  given: { by: string | null; name: string; at: string } | null;
  withdrawnAt: string | null;
}

export interface RecordFiguresPayload {
  agencyId: string;
  year: string;
  measure: string;
  figures: PartnerFigure[];
  source: string;
  note?: string;
}
export interface WithdrawFiguresPayload {
  reason: string;
}

/** Figures of a partner before they are given. */
export const blankPartnerFigures: PartnerFiguresStanding = {
  clocks: [],
  agencyId: '',
  agencyName: '',
  year: '',
  measure: '',
  figures: [],
  source: '',
  note: null,
  given: null,
  withdrawnAt: null,
};
