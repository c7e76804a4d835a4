import type { ChallengeStanding, StoredRecord } from '@mase/workflow';

/** A challenge as lists and its own page show it. */
export function challengeLine(record: StoredRecord) {
  const { id, version, state } = record;
  const { caseId, childId, name, reference, about, words, raised, answered, settled, ...rest } =
    record.standing as ChallengeStanding;
  const { stage, stageLabel, lastStage, clocks } = rest;
  return {
    ...{ id, version, state, caseId, childId, name, reference, about, words, raised, answered, settled },
    ...{ stage, stageLabel, lastStage },
    due: clocks.find(({ rule }) => rule.startsWith('challenge-'))?.due ?? null,
  };
}
