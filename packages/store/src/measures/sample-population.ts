import type { SampleCriteria } from '@mase/workflow';
import type { Tx } from '../store.js';
import type { Known } from './scorecard-figures.js';

/**
 * Ids of the cases that met these criteria as the books were at a sealed position, in their order. None for somebody who
 * draws no samples; what is closed to all but those named is not among them.
 */
export async function findSamplePopulation(
  tx: Tx,
  { basis, from, to, grade, teamId, concern }: SampleCriteria,
  { timeZone, known }: { timeZone: string; known: Known },
): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'sample population',
    text: `select id from sample_population($1, $2, $3, $4, ($5::date)::timestamp at time zone $9,
      ($6::date + 1)::timestamp at time zone $9, $7::timestamptz, $8::bigint, $9) as id order by id`,
    values: [
      ...[basis, grade ?? null, teamId ?? null, concern ?? null],
      ...[from, to, known.at, known.entries, timeZone],
    ],
  });
  return found.rows.map(({ id }) => id);
}
