import { type Finding, fault, well } from './finding.js';
import type { OperatorClient } from './open-operator.js';
import { rulesDigest } from './rules-digest.js';

/** Whether who may read what was worked out by the rules of this program; where another program did it, nobody knows. */
export async function membersFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ stale: number }>(
    'select count(*)::integer as stale from members_pass where rules <> $1 or done_at is null',
    [rulesDigest()],
  );
  const stale = found.rows[0]?.stale ?? 0;
  if (stale === 0) return well('who may read', 'worked out by the rules of this program');
  return fault(
    'who may read',
    `in ${stale} partnerships worked out by other rules than those of this program, or not to the end`,
    'mase migrate works it out anew; it may run beside the services',
  );
}
