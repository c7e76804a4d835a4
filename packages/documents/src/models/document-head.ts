/** Words that the case file holds, or null where nothing is recorded; the document then says "Not recorded". */
export type Recorded = string | null;

/** What stands at the head of every document and on each of its pages. */
export interface DocumentHead {
  /** The document's title, as its reader's software shows it. */
  title: string;
  partnership: string;
  /** The protective marking, such as OFFICIAL-SENSITIVE. */
  marking: string;
  /** Whose copy this is. */
  copy: DocumentCopy;
}

/** One numbered copy for one named reader: what was issued, to whom, and which version. */
export interface DocumentCopy {
  number: number;
  of: number;
  recipient: string;
  role: string;
  agency: string;
  /** Date and time of issue in words. */
  issued: string;
  version: number;
  /** Digest of the content that was issued and of its template, not of the file: so it can stand on every page of what it digests. */
  digest: string;
}

/** A meeting of a panel, in words ready to print. */
export interface SittingWords {
  title: string;
  /** "Thursday 26 November 2026". */
  date: string;
  /** "10:00". */
  starts: string;
  ends: string;
  place: Recorded;
  /** The address for joining from elsewhere, printed as text. */
  link: Recorded;
  chair: string;
}
