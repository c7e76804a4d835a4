import type { PlanCopyStanding, StoredRecord } from '@mase/workflow';

/**
 * A copy of a plan as lists and the plan show it: whose, of which version, and whether it was opened. A copy of the
 * disruption part gives the reference alone: who has it need not know who the child is.
 */
export function copyLine(record: StoredRecord) {
  const { id, version, state } = record;
  const { caseId, childId, reference, part, recipientId, recipientName, named, ...held } =
    record.standing as PlanCopyStanding;
  const name = part === 'disruption' ? null : held.name;
  return {
    ...{ id, version, state, caseId, childId, name, reference, part, recipientId, recipientName, named },
    plan: held.version,
    ...(part === 'plain' ? { to: held.to, number: held.number } : {}),
    issuedAt: held.issuedAt,
    openedAt: held.openedAt,
    endedAt: held.endedAt,
  };
}
