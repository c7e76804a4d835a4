import type { ContentClass, IntelligenceStanding, StoredRecord } from '@mase/workflow';

/** How far a report has come, for whoever may know no more than that it arrived and what became of it. */
export type ReportProgress = 'being-looked-at' | 'in-use' | 'ended';

function progressOf(state: StoredRecord['state']): ReportProgress {
  if (state === 'rejected' || state === 'withdrawn') return 'ended';
  return state === 'disseminated' ? 'in-use' : 'being-looked-at';
}

/**
 * What everybody reads of a report who reads anything: that it is there, and what became of it. When it was submitted,
 * and what its submitter was told, could show where it came from: whoever was given a part of it reads neither.
 */
function receiptOf({ id, version, state, standing }: StoredRecord, isReceipt: boolean) {
  const { reference, submitted, fedBackAt, ended } = standing as IntelligenceStanding;
  return {
    ...{ id, version, reference },
    progress: progressOf(state),
    submittedAt: isReceipt ? (submitted?.at ?? null) : null,
    fedBackAt: isReceipt ? fedBackAt : null,
    endedAt: ended?.at ?? null,
  };
}

/** A report as lists show it: to the desk with its grade and what is next, to everybody else its receipt. */
export function reportLine(record: StoredRecord, classes: readonly ContentClass[]) {
  if (!classes.includes('unsanitised'))
    return { ...receiptOf(record, classes.includes('receipt')), desk: null };
  const {
    grade,
    danger,
    needsRisk,
    risk,
    parts,
    recipients,
    reviewBy,
    submitted,
    sourceReferredAt,
    clocks,
    ...rest
  } = record.standing as IntelligenceStanding;
  const [next] = [...clocks].sort((one, other) => (one.due < other.due ? -1 : 1));
  return {
    ...receiptOf(record, true),
    desk: {
      ...{
        state: record.state,
        grade,
        danger,
        needsRisk,
        risk,
        parts,
        recipients,
        reviewBy,
        sourceReferredAt,
      },
      closed: rest.access?.closed === true,
      submittedBy: submitted?.by ?? null,
      agencyId: submitted?.agencyId ?? null,
      due: next?.due ?? null,
      step: next?.rule ?? null,
    },
  };
}
