import type { StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** Those of the named records that this reader may see, whatever their kind, in the order of their ids. */
export async function findRecordsById(tx: Tx, ids: readonly string[]): Promise<StoredRecord[]> {
  const found = await tx.query<RawRecord>({
    name: 'records by id',
    text: `select ${recordColumns} from record where id = any ($1::uuid[]) order by id`,
    values: [ids],
  });
  return found.rows.map(storedRecord);
}
