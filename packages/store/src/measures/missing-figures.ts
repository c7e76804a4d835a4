import type { MissingCount } from '@mase/workflow';
import type { Tx } from '../store.js';

/**
 * Counts of the absences that began on these days, both included, and what came of their interviews; children missing
 * for the first time are known by all that is on the books up to the as-at day. None for somebody whose part it is not;
 * what is closed to all but those named is not counted.
 */
export async function countMissing(
  tx: Tx,
  { from, to, asAt }: { from: string; to: string; asAt: string },
): Promise<MissingCount[]> {
  const found = await tx.query<MissingCount>({
    name: 'missing figures',
    text: 'select measure, part, n from missing_figures($1, $2, $3)',
    values: [from, to, asAt],
  });
  return found.rows;
}
