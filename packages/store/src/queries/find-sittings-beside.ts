import type { StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** How many earlier sittings are looked through for what they did not reach. */
const earlierLooked = 30;

/** What the sittings before and after one leave to it. */
export interface BesideSitting {
  /** When the same panel sits next; null where nothing is planned. */
  nextStartsAt: string | null;
  /** Items that earlier sittings of the panel returned; those about a case among them. */
  returned: StoredRecord[];
}

/**
 * Sittings of one panel hang under it; those under a free name are told by that name (indexes
 * `record_by_parent` and `record_by_kind`).
 */
const besideText = `
  with s as (select * from record where id = $1 and kind = 'sitting'),
  beside as (select r.id, r.opened_at, r.phase, s.opened_at as own from s join record r
    on r.partnership_id = s.partnership_id and r.kind = 'sitting' and r.id <> s.id
    and (case when s.parent_id is null then r.parent_id is null and r.title = s.title else r.parent_id = s.parent_id end)),
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
