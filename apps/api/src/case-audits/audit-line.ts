import type { CaseAuditStanding, StoredRecord } from '@mase/workflow';

/** An audit of a case as lists and its own page show it: whoever reads it reads all of it. */
export function auditLine({ id, version, state, standing }: StoredRecord) {
  const { clocks, due, access: _access, former: _former, ...audit } = standing as CaseAuditStanding;
  const { caseId, childId, name, reference, auditorId, auditorName, agencyId, firstDue } = audit;
  const { commissioned, chased, returned, moderated, sentBack, withdrawnAt, sampleId = null } = audit;
  return {
    ...{ id, version, state, caseId, childId, name, reference, auditorId, auditorName, agencyId, firstDue },
    ...{ commissioned, chased, returned, moderated, sentBack, withdrawnAt, sampleId },
    dueOn: due,
    due: clocks[0]?.due ?? null,
  };
}
