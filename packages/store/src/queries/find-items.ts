import type { AgendaItemStanding, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** An item of an agenda with the case as it stands and what a sitting decided on it before. */
export interface ItemOfAgenda {
  item: StoredRecord<AgendaItemStanding>;
  about: StoredRecord | null;
  previous: StoredRecord<AgendaItemStanding> | null;
}

const named = (alias: string) =>
  recordColumns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

/**
 * Adds to items of one agenda their cases and the last earlier decision on each, in one query. The case of a person or a
 * place is added for whoever reads its sheet: a receipt of a nomination tells no name.
 */
export async function withCases(
  tx: Tx,
  items: readonly StoredRecord<AgendaItemStanding>[],
): Promise<ItemOfAgenda[]> {
  if (items.length === 0) return [];
  const found = await tx.query<RawRecord>({
    name: 'items with cases',
    text: `select ${recordColumns} from record where id = any ($1::uuid[]) and (kind = 'childCase'
        or kind in ('personCase', 'locationCase') and exists (select 1 from case_reader k where k.record_id = record.id
          and k.class in ('sheet', 'case') and (k.until is null or k.until > (select app_now()))))
      union all (select distinct on (r.subject_id) ${named('r')} from record r
        where r.subject_id = any ($1::uuid[]) and r.kind = 'agendaItem' and r.phase = 'decided'
          and not r.id = any ($2::uuid[]) and r.id < any ($2::uuid[])
        order by r.subject_id, r.closed_at desc, r.id desc)`,
    values: [items.map((one) => one.subjectId), items.map((one) => one.id)],
  });
  const records = found.rows.map(storedRecord);
  return items.map((item) => ({
    item,
    about: records.find((one) => one.id === item.subjectId) ?? null,
    previous:
      (records.find((one) => one.kind === 'agendaItem' && one.subjectId === item.subjectId) as
        | StoredRecord<AgendaItemStanding>
        | undefined) ?? null,
  }));
}
