import type { ClientBase } from 'pg';
import { type Checkpoint, checkpointDigest, keyHandedTo, readLine } from './checkpoint.js';
import { linesOf } from './checkpoint-file.js';
import type { LedgerHead } from './seal-partnership.js';

/** The last checkpoint of each partnership in a file; nothing is verified. */
export async function lastInFile(file: string): Promise<Map<string, Checkpoint>> {
  const last = new Map<string, Checkpoint>();
  for await (const { read } of linesOf(file)) {
    const known = read && last.get(read.checkpoint.partnership);
    if (read && (!known || known.number < read.checkpoint.number))
      last.set(read.checkpoint.partnership, read.checkpoint);
  }
  return last;
}

/**
 * The lines that the database has committed and the file lacks, because a crash came between, or a new file was begun;
 * or why the two do not tell one story, in words.
 */
export async function missingInFile(
  client: ClientBase,
  partnershipId: string,
  head: LedgerHead,
  last: Checkpoint | undefined,
): Promise<{ lines: string[] } | { reason: string }> {
  const number = last?.number ?? 0;
  const digest = last ? checkpointDigest(last) : null;
  if (number > head.number)
    return {
      reason:
        `The file of checkpoints knows of ${last?.size} entries at checkpoint ${number}; the database ends with ${head.size} ` +
        `at checkpoint ${head.number}. An older copy was restored, or entries were removed: see mase verify, then mase accept-restore`,
    };
  if (number === head.number)
    return digest === head.digest
      ? { lines: [] }
      : { reason: `Checkpoint ${number} of the file is another than that of the database: see mase verify` };
  const found = await client.query<{ line: string }>(
    'select line from ledger_checkpoint where partnership_id = $1 and number > $2 order by number',
    [partnershipId, number],
  );
  const first = readLine(found.rows[0]?.line ?? '')?.checkpoint;
  if (!first || first.previous !== digest || first.number !== number + 1)
    return { reason: `The database does not go on from checkpoint ${number} of the file: see mase verify` };
  return { lines: found.rows.map((row) => row.line) };
}

/** Why this key may not sign on from the last checkpoint, in words; undefined where it may. */
export function takenOver(last: Checkpoint | undefined, keyId: string): string | undefined {
  const next = last && keyHandedTo(last);
  return next && next.id !== keyId
    ? `Checkpoint ${last.number} handed over to key ${next.id}; this folder still has key ${keyId}: run mase rotate-sealing-key again`
    : undefined;
}
