import { type ContentClass, regionsOf, type StoredRecord } from '@mase/workflow';

/** Where a case is; to somebody who has the receipt of a referral alone, no more than whether it is open or closed. */
export function caseState(
  record: StoredRecord,
  classes: readonly ContentClass[],
): { work: string; panel: string } {
  const state = regionsOf(record as never);
  if (classes.some((one) => one !== 'receipt')) return state;
  return { work: state.work === 'closed' ? 'closed' : 'open', panel: 'notListed' };
}
