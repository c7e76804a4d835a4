import { findCautioned, findRecordsById, findRecordsUnder, type Tx } from '@mase/store';
import type { CaseAuditStanding, ChildCaseStanding, DipSampleStanding, StoredRecord } from '@mase/workflow';

/** A sample as lists and its own page show it: by what it was drawn, and from how many cases. */
export function sampleLine({ id, version, state, standing }: StoredRecord) {
  const { title, criteria, wanted, seed, sealed, population, caseIds, drawn, ended } =
    standing as DipSampleStanding;
  const { grade = null, teamId = null, concern = null, ...days } = criteria;
  return {
    ...{ id, version, state, title, ...days, grade, teamId, concern, wanted, seed, sealed, population },
    ...{ size: caseIds.length, drawn, ended },
  };
}

/** The cases of a sample that this reader sees, in the order in which they were drawn, each with the audits it was drawn for. */
export async function sampledCases(tx: Tx, { id, standing }: StoredRecord) {
  const { caseIds } = standing as DipSampleStanding;
  const cases = (await findRecordsById(tx, caseIds)) as StoredRecord<ChildCaseStanding>[];
  const audits = (await findRecordsUnder(tx, caseIds, ['caseAudit'])) as StoredRecord<CaseAuditStanding>[];
  const cautioned = await findCautioned(
    tx,
    cases.map((one) => one.standing.childId),
  );
  return caseIds.flatMap((caseId, place) => {
    const found = cases.find((one) => one.id === caseId);
    if (!found) return [];
    const { childId, name, reference, confirmed } = found.standing;
    const own = audits.filter(
      ({ parentId, standing: audit }) => parentId === caseId && audit.sampleId === id,
    );
    return {
      ...{ place: place + 1, caseId, childId, name, reference, state: found.state },
      grade: confirmed?.grade ?? null,
      cautions: cautioned.get(childId) ?? [],
      audits: own.map((audit) => ({
        id: audit.id,
        state: audit.state,
        auditorName: audit.standing.auditorName,
        dueOn: audit.standing.due,
      })),
    };
  });
}
