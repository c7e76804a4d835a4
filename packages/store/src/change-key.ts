import type { RecordKind, StateValue } from '@mase/workflow';
import type { Accepted } from './change.js';
import type { Tx } from './store.js';

/** What is known of an idempotency key. */
export type SeenKey =
  | { found: 'no' }
  | { found: 'inWork' }
  | { found: 'misused' }
  | { found: 'seen'; accepted: Accepted };

interface KeyAnswer {
  free: boolean;
  digest: string | null;
  command_id: string | null;
  record_id: string | null;
  kind: RecordKind | null;
  version: number | null;
  state: string | null;
}

/**
 * Looks a person's key up and holds it for the rest of the transaction. A key whose command is stored answers with
 * what it left; one that another request holds now is in work; one that came with another payload is misused.
 */
export async function findKey(
  tx: Tx,
  userId: string,
  asked: { key: string; digest: string },
): Promise<SeenKey> {
  const found = await tx.query<KeyAnswer>({
    name: 'key',
    text: `select pg_try_advisory_xact_lock(hashtextextended($1::text || ' ' || $2, 0)) as free,
        k.digest, k.command_id, k.record_id, k.kind, k.version, k.state
      from (select 1) one
      left join idempotency_key k on k.user_id = $1::uuid and k.key = $2`,
    values: [userId, asked.key],
  });
  const row = found.rows[0];
  if (!row?.free) return { found: 'inWork' };
  if (row.digest === null) return { found: 'no' };
  if (row.digest !== asked.digest) return { found: 'misused' };
  return {
    found: 'seen',
    accepted: {
      commandId: row.command_id as string,
      record: { kind: row.kind as RecordKind, id: row.record_id as string },
      version: row.version as number,
      state: JSON.parse(row.state as string) as StateValue,
    },
  };
}
