import type { DocumentHead } from './document-head.js';

/** One item that is given out, as it is given: what was blacked out is not in it. */
export interface ReleasedItem {
  number: string;
  /** What it is: "Referral", "Minutes of a sitting". */
  kind: string;
  /** "Tuesday 3 November 2026". */
  date: string;
  /** The agency that wrote it, or "Not recorded". */
  by: string;
  text: string;
  /** Why a part of it is blacked out, with the law; null where it is given whole. */
  redacted: string | null;
}

/** How many items are kept back on one ground. */
export interface WithheldLine {
  ground: string;
  citation: string;
  count: string;
}

/** The answer to a request for access, or its refusal, as whoever asked receives it. */
export interface AccessResponseModel {
  head: DocumentHead;
  /** The number under which the request is known. */
  request: string;
  /** Whom the request is about, as the requester named him or her. */
  about: string;
  requester: string;
  received: string;
  scope: string;
  /** What the answer is, in sentences. */
  outcome: string[];
  items: ReleasedItem[];
  withheld: WithheldLine[];
  /** What stands in every answer: what is neither confirmed nor denied, and where to complain. */
  standing: string[];
  digest: string;
}
