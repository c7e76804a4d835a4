import type { ContentClass, RecordKind, SearchTerm, StoredRecord, WrittenRow } from '@mase/workflow';
import type { Tx } from '../store.js';
import {
  type RawRecord,
  type RawWritten,
  recordColumns,
  storedRecord,
  writtenColumns,
  writtenRow,
} from '../stored-record.js';

/** A row of what was written, with who wrote it and when it was accepted. */
export type DatedRow = WrittenRow & { at: string; authorId: string | null };

/** A record and all that its reader may see written on it, newest first. */
export interface OpenedRecord {
  record: StoredRecord;
  written: DatedRow[];
  /** Records under it: actions of a case, items of a sitting. */
  children: StoredRecord[];
  /** What it hangs under: the child of a case, the sitting of an item. */
  parent: StoredRecord | null;
  /** Classes of content that this reader may see of it. */
  classes: ContentClass[];
  /** Names of those who wrote on it and of those who own it or what hangs under it, by id. */
  names: { [id: string]: string };
}

type Opened = { [part in 'records' | 'written' | 'classes' | 'names']: string | null };

/** The record, what hangs under it and over it, and of what was written on it the rows that `written` selects. */
const openText = (written: string) => `with r as materialized (
        select ${recordColumns}, owner_id from record where id = $1 or parent_id = $1
          or id = (select parent_id from record where id = $1)),
      w as materialized (${written})
      select (select json_agg(r order by r.id) from r)::text as records,
        (select json_agg(w order by w.at desc, w.id desc) from w)::text as written,
        (select json_agg(distinct c.class) from case_reader c
          where c.record_id = $1 and (c.until is null or c.until > (select app_now())))::text as classes,
        (select json_agg(json_build_array(n.id, n.title))
          from names_of(array(select author_id from w union select owner_id from r)) n)::text as names`;

const allWritten = openText(`select ${writtenColumns} from written where record_id = $1`);

/**
 * Kinds of entry that grow with the age of a case. No rule and no form works anything out from them: the latest say what
 * is shown first. The indexes `written_growing` and `written_steady` hold the same list.
 */
const growingKinds = ['area-exchange', 'check', 'contact', 'feedback', 'safety-action', 'view'];
const growing = `array[${growingKinds.map((kind) => `'${kind}'`).join(', ')}]`;

const lateWritten = openText(`select ${writtenColumns} from written
          where record_id = $1 and kind <> all (${growing})
        union all
        select late.* from unnest(${growing}) g (kind) cross join lateral (
          select ${writtenColumns} from written
          where record_id = $1 and kind = g.kind and kind = any (${growing})
          order by at desc, id desc limit $2) late
        union all
        select ${writtenColumns} from written where id = $3 and record_id = $1 and kind = any (${growing})`);

/** How many entries of each kind that grows with the age of a case are opened with it. */
export const latestOpened = 50;

/**
 * Opens one record with what was written on it and the names of its authors and owners, in one query, so that the
 * membership of its reader is tested once for each row; null where it is not there for this reader.
 */
export async function findRecord(tx: Tx, kind: RecordKind, id: string): Promise<OpenedRecord | null> {
  return opened(tx, { kind, id }, { name: 'open record', text: allWritten, values: [id] });
}

/**
 * Opens a child's case as `findRecord` does, with the latest entries of what grows with its age, and the one entry that is
 * asked for besides; `earlier` says whether there are more. The cost does not grow with the age of the case.
 */
export async function findLateCase(
  tx: Tx,
  id: string,
  entryId?: string,
): Promise<(OpenedRecord & { earlier: boolean }) | null> {
  const values = [id, latestOpened + 1, entryId ?? null];
  const found = await opened(
    tx,
    { kind: 'childCase', id },
    { name: 'open late case', text: lateWritten, values },
  );
  if (!found) return null;
  const counts = new Map<string, number>();
  const rows = [...new Map(found.written.map((row) => [row.id, row])).values()];
  const kept = rows.filter((row) => {
    const count = (counts.get(row.kind) ?? 0) + 1;
    counts.set(row.kind, count);
    return count <= latestOpened || row.id === entryId || !growingKinds.includes(row.kind);
  });
  return { ...found, written: kept, earlier: kept.length < rows.length };
}

async function opened(
  tx: Tx,
  { kind, id }: { kind: RecordKind; id: string },
  query: { name: string; text: string; values: unknown[] },
): Promise<OpenedRecord | null> {
  const found = await tx.query<Opened>(query);
  const part = <T>(name: keyof Opened) => JSON.parse(found.rows[0]?.[name] ?? '[]') as T[];
  const records = part<RawRecord>('records').map((row) => storedRecord({ ...row, at: instant(row.at) }));
  const own = records.find((one) => one.id === id);
  if (!own || own.kind !== kind) return null;
  return {
    record: own,
    written: part<RawWritten>('written').map((row) => ({
      ...writtenRow(row, kind),
      happened: instant(row.happened),
      at: instant(row.at),
      authorId: row.author_id,
    })),
    children: records.filter((one) => one.parentId === id),
    parent: records.find((one) => one.id === own.parentId) ?? null,
    classes: part<ContentClass>('classes'),
    names: Object.fromEntries(part<[string, string]>('names')),
  };
}

/** An instant out of JSON text, as the driver gives the others. */
const instant = (text: string) => new Date(text).toISOString();

/** Ids of records of a kind by an exact term in its normal form (a local id, a UPN), for this reader only. */
export async function findByTerms(
  tx: Tx,
  asked: {
    term: SearchTerm['kind'];
    terms: readonly string[];
    kind: RecordKind;
  },
): Promise<Map<string, string[]>> {
  const found = await tx.query<{ term: string; record_id: string }>({
    name: 'find by term',
    text: 'select term, record_id from find_by_term($1, $2, $3)',
    values: [asked.term, asked.terms, asked.kind],
  });
  const ids = new Map<string, string[]>();
  for (const row of found.rows) ids.set(row.term, [...(ids.get(row.term) ?? []), row.record_id]);
  return ids;
}
