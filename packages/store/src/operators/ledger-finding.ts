import { type Finding, fault, note, well } from './finding.js';
import type { OperatorClient } from './open-operator.js';

/** Whether the sealer keeps up: entries that have waited for more than a minute are a fault where anything was ever sealed. */
export async function ledgerFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ sealed: number; waiting: number; oldest: string | null; late: boolean }>(
    `with waiting as (
       select at from history h where not exists (
         select 1 from ledger_entry e where e.id = h.record_id and e.version = h.version and e.source = 'history')
       union all
       select at from audit a where not exists (
         select 1 from ledger_entry e where e.id = a.id and e.version = 0 and e.source = 'audit'))
     select (select count(*)::integer from ledger_entry) as sealed, count(*)::integer as waiting, min(at) as oldest,
       coalesce(min(at) < now() - interval '1 minute', false) as late from waiting`,
  );
  const { sealed, waiting, oldest, late } = found.rows[0] ?? {
    sealed: 0,
    waiting: 0,
    oldest: null,
    late: false,
  };
  const check = 'ledger';
  if (sealed === 0)
    return note(check, 'nothing is sealed', 'give the worker a folder with a sealing key (MASE_LEDGER)');
  const words = `${sealed} entries are sealed`;
  if (waiting === 0) return well(check, `${words}, none waits`);
  if (!late) return well(check, `${words}, ${waiting} wait for the next look`);
  return fault(
    check,
    `${words}, ${waiting} wait since ${oldest}`,
    'does the worker run, and what does its log say? After a restore: mase verify, then mase accept-restore',
  );
}
