import type { Grade } from '../profile/grade.js';
import type { WindowId } from './instrument.js';

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
  children?: ExplanationNode[];
}
