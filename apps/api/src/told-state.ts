import type { Actor, StateValue, StoredRecord } from '@mase/workflow';
import { caseState, hasReceiptAlone } from './child-cases/case-state.js';
import { classesOf } from './classes-of.js';

/** What the answer to a command may tell of the record that it was given to. */
export interface Told {
  /** False for somebody who has the receipt of a referral alone: no stage, nothing missing, nothing that is allowed. */
  all: boolean;
  state: (state: StateValue) => StateValue;
}

/** As much of a record's state as its view shows to the same person; of a record that is new, all. */
export function toldOf(judged: StoredRecord | undefined, actor: Actor, now: string): Told {
  if (judged?.kind !== 'childCase') return { all: true, state: (state) => state };
  const classes = classesOf(judged, { actor, now });
  return {
    all: !hasReceiptAlone(classes),
    state: (state) => caseState({ state }, classes) as StateValue,
  };
}
