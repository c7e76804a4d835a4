import type { AccessConsultationStanding, StoredRecord } from '@mase/workflow';

/** What an agency is asked, as lists and its own page show it. */
export function consultationLine(record: StoredRecord) {
  const { id, version, state } = record;
  const { requestId, childId, agencyId, contactId, contactName, items, asked, answered, clocks } =
    record.standing as AccessConsultationStanding;
  return {
    ...{ id, version, state, requestId, childId, agencyId, contactId, contactName, items, asked, answered },
    due: clocks.find(({ rule }) => rule === 'access-consultation')?.due ?? null,
  };
}
