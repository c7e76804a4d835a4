import type { Standing } from '../model.js';
import type { Said } from '../registers/shape.js';

/** One number of a partner, and what it counts; null where it is from 1 to 4 and therefore kept back. */
export interface PartnerFigure {
  label: string;
  n: number | null;
}

/** Which way a number is meant to go. */
export const targetWays = ['at-least', 'at-most'] as const;
/** One of these. */
export type TargetWay = (typeof targetWays)[number];

/** What an agency is asked to count, and the target where one was agreed. */
export interface AskedFigure {
  label: string;
  way?: TargetWay;
  target?: number;
}

/**
 * What an agency counted itself over a period, asked for by a day or given unasked: numbers and what they are of, and
 * nobody’s name.
 */
export interface PartnerFiguresStanding extends Standing {
  agencyId: string;
  agencyName: string;
  /** A year as of the problem profile (`2026`, or `2025-26` from April to March), or a quarter (`2026-Q4`). */
  period: string;
  /** What is counted, in words. */
  measure: string;
  figures: PartnerFigure[];
  source: string;
  /** What a reader should know; of what was asked for, the agency’s commentary. */
  note: string | null;
  given: Said | null;
  withdrawnAt: string | null;
  /** What was asked for; null where the figures were given unasked. */
  asked: (Said & { lines: AskedFigure[] }) | null;
  /** Who is asked to give them, by which day, which was set first, and how often they were chased. */
  leadId: string | null;
  leadName: string | null;
  due: string | null;
  firstDue: string | null;
  chased: number;
}

export interface RecordFiguresPayload {
  agencyId: string;
  period: string;
  measure: string;
  figures: PartnerFigure[];
  source: string;
  note?: string;
}
export interface AskFiguresPayload {
  agencyId: string;
  period: string;
  measure: string;
  lines: AskedFigure[];
  leadId: string;
  /** The day by which they are given. */
  due: string;
}
export interface ChaseFiguresPayload {
  words: string;
  /** Who gives them from now on, where somebody else does. */
  leadId?: string;
  /** Another day, where the first cannot be kept. */
  due?: string;
}
export interface ReturnFiguresPayload {
  figures: PartnerFigure[];
  source: string;
  /** The agency’s commentary: asked for wherever a target is not met. */
  note?: string;
}
export interface WithdrawFiguresPayload {
  reason: string;
}

/** Figures of a partner before they are asked for or given. */
export const blankPartnerFigures: PartnerFiguresStanding = {
  clocks: [],
  agencyId: '',
  agencyName: '',
  period: '',
  measure: '',
  figures: [],
  source: '',
  note: null,
  given: null,
  withdrawnAt: null,
  asked: null,
  ...{ leadId: null, leadName: null, due: null, firstDue: null, chased: 0 },
};
