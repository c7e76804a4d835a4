import type { DatedRow } from '@mase/store';
import { type AssessmentResult, type ComparedItem, compareAssessments } from '@mase/workflow';

/** Two assessments beside each other: what differs, item by item. */
export interface AssessmentComparison {
  previous: { id: string; happened: string };
  current: { id: string; happened: string };
  changed: ComparedItem[];
}

/** The assessments that stand, newest first by when they were made. */
export function standingAssessments(written: readonly DatedRow[]): DatedRow[] {
  const replaced = new Set(written.map((row) => row.replaces));
  return written
    .filter((row) => row.kind === 'assessment' && !replaced.has(row.id))
    .sort((one, other) => (one.happened < other.happened ? 1 : one.happened > other.happened ? -1 : 0));
}

/** What changed from the assessment before the last one to the last; null while there are not two to be seen. */
export function assessmentComparison(written: readonly DatedRow[]): AssessmentComparison | null {
  const [current, previous] = standingAssessments(written);
  if (!current || !previous) return null;
  const result = (row: DatedRow) => (row.body as { result: AssessmentResult }).result;
  return {
    previous: { id: previous.id, happened: previous.happened },
    current: { id: current.id, happened: current.happened },
    changed: compareAssessments(result(previous), result(current)).filter((item) => item.change !== 'same'),
  };
}
