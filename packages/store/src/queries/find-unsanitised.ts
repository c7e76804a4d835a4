import type { RecordKind } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawWritten, writtenColumns, writtenRow } from '../stored-record.js';
import type { DatedRow } from './find-case.js';

/** The unsanitised text of one record, newest first, for a reader who is cleared for it; nothing for anybody else. */
export async function findUnsanitised(tx: Tx, record: { kind: RecordKind; id: string }): Promise<DatedRow[]> {
  const found = await tx.query<RawWritten>({
    name: 'unsanitised text',
    text: `select ${writtenColumns} from unsanitised_text where record_id = $1 order by at desc, id desc`,
    values: [record.id],
  });
  return found.rows.map((row) => ({ ...writtenRow(row, record.kind), at: row.at, authorId: row.author_id }));
}
