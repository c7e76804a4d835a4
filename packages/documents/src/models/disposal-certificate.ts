import type { DocumentHead } from './document-head.js';

/** One line of a table that counts: what, and how many. */
export interface CountLine {
  what: string;
  count: string;
}

/** The certificate of one disposal: ids, counts, digests and who decided, by account; nothing of whom the record was about. */
export interface DisposalCertificateModel {
  head: DocumentHead;
  /** The id of the disposal. */
  disposal: string;
  carriedOut: string;
  /** Why, and by which rule, until when it was kept. */
  basis: string;
  rule: string;
  keptUntil: string;
  /** Each step with the account that took it and when. */
  acts: { what: string; account: string; at: string }[];
  records: CountLine[];
  rows: CountLine[];
  entries: CountLine[];
  /** What the ledger keeps: the sealed lines that name every leaf of what was destroyed. */
  lines: { id: string; leaf: string; entries: string }[];
  digest: string;
  /** What the certificate does not cover, in sentences. */
  remarks: string[];
}
