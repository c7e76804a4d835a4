import type { ChildCaseStanding, ChildStanding, StoredRecord } from '@mase/workflow';
import { classesOf } from './classes-of.js';
import type { Asking } from './view.js';

/**
 * How many workers a child has had, as its case or its record on the books tells whoever asks; null where neither is
 * there for the reader, or not that part of it.
 */
export function workersHad(
  record: StoredRecord | null,
  asking: Pick<Asking, 'actor' | 'now'>,
): number | null {
  if (!record) return null;
  const classes = classesOf(record, asking);
  if (record.kind === 'childCase')
    return classes.includes('case') || classes.includes('sheet')
      ? (record.standing as ChildCaseStanding).workers
      : null;
  if (record.kind !== 'child' || !classes.includes('case')) return null;
  return (record.standing as ChildStanding).workers ?? 0;
}
