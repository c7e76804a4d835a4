import { type ContentClass, regionsOf, type StoredRecord } from '@mase/workflow';

/** Whether a reader has the receipt of a referral alone: he or she is told no more than whether the case is open or closed. */
export function hasReceiptAlone(classes: readonly ContentClass[]): boolean {
  return classes.every((one) => one === 'receipt' || one === 'existence');
}

/**
 * Whether a reader may know from the case who the child is: not by a receipt, nor by a part in what is done about those
 * who harm.
 */
export function readsOfChild(classes: readonly ContentClass[]): boolean {
  return classes.some((one) => one === 'case' || one === 'sheet' || one === 'safety');
}

/** Whether a reader has what was written for the receiving area, and no more than that. */
export function hasTransferAlone(classes: readonly ContentClass[]): boolean {
  return classes.includes('transfer') && hasReceiptAlone(classes.filter((one) => one !== 'transfer'));
}

/** Where a case is, as far as a reader of these classes may know. */
export function caseState(
  record: Pick<StoredRecord, 'state'>,
  classes: readonly ContentClass[],
): { work: string; panel?: string } {
  const state = regionsOf(record as never);
  if (hasTransferAlone(classes) && state.work === 'transferring') return { work: state.work };
  if (!hasReceiptAlone(classes) && !hasTransferAlone(classes)) return state;
  return { work: state.work === 'closed' ? 'closed' : 'open' };
}
