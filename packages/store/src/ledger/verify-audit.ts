import type { OperatorClient } from '../operators/open-operator.js';
import { isLeafOf } from './leaf.js';

/** An audit row that is not as it was written. */
export interface AuditFault {
  partnership: string;
  id: string;
  reason: string;
}

interface AuditColumns {
  partnership_id: string;
  id: string;
  at: string;
  user_id: string | null;
  action: string;
  record_id: string | null;
  entry: string | null;
  salt: Buffer | null;
  leaf: Buffer;
  /** Of a line without text: whether its record is still there, and whether it points to the line of a certified disposal. */
  record_left: boolean | null;
  certified: boolean | null;
}

const atOnce = 1000;

/** Verifies every audit row in the order of their ids: its leaf, and that its columns say what its text says. */
export async function* verifyAudit(
  client: OperatorClient,
  counted: { audits: number },
): AsyncGenerator<AuditFault> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const found = await client.query<AuditColumns>(
      `select partnership_id, id, at, user_id, action, record_id, entry, salt, leaf,
         case when entry is null then exists (select 1 from record r where r.id = audit.record_id
           and r.phase <> 'disposed') end as record_left,
         case when entry is null then exists (select 1 from audit l join disposal_certificate c
           on c.disposal_id = l.record_id where l.id = audit.disposal_id and l.action = 'disposals/carry-out') end as certified
       from audit where id > $1 order by id limit $2`,
      [after, atOnce],
    );
    for (const row of found.rows) {
      counted.audits += 1;
      const reason = faultOf(row);
      if (reason) yield { partnership: row.partnership_id, id: row.id, reason };
    }
    if (found.rows.length < atOnce) return;
    after = found.rows.at(-1)?.id as string;
  }
}

/** Why a line may not be without its text; what exactly the disposal named is for the ledger to judge. */
function whyEmptied({ record_left, certified }: AuditColumns): string | null {
  if (!certified) return 'The line has lost its text, and no certified disposal says so.';
  return record_left ? 'The line has lost its text, and its record was not disposed of.' : null;
}

function faultOf(row: AuditColumns): string | null {
  if (row.entry === null || row.salt === null) return whyEmptied(row);
  if (!isLeafOf(row.leaf, row.salt, row.entry)) return 'The leaf is not that of the salt and the entry.';
  const said = JSON.parse(row.entry) as {
    id: string;
    at: string;
    user: string | null;
    action: string;
    record: { id: string } | null;
  };
  const pairs: [string, unknown, unknown][] = [
    ['id', row.id, said.id],
    ['at', row.at, said.at],
    ['user_id', row.user_id, said.user],
    ['action', row.action, said.action],
    ['record_id', row.record_id, said.record?.id ?? null],
  ];
  const differing = pairs.filter(([, stored, text]) => stored !== text).map(([column]) => column);
  return differing.length > 0 ? `The text says another ${differing.join(', ')}.` : null;
}
