import type { ChildStanding, PersonStanding, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** What a reader may know of somebody whom an outside list names: the record, the open cases, how many are linked. */
export interface OverlapFacts {
  record: StoredRecord<ChildStanding> | StoredRecord<PersonStanding>;
  /** Open cases of which the reader reads the grade. */
  cases: StoredRecord[];
  linked: number;
}

/**
 * Children and persons by id, each with what hangs on it, as far as this reader sees it: of a child the persons of
 * concern that are linked with it, of a person the children.
 */
export async function findOverlapFacts(tx: Tx, ids: readonly string[]): Promise<OverlapFacts[]> {
  const records = await tx.query<RawRecord>({
    name: 'overlap records',
    text: `select ${recordColumns} from record where id = any ($1::uuid[]) and kind in ('child', 'person')`,
    values: [ids],
  });
  const cases = await tx.query<RawRecord>({
    name: 'overlap cases',
    text: `select ${recordColumns} from record r where parent_id = any ($1::uuid[]) and kind = 'childCase'
        and phase not in ('closed', 'disposed') and exists (select 1 from case_reader k where k.record_id = r.id
          and k.principal = any ((select app_principals())::text[]) and k.class in ('sheet', 'case')
          and (k.until is null or k.until > (select app_now())))`,
    values: [ids],
  });
  const linked = await tx.query<{ node: string; n: number }>({
    name: 'overlap links',
    text: `select node, count(distinct other)::int as n from link_edge
      where partnership_id = (select app_partnership())
        and ((node = any ($1::text[]) and other like 'person:%') or (node = any ($2::text[]) and other like 'child:%'))
      group by node`,
    values: [ids.map((id) => `child:${id}`), ids.map((id) => `person:${id}`)],
  });
  const open = cases.rows.map(storedRecord);
  const counts = new Map(linked.rows.map(({ node, n }) => [node, n]));
  return records.rows.map(storedRecord).map((record) => ({
    record: record as OverlapFacts['record'],
    cases: open.filter(({ parentId }) => parentId === record.id),
    linked: counts.get(`${record.kind}:${record.id}`) ?? 0,
  }));
}
