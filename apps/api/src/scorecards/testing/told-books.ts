import { openOwner } from '@mase/store/testing';

/** A standing as JSON, whatever its kind. */
// biome-ignore lint/suspicious/noExplicitAny: a second computation reads what is there, without the product's own types.
export type Told = any;

/** One entry of a record's history, as it was sealed. */
export interface ToldEntry {
  id: string;
  version: number;
  kind: string;
  commandId: string;
  entry: Told;
}

/** The books as the first so many entries of the ledger tell them: nothing but the text of history is read. */
export interface ToldBooks {
  /** The last entry of every record of which the ledger had one, and that was open to all then and is now. */
  records: Map<string, ToldEntry>;
  /** All their entries, in the order of the ledger. */
  entries: ToldEntry[];
}

/** Everything that one partnership's ledger tells, from the first entry on, once for all places of it. */
export async function sealedEntriesOf(
  ownerUrl: string,
): Promise<{ all: (ToldEntry & { position: number })[]; closed: Set<string> }> {
  return openOwner(ownerUrl, async (client) => {
    const found = await client.query(`
      select e.position::integer, h.record_id as id, h.version, h.kind, h.command_id as "commandId", h.entry
      from ledger_entry e join history h on h.record_id = e.id and h.version = e.version
      where e.source = 'history' order by e.position`);
    const hidden = await client.query(
      `select id from record where (standing::jsonb #>> '{access,closed}') = 'true'`,
    );
    return {
      all: found.rows.map((row) => ({ ...row, entry: JSON.parse(row.entry) })),
      closed: new Set(hidden.rows.map(({ id }) => id)),
    };
  });
}

const isClosed = ({ entry }: ToldEntry): boolean => entry.standing.access?.closed === true;

/** The books at a place of the ledger. */
export function booksAt(
  { all, closed }: Awaited<ReturnType<typeof sealedEntriesOf>>,
  position: number,
): ToldBooks {
  const told = all.filter((one) => one.position < position && !closed.has(one.id));
  const then = new Set(
    [...new Map(told.map((one) => [one.id, one])).values()].filter(isClosed).map(({ id }) => id),
  );
  const entries = told.filter((one) => !then.has(one.id));
  return { entries, records: new Map(entries.map((one) => [one.id, one])) };
}
