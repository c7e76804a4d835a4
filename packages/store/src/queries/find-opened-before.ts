import { markIn } from '../command-id.js';
import type { Tx } from '../store.js';

/**
 * Which of the ids made for rows of files opened a record before, whoever may see it now, each with the mark of the row
 * that did (`rowMark`); null for one that was opened before rows were marked.
 */
export async function findOpenedBefore(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const found = await tx.query<{ id: string; command_id: string }>({
    name: 'opened before',
    text: 'select id, command_id from opened_before($1::uuid[])',
    values: [ids],
  });
  return new Map(found.rows.map(({ id, command_id }) => [id, markIn(command_id)]));
}
