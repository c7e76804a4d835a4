import { type Cautioned, findCautioned, findNames, type Tx } from '@mase/store';
import { type StoredRecord, topicOf } from '@mase/workflow';
import { dueDates } from '../clock-view.js';
import type { Asking } from '../view.js';

/** Kinds of record of which a list as it was can be asked. */
export const listedKinds = [
  ...['childCase', 'personCase', 'locationCase', 'planAction', 'referralProposal'],
  ...['missingEpisode', 'disruptionMeasure', 'sitting', 'informationRequest', 'challenge', 'caseAudit'],
  ...['auditAction', 'accessRequest', 'export', 'disposal', 'legalHold', 'child', 'person', 'location'],
  ...['incident', 'intelligence', 'intelligenceRequirement', 'link', 'cluster', 'identifierMatch'],
  ...['notice', 'returnInterview', 'serviceEpisode', 'breakGlass', 'dipSample', 'partnerFigures'],
  ...['practiceTheme', 'qualityActivity', 'qualityStandard', 'serviceFeedback', 'trainingSession', 'panel'],
  ...['populationTable', 'user', 'dutyRota'],
] as const;

/** The persons whom records are about. */
export const personsOf = (records: readonly StoredRecord[]): string[] => [
  ...new Set(records.flatMap((one) => topicOf(one.kind).persons(one as never))),
];

/** Records as a list of the books at a sealed instant has them: overdue is what was overdue then; cautions are those of today. */
export async function linesAsTheyWere(
  tx: Tx,
  records: readonly StoredRecord[],
  asking: Asking,
  sealedAt: string,
): Promise<object[]> {
  const summed = records.map((record) => ({
    record,
    summary: topicOf(record.kind).summary(record.standing as never, record.state),
  }));
  const names = await findNames(
    tx,
    summed.map(({ summary }) => summary.ownerId),
  );
  const cautioned: Cautioned = await findCautioned(
    tx,
    records.map((one) => one.parentId),
  );
  const then = { ...asking, now: sealedAt };
  return summed.map(({ record, summary }) => {
    const { title, reference, grade, ownerId, teamId, openedAt, closedAt } = summary;
    const clocks = dueDates(record.standing.clocks, then);
    const next = [...clocks].sort((one, other) => (one.due < other.due ? -1 : 1))[0];
    return {
      id: record.id,
      kind: record.kind,
      version: record.version,
      recordedAt: record.at,
      state: record.state,
      ...{ title, reference, grade, ownerId, teamId, openedAt, closedAt },
      ownerName: ownerId ? (names[ownerId] ?? null) : null,
      nextStep: next?.label ?? null,
      nextDue: next?.due ?? null,
      clocks,
      cautions: record.parentId ? (cautioned.get(record.parentId) ?? []) : [],
    };
  });
}
