import type { ExportOutcome } from '@mase/store';

/** How a download ended: what was handed over, and its digest. */
export interface ExportEnd {
  rows: number;
  bytes: number;
  digest: string;
  complete: boolean;
  /** Of a return: how many rows its rules let nobody write. */
  leftOut?: number;
}

/** The end of a download as the audit keeps it. */
export function endWords({ rows, bytes, digest, complete, leftOut }: ExportEnd): string {
  const without = leftOut === undefined ? '' : `, ${leftOut} left out`;
  return `${rows} rows, ${bytes} bytes, sha256 ${digest}, ${complete ? 'complete' : 'broken off'}${without}`;
}

/** How far the file of an export is: records gone through, of how many, and when that was said. */
export interface ExportProgress {
  read: number;
  of: number;
  at: string;
}

/** How far it is, as the audit keeps it. */
export const progressWords = ({ read, of }: Pick<ExportProgress, 'read' | 'of'>): string =>
  `${read} of ${of} records`;

/** How far the last try of a download is or came; null where nothing was said yet. */
export function progressOf({ progress }: ExportOutcome): ExportProgress | null {
  const [, read, of] = /^(\d+) of (\d+) records$/.exec(progress?.said ?? '') ?? [];
  return progress && read && of ? { read: Number(read), of: Number(of), at: progress.at } : null;
}

/** After so long without a word a download is held to have been stopped with the program that made its file. */
const stoppedAfterMs = 10 * 60_000;

/** Whether a file is being made now: its last try has no end, and something was heard of it lately. */
export function isAtWork({ triedAt, endedAt, progress }: ExportOutcome, now: string): boolean {
  if (!triedAt || endedAt) return false;
  return Date.parse(now) - Date.parse(progress?.at ?? triedAt) < stoppedAfterMs;
}

/** For how long after its beginning a file may be fetched again, or taken up where it broke off, without another approval. */
const againWithinMs = 24 * 3_600_000;

/** Until when the file of a download that was begun then may be fetched again. */
export const againUntil = (begun: string): string =>
  new Date(Date.parse(begun) + againWithinMs).toISOString();

/** What the audit says of the end of a download; null while it has none. */
export function endOf({ said }: ExportOutcome): ExportEnd | null {
  const [, rows, bytes, digest, how, leftOut] =
    /^(\d+) rows, (\d+) bytes, sha256 ([0-9a-f]{64}), (complete|broken off)(?:, (\d+) left out)?$/.exec(
      said ?? '',
    ) ?? [];
  if (!digest) return null;
  const known = { rows: Number(rows), bytes: Number(bytes), digest, complete: how === 'complete' };
  return leftOut === undefined ? known : { ...known, leftOut: Number(leftOut) };
}
