import type { Tx } from '../store.js';

/** One accepted command in the history of a record: what, when it happened, when it was recorded, by whom. */
export interface HistoryLine {
  version: number;
  entry: string;
  command: string;
  happened: string;
  at: string;
  actorId: string | null;
}

/** One page of a record's history, newest first; only for those who may read the whole case. */
export async function findHistory(
  tx: Tx,
  asked: { recordId: string; before?: number | undefined; limit: number },
): Promise<HistoryLine[]> {
  const found = await tx.query<{
    version: number;
    command_id: string;
    command: string;
    happened: string;
    at: string;
    actor_id: string | null;
  }>({
    name: 'history',
    text: `select version, command_id, command, happened, at, actor_id from history
      where record_id = $1 and ($2::integer is null or version < $2) order by version desc limit $3`,
    values: [asked.recordId, asked.before ?? null, asked.limit],
  });
  return found.rows.map((row) => ({
    version: row.version,
    entry: row.command_id,
    command: row.command,
    happened: row.happened,
    at: row.at,
    actorId: row.actor_id,
  }));
}
