import { type ContentClass, classesRead, readersOf, type StoredRecord, topicOf } from '@mase/workflow';
import type { Asking } from './view.js';

/** The classes of content that whoever asks reads of a record now, worked out from the record alone. */
export function classesOf(
  record: StoredRecord,
  { actor, now }: Pick<Asking, 'actor' | 'now'>,
): ContentClass[] {
  return classesRead(readersOf(topicOf(record.kind), record, now), actor, now);
}
