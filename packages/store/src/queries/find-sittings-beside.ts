import type { StoredRecord } from '@mase/workflow';
import { besideSitting, earlierLooked } from '../sittings-beside.js';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** What the sittings before and after one leave to it. */
export interface BesideSitting {
  /** When the same panel sits next; null where nothing is planned. */
  nextStartsAt: string | null;
  /** Items that earlier sittings of the panel returned; those about a case among them. */
  returned: StoredRecord[];
}

const besideText = `${besideSitting},
  earlier as (select id from beside where opened_at < own order by opened_at desc limit $2)
  select (select min(opened_at) from beside where opened_at > own and phase <> 'cancelled') as next_at, i.*
  from (select 1) one left join lateral (select ${recordColumns} from record
    where kind = 'agendaItem' and phase = 'returned' and parent_id in (select id from earlier)) i on true
  order by i.id`;

/** When the panel of a sitting sits next, and what its earlier sittings did not reach, as far as this reader sees them. */
export async function findSittingsBeside(tx: Tx, sittingId: string): Promise<BesideSitting> {
  const { rows } = await tx.query<(RawRecord | { id: null }) & { next_at: string | null }>({
    name: 'sittings beside',
    text: besideText,
    values: [sittingId, earlierLooked],
  });
  return {
    nextStartsAt: rows[0]?.next_at ?? null,
    returned: rows.flatMap((row) => (row.id === null ? [] : [storedRecord(row)])),
  };
}
