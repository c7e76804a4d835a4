import type { DatedRow } from '@mase/store';
import { type AssessmentResult, type ComparedItem, compareAssessments, wrongRows } from '@mase/workflow';

/** An assessment beside the one before it that was made with the same instrument: what differs, item by item. */
export interface AssessmentComparison {
  previous: { id: string; happened: string };
  current: { id: string; happened: string };
  changed: ComparedItem[];
}

/** The assessments that stand, newest first by when they were made. */
export function standingAssessments(written: readonly DatedRow[]): DatedRow[] {
  const replaced = wrongRows(written);
  return written
    .filter((row) => row.kind === 'assessment' && !replaced.has(row.id))
    .sort((one, other) => (one.happened < other.happened ? 1 : one.happened > other.happened ? -1 : 0));
}

const resultOf = (row: DatedRow): AssessmentResult => (row.body as { result: AssessmentResult }).result;

/** The assessment before one of those that stand, newest first, that was made with the same instrument. */
export function previousOf(all: readonly DatedRow[], index: number): DatedRow | undefined {
  const id = resultOf(all[index] as DatedRow).instrument.id;
  return all.slice(index + 1).find((row) => resultOf(row).instrument.id === id);
}

/**
 * What each assessment changed, newest first. Answers to different instruments do not compare, so each stands beside
 * the last one made with its own; the first with an instrument has nothing beside it.
 */
export function assessmentComparisons(written: readonly DatedRow[]): AssessmentComparison[] {
  const all = standingAssessments(written);
  return all.flatMap((current, index) => {
    const previous = previousOf(all, index);
    if (!previous) return [];
    const changed = compareAssessments(resultOf(previous), resultOf(current));
    return [
      {
        previous: { id: previous.id, happened: previous.happened },
        current: { id: current.id, happened: current.happened },
        changed: changed.filter((item) => item.change !== 'same'),
      },
    ];
  });
}
