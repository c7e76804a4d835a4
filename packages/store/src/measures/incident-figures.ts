import type { IncidentCount } from '@mase/workflow';
import type { Tx } from '../store.js';

/**
 * Counts of the incidents that the police recorded on these days, both included, with the outcomes that held on the
 * as-at day. None for somebody whose part it is not; what is closed to all but those named is not counted.
 */
export async function countIncidents(
  tx: Tx,
  { from, to, asAt }: { from: string; to: string; asAt: string },
): Promise<IncidentCount[]> {
  const found = await tx.query<IncidentCount & { code_on: string | null }>({
    name: 'incident figures',
    text: `select measure, kind, month, force, code, code_on, n
      from incident_figures($1::timestamptz, $2::timestamptz + interval '1 day', $3)`,
    values: [`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`, asAt],
  });
  return found.rows.map(({ code_on, ...row }) => ({ ...row, on: code_on }));
}
