import type { InformationRequestStanding, StoredRecord } from '@mase/workflow';

/** A request for information as lists and its own page show it. */
export function requestLine(record: StoredRecord) {
  const { id, version, state } = record;
  const { caseId, childId, name, reference, agencyId, agencyName, contactId, contactName, ...rest } =
    record.standing as InformationRequestStanding;
  const { question, powers, purpose, asked, chased, answered, fedBackAt, withdrawnAt, clocks } = rest;
  return {
    ...{ id, version, state, caseId, childId, name, reference, agencyId, agencyName, contactId, contactName },
    ...{ question, powers, purpose, asked, chased, answered, fedBackAt, withdrawnAt },
    due: clocks.find(({ rule }) => rule === 'information-answer')?.due ?? null,
  };
}
