import type { NoticeStanding, StoredRecord } from '@mase/workflow';

/** A statutory notice as lists and its own page show it. */
export function noticeLine(record: StoredRecord) {
  const { id, version, state } = record;
  const { caseId, childId, name, reference, kind, cause, since, need, sent, answers, clocks } =
    record.standing as NoticeStanding;
  return {
    ...{ id, version, state, caseId, childId, name, reference, kind, cause, since, need, sent, answers },
    due: clocks[0]?.due ?? null,
    waitsFor: clocks[0]?.rule ?? null,
  };
}
