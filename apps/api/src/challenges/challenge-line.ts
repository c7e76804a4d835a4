import type { ChallengeStanding, ContentClass, StoredRecord } from '@mase/workflow';

/** A challenge as lists and its own page show it; who the child is, to those alone who read more of the case than a receipt. */
export function challengeLine(record: StoredRecord, classes: readonly ContentClass[] = []) {
  const { id, version, state } = record;
  const { caseId, childId, name, reference, about, words, raised, answered, settled, ...rest } =
    record.standing as ChallengeStanding;
  const { stage, stageLabel, lastStage, clocks } = rest;
  return {
    ...{ id, version, state, caseId, childId, reference, about, words, raised, answered, settled },
    name: classes.includes('case') ? name : '',
    ...{ stage, stageLabel, lastStage },
    due: clocks.find(({ rule }) => rule.startsWith('challenge-'))?.due ?? null,
  };
}
