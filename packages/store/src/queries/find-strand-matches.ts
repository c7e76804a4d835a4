import type { SearchTerm, StoredRecord, StrandCaseStanding, StrandRecordStanding } from '@mase/workflow';
import { normalTerm } from '../change-rows.js';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** A person of concern or a location that may be the one asked for: what fits, and the cases that the reader sees. */
export interface StrandMatch {
  record: StoredRecord<StrandRecordStanding>;
  by: SearchTerm['kind'][];
  cases: StoredRecord<StrandCaseStanding>[];
}

/** A name alone tells least, a looser form little more; everything else is a number or a name used once. */
const weak: readonly string[] = [
  'name',
  'nickname',
  'houseAtPostcode',
  'handleAnywhere',
  'emailBox',
  'postcode',
];

const score = (by: readonly string[]): number =>
  by.reduce((sum, kind) => sum + (weak.includes(kind) ? 1 : 4), 0);

/**
 * Persons of concern or locations that any of the terms fits and that the reader may see: whatever is closed to him or
 * her is neither found nor counted. The strongest first.
 */
export async function findStrandMatches(
  tx: Tx,
  asked: { kind: 'person' | 'location'; terms: readonly SearchTerm[]; except?: string; limit: number },
): Promise<StrandMatch[]> {
  if (asked.terms.length === 0) return [];
  const hits = await tx.query<{ kind: SearchTerm['kind']; record_id: string }>({
    name: 'strand matches',
    text: `select distinct w.kind, f.record_id from unnest($1::text[], $2::text[]) w (kind, term)
      cross join lateral find_by_term(w.kind, array[w.term], $3) f where f.record_id is distinct from $4::uuid`,
    values: [
      asked.terms.map(({ kind }) => kind),
      asked.terms.map(({ term }) => normalTerm(term)),
      asked.kind,
      asked.except ?? null,
    ],
  });
  const by = new Map<string, SearchTerm['kind'][]>();
  for (const { record_id: id, kind } of hits.rows) by.set(id, [...(by.get(id) ?? []), kind]);
  const best = [...by.keys()]
    .sort((one, other) => score(by.get(other) ?? []) - score(by.get(one) ?? []) || (one < other ? 1 : -1))
    .slice(0, asked.limit);
  const rows = await tx.query<RawRecord>({
    name: 'strand matches and cases',
    text: `select ${recordColumns} from record where id = any ($1::uuid[])
      union all select ${recordColumns} from record
        where parent_id = any ($1::uuid[]) and kind in ('personCase', 'locationCase')`,
    values: [best],
  });
  const records = rows.rows.map(storedRecord);
  return best.flatMap((id) => {
    const record = records.find((one) => one.id === id) as StoredRecord<StrandRecordStanding> | undefined;
    const cases = records.filter(({ parentId }) => parentId === id) as StoredRecord<StrandCaseStanding>[];
    return record ? [{ record, by: (by.get(id) ?? []).sort(), cases }] : [];
  });
}
