import type { RecordKind } from '@mase/workflow';
import type { Tx } from '../store.js';

/** Ids of the entries of a register that show all of these values in these fields, as far as the reader sees them. */
export async function findEntryIds(
  tx: Tx,
  kind: RecordKind,
  shown: { readonly [field: string]: string },
): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'entries of a register',
    text: `select id from record where partnership_id = (select app_partnership()) and kind = $1
      and standing::jsonb @> $2::jsonb`,
    values: [kind, JSON.stringify(shown)],
  });
  return found.rows.map(({ id }) => id);
}
