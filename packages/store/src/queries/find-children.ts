import type { ChildStanding, MissingEpisodeStanding, StoredRecord } from '@mase/workflow';
import { normalTerm } from '../change-rows.js';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';
import { findByTerms } from './find-case.js';

/** A child on the books as a return would know him or her. */
export interface ChildOnBooks {
  record: StoredRecord<ChildStanding>;
  /** The newest body of what was written when the child was put on the books. */
  identity: { [field: string]: unknown };
}

/** Children on the books by the local authority's own ids, as far as this reader may see them; several where an id is used twice. */
export async function findChildrenByLocalId(
  tx: Tx,
  localIds: readonly string[],
): Promise<Map<string, ChildOnBooks[]>> {
  const found = await findByTerms(tx, {
    term: 'localId',
    terms: [...new Set(localIds.map(normalTerm))],
    kind: 'child',
  });
  const ids = [...found.values()].flat();
  const children = new Map<string, ChildOnBooks[]>();
  if (ids.length === 0) return children;
  const rows = await tx.query<RawRecord & { identity: string | null }>({
    name: 'children by local id',
    text: `select ${recordColumns}, (select w.body from written w where w.record_id = r.id and w.kind = 'identity'
        order by w.at desc, w.id desc limit 1) as identity
      from record r where r.id = any ($1::uuid[]) order by r.id`,
    values: [ids],
  });
  for (const row of rows.rows) {
    const record = storedRecord(row) as StoredRecord<ChildStanding>;
    const { localId } = record.standing;
    if (localId === null) continue;
    const identity = JSON.parse(row.identity ?? '{}') as ChildOnBooks['identity'];
    children.set(localId, [...(children.get(localId) ?? []), { record, identity }]);
  }
  return children;
}

/** Bodies of one kind of written row by the record they are written on, in one query. */
export async function findWrittenBodies(
  tx: Tx,
  asked: { kind: string; recordIds: readonly string[] },
): Promise<Map<string, { [field: string]: unknown }[]>> {
  const rows = await tx.query<{ record_id: string; body: string }>({
    name: 'written bodies',
    text: 'select record_id, body from written where record_id = any ($1::uuid[]) and kind = $2',
    values: [asked.recordIds, asked.kind],
  });
  return grouped(
    rows.rows.map((row) => [row.record_id, JSON.parse(row.body) as { [field: string]: unknown }]),
  );
}

/** A missing episode on the books, with its id. */
export type EpisodeOnBooks = MissingEpisodeStanding & { id: string };

/** Missing episodes on the books by the child they belong to, in one query; no report that is held or told of another. */
export async function findMissingEpisodes(
  tx: Tx,
  childIds: readonly string[],
): Promise<Map<string, EpisodeOnBooks[]>> {
  const rows = await tx.query<{ id: string; parent_id: string; standing: string }>({
    name: 'missing episodes',
    text: `select id, parent_id, standing from record
      where parent_id = any ($1::uuid[]) and kind = 'missingEpisode' and phase in ('absent', 'over')`,
    values: [childIds],
  });
  return grouped(
    rows.rows.map((row) => [
      row.parent_id,
      { ...(JSON.parse(row.standing) as MissingEpisodeStanding), id: row.id },
    ]),
  );
}

function grouped<T>(pairs: [string, T][]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
