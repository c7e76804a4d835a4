import { type Finding, fault, note, well } from './finding.js';
import type { OperatorClient, VerificationResult } from './open-operator.js';

/** The history is to be verified every week; this leaves a day, in days. */
const verifyEveryDays = 8;

/** When `mase verify` was last run on this database, whether it compared the ledger, and what it found, by the audit. */
export async function verificationFinding(client: OperatorClient): Promise<Finding> {
  const check = 'verification of the history';
  const found = await client.query<{ at: string; late: boolean; result: VerificationResult }>(
    `select last.at, last.at < now() - make_interval(days => $1) as late, last.entry::json -> 'result' as result
     from partnership p cross join lateral (
       select at, entry from audit a
       where a.partnership_id = p.id and a.action = 'operator/verified' and a.entry is not null
       order by at desc limit 1) last
     order by last.at desc limit 1`,
    [verifyEveryDays],
  );
  const [last] = found.rows;
  const todo =
    'let a timer run mase verify with --key and --checkpoints once a week, and look at how it ended';
  if (!last) return note(check, 'mase verify has never been run on this database', todo);
  const { at, late, result } = last;
  if (result.faults > 0)
    return fault(
      check,
      `the last, at ${at}, found ${result.faults} faults`,
      'run mase verify again, which names where they are, and treat what it names as an incident',
    );
  if (late) return note(check, `the last was at ${at}, more than ${verifyEveryDays} days ago`, todo);
  if (!result.withCheckpoints)
    return note(check, `the last, at ${at}, did not compare the ledger with checkpoints`, todo);
  return well(check, `all was as recorded at ${at}`);
}
