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
