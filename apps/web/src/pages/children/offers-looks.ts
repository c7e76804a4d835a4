import type { Who } from '../../who.js';

const askers = ['manager', 'information-governance', 'caldicott-guardian', 'auditor'];

/** Whether a page offers to show who looked at a child. Only an offer: the api decides, by the child. */
export function offersLooks(who: Who | null): boolean {
  return who?.roles?.some((role) => askers.includes(role)) ?? false;
}
