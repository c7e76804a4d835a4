/** A row of history or audit: for history the record and its version, for audit the line and 0. */
export interface EntryRef {
  source: 'history' | 'audit';
  id: string;
  version: number;
}

/** Something about the ledger that is not as it was sealed. */
export interface LedgerFault {
  partnership: string | null;
  code: string;
  /** The position in the ledger, or null where it is about more than one entry or about none. */
  position: number | null;
  entry: EntryRef | null;
  /** Where and what, in words. */
  reason: string;
}

/** A disposal as the ledger tells of it: its record, when it was carried out, how many entries went, and by whose decision. */
export interface SealedDisposal {
  id: string;
  at: string;
  entries: number;
  proposedBy: string | null;
  approvedBy: string | null;
}

/** How much was verified. */
export interface LedgerCounted {
  /** Entries that the ledger holds, and how many of them had their text destroyed by a disposal. */
  sealed: number;
  disposed: number;
  /** Each disposal that the ledger tells of, in the order in which they were carried out. */
  disposals: SealedDisposal[];
  checkpoints: number;
  /** Checkpoints that the database has beyond the end of the file. */
  beyondFile: number;
  /** Lines of the file that a crash left unfinished. */
  unfinished: number;
  /** Entries that the next look of the sealer will take, and the instant of acceptance of the oldest. */
  waiting: number;
  oldestWaiting: string | null;
}

/** A count of nothing yet. */
export function emptyCount(): LedgerCounted {
  return {
    sealed: 0,
    disposed: 0,
    disposals: [],
    checkpoints: 0,
    beyondFile: 0,
    unfinished: 0,
    waiting: 0,
    oldestWaiting: null,
  };
}

/** An entry in words: what it is and where it stands. */
export function entryWords({ source, id, version }: EntryRef): string {
  return source === 'history' ? `history of record ${id}, version ${version}` : `audit line ${id}`;
}
