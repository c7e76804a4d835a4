import type { ClientBase } from 'pg';
import type { CheckpointChain } from './checkpoint-chain.js';
import { leafOf } from './leaf.js';
import { type EntryRef, entryWords, type LedgerCounted, type LedgerFault } from './ledger-fault.js';
import { latenessMs } from './sealed-tree.js';
import { databaseOf } from './sealer.js';

interface UnsealedRow extends EntryRef {
  partnership_id: string;
  at: string;
  leaf: Buffer;
  salt: Buffer | null;
  entry: string | null;
  passed: boolean;
}

const pageSize = 1000;

/**
 * Rows of history and audit that the ledger does not hold. One that is younger than the last checkpoint waits for the
 * sealer; one that says it is older, or that the sealer has seen and not sealed, was put in. `present` is how many rows
 * stand behind sealed entries.
 */
export async function* findUnsealed(
  client: ClientBase,
  chain: CheckpointChain,
  counted: LedgerCounted,
  present: number,
): AsyncGenerator<LedgerFault> {
  const found = await client.query<{ rows: number }>(
    'select (select count(*) from history) + (select count(*) from audit) as rows',
  );
  if (found.rows[0]?.rows === present) return;
  const part = (source: string, id: string, version: string) =>
    `select t.partnership_id, '${source}' as source, t.${id} as id, ${version} as version, t.at, t.leaf, t.salt, t.entry,
       coalesce(p.seen_in = $1 and pg_visible_in_snapshot(t.transaction_id, p.seen), false) as passed
     from ${source} t left join ledger_head p on p.partnership_id = t.partnership_id
     where not exists (select 1 from ledger_entry e where e.id = t.${id} and e.version = ${version} and e.source = '${source}')`;
  await client.query({
    text: `declare unsealed cursor for ${part('history', 'record_id', 't.version')} union all ${part('audit', 'id', '0')}`,
    values: [await databaseOf(client)],
  });
  for (;;) {
    const page = await client.query<UnsealedRow>(`fetch ${pageSize} from unsealed`);
    for (const row of page.rows) {
      const reason = whyNot(row, chain);
      if (!reason) {
        counted.waiting += 1;
        if (counted.oldestWaiting === null || row.at < counted.oldestWaiting) counted.oldestWaiting = row.at;
      } else
        yield {
          partnership: row.partnership_id,
          code: 'unsealed',
          position: null,
          entry: { source: row.source, id: row.id, version: row.version },
          reason: `The ${entryWords(row)} (${row.at}) is not in the ledger: ${reason}.`,
        };
    }
    if (page.rows.length < pageSize) break;
  }
  await client.query('close unsealed');
}

function whyNot(row: UnsealedRow, chain: CheckpointChain): string | null {
  const complete = chain.completeAt(row.partnership_id);
  if (row.entry === null || row.salt === null) return 'it has no text, though it was never sealed';
  if (!leafOf(row.salt, row.entry).equals(row.leaf)) return 'its leaf is not that of its salt and text';
  if (row.passed) return 'the sealer looked after it had been committed, so it was put in since';
  if (complete && Date.parse(row.at) < Date.parse(complete) - latenessMs)
    return `it says it is older than the last checkpoint (${complete}), so it was put in since`;
  return null;
}
