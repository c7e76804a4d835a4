import type { ServiceEpisodeStanding, StoredRecord } from '@mase/workflow';

/** A service to a child as lists and its own page show it. */
export function serviceLine(record: StoredRecord) {
  const { id, version, state } = record;
  const { caseId, childId, name, reference, service, agencyId, agencyName, ...standing } =
    record.standing as ServiceEpisodeStanding;
  const { referred, acceptedAt, startedAt, ended, caseClosedAt, carried } = standing;
  return {
    ...{ id, version, state, caseId, childId, name, reference, service, agencyId, agencyName },
    ...{ referred, acceptedAt, startedAt, ended, caseClosedAt, carried },
    due: null,
  };
}
