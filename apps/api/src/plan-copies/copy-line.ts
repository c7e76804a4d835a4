import type { PlanCopyStanding, StoredRecord } from '@mase/workflow';

/** A copy of a plan as lists and the plan show it: whose, of which version, and whether it was opened. */
export function copyLine(record: StoredRecord) {
  const { id, version, state } = record;
  const { caseId, childId, name, reference, part, recipientId, recipientName, named, ...held } =
    record.standing as PlanCopyStanding;
  return {
    ...{ id, version, state, caseId, childId, name, reference, part, recipientId, recipientName, named },
    plan: held.version,
    issuedAt: held.issuedAt,
    openedAt: held.openedAt,
    endedAt: held.endedAt,
  };
}
