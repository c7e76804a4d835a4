import type { RecordKind, StoredRecord } from '@mase/workflow';
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

/** Records of these kinds that hang under others, as far as this reader sees them. */
export async function findRecordsUnder(
  tx: Tx,
  parents: readonly string[],
  kinds: readonly RecordKind[],
): Promise<StoredRecord[]> {
  const found = await tx.query<RawRecord>({
    name: 'records under',
    text: `select ${recordColumns} from record where parent_id = any ($1::uuid[]) and kind = any ($2::text[]) order by id`,
    values: [parents, kinds],
  });
  return found.rows.map(storedRecord);
}
