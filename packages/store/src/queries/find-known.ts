import type { Tx } from '../store.js';

/**
 * Those of the named records of which this reader may know that they exist: what he or she sees, and what is open in
 * its existence alone. A record whose existence is closed to the reader is not among them.
 */
export async function findKnown(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await tx.query<{ record_id: string }>({
    name: 'known records',
    text: `select record_id from case_reader where record_id = any ($1::uuid[])
      and principal = any ((select app_principals())::text[]) and (until is null or until > (select app_now()))
      union select id from record where id = any ($1::uuid[])`,
    values: [ids],
  });
  return new Set(found.rows.map((row) => row.record_id));
}
