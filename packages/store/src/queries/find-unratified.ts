import type { AgendaItemStanding, SittingStanding, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** A decision taken without a quorum that nobody has ratified yet, with the sitting that took it. */
export interface Unratified {
  item: StoredRecord<AgendaItemStanding>;
  sitting: StoredRecord<SittingStanding>;
}

/** What earlier sittings of the panel decided without a quorum and waits to be ratified, the oldest first. */
export async function findUnratified(
  tx: Tx,
  { id, standing }: StoredRecord<SittingStanding>,
): Promise<Unratified[]> {
  const found = await tx.query<RawRecord>({
    name: 'unratified',
    text: `with item as (select r.* from clock c join record r on r.id = c.record_id and r.kind = 'agendaItem'
        join record s on s.id = r.parent_id and s.title = $1 and s.opened_at < $2 and s.id <> $3
        where c.rule = 'ratification' and c.ended is null)
      select ${recordColumns} from item
      union select ${recordColumns} from record where kind = 'sitting' and id in (select parent_id from item)
      order by id`,
    values: [standing.panel, standing.startsAt, id],
  });
  const records = found.rows.map(storedRecord);
  const items = records.filter(({ kind }) => kind === 'agendaItem') as StoredRecord<AgendaItemStanding>[];
  return items.flatMap((item) => {
    const sitting = records.find((one) => one.id === item.parentId);
    return sitting ? [{ item, sitting: sitting as StoredRecord<SittingStanding> }] : [];
  });
}
