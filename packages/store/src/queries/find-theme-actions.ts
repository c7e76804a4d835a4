import type { StoredRecord } from '@mase/workflow';
import { besideSitting, themesLooked } from '../sittings-beside.js';
import type { Tx } from '../store.js';

/**
 * Ids of the actions that this and the last sittings of a panel gave on what an item without a case is about: the same
 * record, or where it has none, a theme under the same title. The reader sees them or not, as any record.
 */
export async function findThemeActions(
  tx: Tx,
  { id, parentId }: Pick<StoredRecord, 'id' | 'parentId'>,
): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'theme actions',
    text: `${besideSitting},
      heard as (select id from s union all
        (select id from beside where opened_at <= own order by opened_at desc, id desc limit $2))
      select a.id from record i
      join record e on e.kind = 'agendaItem' and e.reference is null and e.parent_id in (select id from heard)
        and (case when i.subject_id is null then e.subject_id is null and lower(e.title) = lower(i.title)
          else e.subject_id = i.subject_id end)
      join record a on a.kind = 'planAction' and a.parent_id = e.id
      where i.id = $3`,
    values: [parentId, themesLooked, id],
  });
  return found.rows.map((row) => row.id);
}
