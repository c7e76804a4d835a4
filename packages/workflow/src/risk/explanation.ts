import type { Grade } from '../profile/grade.js';
import type { WindowId } from './instrument.js';

/** One step below a line that is part of it: a window in which an indicator counts, or a band of a score. */
export interface ExplanationStep {
  code: string;
  label: string;
  value: string | number;
  /** What it adds to a score. */
  weight?: number;
  leads: Grade | null;
}

/** One line of how a result was reached; the same input gives the same tree, byte for byte. */
export interface ExplanationNode {
  code: string;
  label: string;
  /** The answer, level, count or score that stands here. */
  value: string | number;
  /** What it adds to a score. */
  weight?: number;
  /** The windows of time in which it counts. */
  window?: WindowId[];
  /** The highest grade to which it leads, or null where it leads to none. */
  leads: Grade | null;
  /** How the value came about: the windows of an indicator, the bands of a score. */
  steps?: ExplanationStep[];
  children?: ExplanationNode[];
}
