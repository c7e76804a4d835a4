import type { ProblemCount } from '@mase/workflow';
import type { Tx } from '../store.js';

/**
 * Counts of the problem profile between two instants, and their days; ages are told on the last. None for somebody whose part it is
 * not; what is closed to all but those named is not counted.
 */
export async function countProblems(
  tx: Tx,
  { from, until, firstDay, lastDay }: { from: string; until: string; firstDay: string; lastDay: string },
): Promise<ProblemCount[]> {
  const found = await tx.query<ProblemCount>({
    name: 'problem figures',
    text: 'select measure, part, n from problem_figures($1, $2, $3, $4)',
    values: [from, until, firstDay, lastDay],
  });
  return found.rows;
}
