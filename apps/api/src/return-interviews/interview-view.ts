import type { OpenedRecord } from '@mase/store';
import type { ReturnInterviewStanding, StoredRecord } from '@mase/workflow';
import { writtenView } from '../written-view.js';

/** A return home interview as lists show it. */
export function interviewLine(record: StoredRecord) {
  const { id, version, state } = record;
  const {
    childId,
    childName,
    episodeIds,
    offeredAt,
    by,
    agency,
    independent,
    plannedFor,
    heldAt,
    findings,
    ownRating,
    sent = null,
  } = record.standing as ReturnInterviewStanding;
  return {
    ...{ id, version, state, childId, childName, episodeIds, offeredAt, by, agency, independent },
    ...{ plannedFor, heldAt, findings, ownRating },
    /** What of it went to the intelligence desk; not the report that it became. */
    sent,
  };
}

/** One interview with what was written of it, the newest first. */
export function interviewView({ record, written, names }: OpenedRecord) {
  return { ...interviewLine(record), written: writtenView(written), names };
}
