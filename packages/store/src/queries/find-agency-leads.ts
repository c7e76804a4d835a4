import type { StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** The accounts that answer for what these agencies are given while it has no owner: members first, then managers, by name. */
export async function findAgencyLeads(tx: Tx, agencyIds: readonly string[]): Promise<StoredRecord[]> {
  if (agencyIds.length === 0) return [];
  const found = await tx.query<RawRecord>({
    name: 'agency leads',
    text: `select ${recordColumns} from record u
      where partnership_id = (select app_partnership()) and kind = 'user' and phase = 'active'
        and standing::json ->> 'agencyId' = any ($1::text[])
        and (standing::jsonb -> 'roles') ?| array['member', 'manager']
      order by (standing::jsonb -> 'roles') ? 'member' desc, title, id`,
    values: [agencyIds],
  });
  return found.rows.map(storedRecord);
}
