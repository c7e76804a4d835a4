import { addingCommands, ownCommands, topics } from '@mase/workflow';
import type { Tx } from '../store.js';

/** One accepted command in the history of a record: what, when it happened, when it was recorded, by whom. */
export interface HistoryLine {
  /** As readers of the record are shown it. */
  version: number;
  entry: string;
  command: string;
  happened: string;
  at: string;
  actorId: string | null;
}

/** The columns of such a line, and a row of them as the driver gives it. */
export const lineColumns = `version - coalesce((entry::json -> 'standing' ->> 'uncounted')::integer, 0) as version,
  command_id, command, happened, at, actor_id`;
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

const uncounted = (line: string) => `coalesce((${line}.entry::json #>> '{standing,uncounted}')::integer, 0)`;

/**
 * Which lines of a history a reader is shown, `own`, `told` and `adding` being parameters. What people added to the record
 * stands there though its number did not move. A line that tells of another record (a
 * step that readers of this one do not count, or a command that is not its own) stands there where the reader reads the
 * record that the command was given on, or, where it was given on this one, another that it changed.
 */
export const shownLines = (own: string, told: string, adding: string): string => `(
  ((h.kind <> all (${told}::text[]) or h.command = any (${own}::text[]))
    and ${uncounted('h')} <= coalesce((select ${uncounted('p')} from history p
      where p.record_id = h.record_id and p.version = h.version - 1), 0))
  or (h.entry::json -> 'of' is null and h.command = any (${adding}::text[]))
  or exists (select 1 from record r where r.id = (h.entry::json #>> '{of,id}')::uuid)
  or (h.entry::json -> 'of' is null and exists (select 1 from history o
    where o.command_id = h.command_id and o.record_id <> h.record_id and o.kind <> all (${told}::text[]))))`;

const toldTopics = topics.filter(({ tellsOfOthers }) => tellsOfOthers);

/**
 * The commands that records tell of themselves by, the kinds of record that are told of others, and the commands by which
 * people only add to a record: in the order of the parameters of `shownLines`.
 */
export const linesShown: [own: string[], told: string[], adding: string[]] = [
  toldTopics.flatMap((topic) => ownCommands(topic) ?? []),
  toldTopics.map(({ kind }) => kind),
  topics.flatMap(addingCommands),
];

/**
 * One page of a record's history, newest first; only for those who may read the whole case. It tells of no record that the
 * reader does not read.
 */
export async function findHistory(
  tx: Tx,
  asked: {
    recordId: string;
    /** Only lines that were recorded before this instant. */
    before?: string | undefined;
    limit: number;
  },
): Promise<HistoryLine[]> {
  const found = await tx.query<LineRow>({
    name: 'history',
    text: `select ${lineColumns} from history h
      where h.record_id = $1 and ($2::timestamptz is null or h.at < $2) and ${shownLines('$4', '$5', '$6')}
      order by h.version desc limit $3`,
    values: [asked.recordId, asked.before ?? null, asked.limit, ...linesShown],
  });
  return found.rows.map(historyLine);
}

/** Whether the reader reads the history of a record at all, be it that every line of it tells of others. */
export async function readsHistory(tx: Tx, recordId: string): Promise<boolean> {
  const found = await tx.query({
    name: 'reads history',
    text: 'select 1 from history where record_id = $1 limit 1',
    values: [recordId],
  });
  return found.rowCount === 1;
}

/** Those of some records whose history the reader reads now. */
export async function findReadHistories(tx: Tx, recordIds: readonly string[]): Promise<Set<string>> {
  const found = await tx.query<{ id: string }>({
    name: 'read histories',
    text: 'select id from unnest($1::uuid[]) id where exists (select 1 from history h where h.record_id = id)',
    values: [recordIds],
  });
  return new Set(found.rows.map(({ id }) => id));
}
