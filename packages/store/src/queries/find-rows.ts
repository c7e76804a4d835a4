import type { StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawWritten, writtenColumns, writtenRow } from '../stored-record.js';
import type { DatedRow } from './find-case.js';

/** What of these kinds was written on these records, newest first, as far as the reader reads it. */
export async function findRows(
  tx: Tx,
  records: readonly Pick<StoredRecord, 'id' | 'kind'>[],
  kinds: readonly string[],
): Promise<DatedRow[]> {
  const of = new Map(records.map(({ id, kind }) => [id, kind]));
  const found = await tx.query<RawWritten>({
    name: 'rows of kinds',
    text: `select ${writtenColumns} from written where record_id = any ($1::uuid[]) and kind = any ($2::text[])
      and not exists (select 1 from withdrawn_row x where x.written_id = written.id) order by at desc, id desc`,
    values: [[...of.keys()], kinds],
  });
  return found.rows.map((row) => ({
    ...writtenRow(row, of.get(row.record_id) as StoredRecord['kind']),
    at: row.at,
    authorId: row.author_id,
  }));
}
