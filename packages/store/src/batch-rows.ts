/** Rows of every table that a change writes, as plain values under the columns' names. */
export interface BatchRows {
  record: object[];
  recordUpdate: object[];
  history: object[];
  written: object[];
  /** What was written for the few who are cleared, in a table of its own. */
  unsanitised: object[];
  /** Rows that the database keeps from all but information governance from now on, and those that it shows again. */
  withdrawn: object[];
  restored: object[];
  clock: object[];
  clockEnd: object[];
  reader: object[];
  readerGone: object[];
  queue: object[];
  queueGone: object[];
  outbox: object[];
  term: object[];
  termGone: object[];
  /** What joins two nodes of the network from now on, from either; and of which records which edges alone are left. */
  edge: object[];
  edgeGone: object[];
  /** Who reads links that join what they did before. */
  edgeReaders: object[];
  /** Links that are to be weighed anew, and nodes whose links are. */
  unweighed: object[];
  unweighedAt: object[];
  audit: object[];
  subject: object[];
  key: object[];
}

/** What an idempotency key row says. */
export interface KeyRow {
  key: string;
  digest: string;
  status: number;
}
