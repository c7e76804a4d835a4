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

/** The columns of such a line, and a row of them as the driver gives it. */
export const lineColumns = 'version, command_id, command, happened, at, actor_id';
export interface LineRow {
  version: number;
  command_id: string;
  command: string;
  happened: string;
  at: string;
  actor_id: string | null;
}

/** A line of a history out of its row. */
export function historyLine({ version, command_id, command, happened, at, actor_id }: LineRow): HistoryLine {
  return { version, entry: command_id, command, happened, at, actorId: actor_id };
}

/**
 * One page of a record's history, newest first; only for those who may read the whole case. `own` names the commands
 * that concern the record alone: of every other a line stands there only where the reader reads another record that the
 * command changed, so that the history of a child or a sitting tells of no case and no item that the reader does not read.
 */
export async function findHistory(
  tx: Tx,
  asked: {
    recordId: string;
    own?: readonly string[] | undefined;
    before?: number | undefined;
    limit: number;
  },
): Promise<HistoryLine[]> {
  const found = await tx.query<LineRow>({
    name: 'history',
    text: `select ${lineColumns} from history h
      where h.record_id = $1 and ($2::integer is null or h.version < $2)
        and ($4::text[] is null or h.command = any ($4)
          or exists (select 1 from history o where o.command_id = h.command_id and o.record_id <> h.record_id))
      order by h.version desc limit $3`,
    values: [asked.recordId, asked.before ?? null, asked.limit, asked.own ?? null],
  });
  return found.rows.map(historyLine);
}
