import type { ListedRecord } from '@mase/store';
import {
  type ContentClass,
  regionsOfStrand,
  type StoredRecord,
  type StrandCaseStanding,
} from '@mase/workflow';

/** Whether a reader reads more of a case than that it came and what came of it. */
export const readsStrand = (classes: readonly ContentClass[]): boolean =>
  classes.includes('sheet') || classes.includes('case');

/** What came of a nomination or report, as its nominator is told: received, accepted or declined, and no more. */
export function receiptOf({ state, standing }: StoredRecord<StrandCaseStanding>): string {
  if (regionsOfStrand({ state }).work === 'declined') return 'declined';
  return standing.acceptedAt ? 'accepted' : 'received';
}

/** A case about a person or a place as a line of a list; to a nominator the receipt and what came of it. */
export function strandLine(row: ListedRecord, names: { [id: string]: string }) {
  const record = row.record as StoredRecord<StrandCaseStanding>;
  const { standing, id, version } = record;
  const line = {
    id,
    version,
    reference: row.reference,
    receivedAt: standing.nominatedAt,
    outcome: receiptOf(record),
  };
  if (!readsStrand(row.classes)) return { ...line, withheld: ['sheet', 'case'] };
  const { aboutId, status, bases, priority, override, suspension, listing, counts, removal } = standing;
  return {
    ...line,
    withheld: [],
    state: regionsOfStrand(record),
    aboutId,
    name: row.title,
    status,
    bases,
    priority,
    judged: override !== null,
    linkedChildren: counts.linkedChildren,
    suspension,
    listing,
    removal: removal && { reason: removal.reason, at: removal.at },
    ownerId: row.ownerId,
    ownerName: row.ownerId ? (names[row.ownerId] ?? null) : null,
    nextDue: row.nextDue,
    nextStep: row.nextStep,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
  };
}
