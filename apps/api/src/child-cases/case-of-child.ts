import { type ChildCaseStanding, classesRead, readersOf, type StoredRecord, topicOf } from '@mase/workflow';
import type { Asking } from '../view.js';
import { caseState, hasReceiptAlone } from './case-state.js';

/** A case as a line about its child; of one that the reader knows by its receipt alone, no more than that it is there. */
export function caseOfChild(record: StoredRecord, { actor, now }: Asking) {
  const { reference, receivedAt, team, closed } = record.standing as ChildCaseStanding;
  const classes = classesRead(readersOf(topicOf('childCase'), record, now), actor, now);
  const line = {
    id: record.id,
    version: record.version,
    reference,
    state: caseState(record, classes),
    receivedAt,
  };
  return hasReceiptAlone(classes) ? line : { ...line, team, closed };
}
