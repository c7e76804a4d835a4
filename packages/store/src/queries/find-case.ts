import type { ContentClass, RecordKind, StoredRecord, WrittenRow } from '@mase/workflow';
import type { Tx } from '../store.js';
import {
  type RawRecord,
  type RawWritten,
  recordColumns,
  storedRecord,
  writtenColumns,
  writtenRow,
} from '../stored-record.js';
import { together } from '../together.js';

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

/**
 * Opens one record with what was written on it and the names of its authors and owners, in two queries sent at once;
 * null where it is not there for this reader.
 */
export async function findRecord(tx: Tx, kind: RecordKind, id: string): Promise<OpenedRecord | null> {
  const [found, rest] = await together([
    tx.query<RawRecord>({
      name: 'open records',
      text: `select ${recordColumns} from record where id = $1 or parent_id = $1
        or id = (select parent_id from record where id = $1) order by id`,
      values: [id],
    }),
    tx.query<{ part: string; row: string | null }>({
      name: 'open written',
      text: `select 'written' as part, (select json_agg(w order by w.at desc, w.id desc)::text from (
            select ${writtenColumns} from written where record_id = $1) w) as row
        union all select 'classes', (select json_agg(distinct r.class)::text from case_reader r
          where r.record_id = $1 and (r.until is null or r.until > (select app_now())))
        union all select 'names', (select json_agg(json_build_array(p.id, p.title))::text from record p
          where p.kind = 'user' and p.id in (select author_id from written where record_id = $1
            union select owner_id from record where id = $1 or parent_id = $1))`,
      values: [id],
    }),
  ]);
  const own = found.rows.find((row) => row.id === id);
  if (!own || own.kind !== kind) return null;
  const part = <T>(name: string) =>
    JSON.parse(rest.rows.find((row) => row.part === name)?.row ?? '[]') as T[];
  return {
    record: storedRecord(own),
    written: part<RawWritten>('written').map((row) => ({
      ...writtenRow(row, kind),
      happened: new Date(row.happened).toISOString(),
      at: new Date(row.at).toISOString(),
      authorId: row.author_id,
    })),
    children: found.rows.filter((row) => row.parent_id === id).map(storedRecord),
    parent: found.rows.filter((row) => row.id === own.parent_id).map(storedRecord)[0] ?? null,
    classes: part<ContentClass>('classes'),
    names: Object.fromEntries(part<[string, string]>('names')),
  };
}

/** Ids of records of a kind by an exact term (a local id, a UPN), for this reader only. */
export async function findByTerms(
  tx: Tx,
  asked: {
    term: 'localId' | 'upn' | 'email' | 'name' | 'birthDate';
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
