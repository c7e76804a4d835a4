import type { ChildStanding } from '../children/standing.js';
import type { LegalOrder, LegalOrderKind } from '../disruption-measures/cawn.js';

/** Codes of the children looked-after return that put a child in care or under protection; section 20 and remand do not. */
const kinds: { [legalStatus: string]: LegalOrderKind } = {
  C1: 'interim-care-order',
  C2: 'full-care-order',
  L1: 'police-protection',
  L2: 'emergency-protection-order',
};

/** How many orders a child’s standing keeps. */
const ordersKept = 6;

/** The orders that a child has been under, as its standing says; the latest alone where it is the only one known. */
export function legalOrdersOf({ orders, status }: Pick<ChildStanding, 'orders' | 'status'>): LegalOrder[] {
  if (orders) return orders;
  const kind = status ? kinds[status.legalStatus] : undefined;
  return status && kind ? [{ kind, from: status.since, until: status.until }] : [];
}

/** The orders after another status is told: one that had no end ends where the new status begins. */
export function ordersAfter(
  known: readonly LegalOrder[],
  { legalStatus, since, until = null }: { legalStatus: string; since: string; until?: string | null },
): LegalOrder[] {
  const kind = kinds[legalStatus];
  const closed = known
    .filter((one) => one.from < since)
    .map((one) => (one.until === null || one.until > since ? { ...one, until: since } : one));
  const later = known.filter((one) => one.from > since);
  const told: LegalOrder[] = kind ? [{ kind, from: since, until }] : [];
  return [...closed, ...told, ...later].slice(-ordersKept);
}
