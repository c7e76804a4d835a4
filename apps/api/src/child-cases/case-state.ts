import { type ContentClass, regionsOf, type StoredRecord } from '@mase/workflow';

/** Whether a reader has the receipt of a referral alone: he or she is told no more than whether the case is open or closed. */
export function hasReceiptAlone(classes: readonly ContentClass[]): boolean {
  return classes.every((one) => one === 'receipt' || one === 'existence');
}

/** Where a case is, as far as a reader of these classes may know. */
export function caseState(
  record: Pick<StoredRecord, 'state'>,
  classes: readonly ContentClass[],
): { work: string; panel?: string } {
  const state = regionsOf(record as never);
  if (!hasReceiptAlone(classes)) return state;
  return { work: state.work === 'closed' ? 'closed' : 'open' };
}
