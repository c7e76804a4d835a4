import type { AccessRequestStanding, StoredRecord } from '@mase/workflow';

/** One request, or part of one, as lists and its own page show it. */
export function requestLine(record: StoredRecord, childName: string | null) {
  const { id, version, state } = record;
  const {
    clocks,
    asked,
    partOf,
    team: _team,
    access: _access,
    ...standing
  } = record.standing as AccessRequestStanding;
  return {
    ...{ id, version, state, childName, ...standing },
    part: partOf !== null,
    asked: Object.keys(asked).length,
    due: clocks.find(({ rule }) => rule === 'access-response')?.due ?? null,
  };
}
