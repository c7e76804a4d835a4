import type { ChildCaseStanding, StoredRecord } from '@mase/workflow';
import { classesOf } from '../classes-of.js';
import type { Asking } from '../view.js';
import { caseState, hasReceiptAlone } from './case-state.js';

/** A case as a line about its child; of one that the reader knows by its receipt alone, no more than that it is there. */
export function caseOfChild(record: StoredRecord, asking: Asking) {
  const { reference, receivedAt, team, closed } = record.standing as ChildCaseStanding;
  const classes = classesOf(record, asking);
  const line = {
    id: record.id,
    version: record.version,
    reference,
    state: caseState(record, classes),
    receivedAt,
  };
  return hasReceiptAlone(classes) ? line : { ...line, team, closed };
}
