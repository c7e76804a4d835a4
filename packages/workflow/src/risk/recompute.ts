import type { Floor } from '../profile/profile.js';
import type { AboutChild, AssessmentAnswers } from './answers.js';
import { type AssessmentResult, assess } from './assess.js';
import { compareAssessments } from './compare-assessments.js';
import { findInstrument, type InstrumentsOfArea } from './instruments-in-force.js';
import type { FloorsRestOn } from './present.js';

/** What an assessment was computed from besides its answers: kept with it, so that it can be computed again for ever. */
export interface AssessmentBasis {
  instrument: { id: string; version: number };
  /** The local day of the assessment (YYYY-MM-DD). */
  on: string;
  about: AboutChild;
  floors: readonly Floor[];
  /** Absent from assessments made while floors rested on levels only in domains without indicators. */
  floorsRestOn?: FloorsRestOn;
}

/** An assessment as it was written: its answers, what it was computed from, and what came out. */
export interface WrittenAssessment extends AssessmentAnswers {
  computedFrom: AssessmentBasis;
  result: AssessmentResult;
}

/**
 * Computes a written assessment again, under the version of the instrument and the floors with which it was made.
 * Null where the area does not have that version.
 */
export function recomputeAssessment(
  area: InstrumentsOfArea,
  { computedFrom, answers, levels, protective, narratives }: WrittenAssessment,
): AssessmentResult | null {
  const { instrument, on, about, floors, floorsRestOn = 'bare-levels' } = computedFrom;
  const version = findInstrument(area, instrument.id, instrument.version);
  const input = { answers, levels, protective, narratives, about, on };
  return version && assess(version, floors, input, floorsRestOn);
}

/** JSON as RFC 8785 writes it, for values without fractions: keys in order, no spaces. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/**
 * The whole explanation of a result as canonical JSON, with the difference from the assessment before it item by item:
 * the same answers give the same bytes, in whatever process and time zone.
 */
export function explanationText(result: AssessmentResult, previous: AssessmentResult | null = null): string {
  const difference =
    previous && compareAssessments(previous, result).filter((item) => item.change !== 'same');
  return canonical({ ...result, difference });
}
