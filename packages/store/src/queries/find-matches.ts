import type { ChildStanding, StoredRecord } from '@mase/workflow';
import { normalTerm } from '../change-rows.js';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** By what a child on the books may be the same as another. */
export type MatchTerm = 'name' | 'birthDate' | 'localId' | 'upn' | 'nhsNumber';

/** A child on the books who may be the same, with what fits and his or her cases, as far as the reader may see them. */
export interface PossibleMatch {
  child: StoredRecord<ChildStanding>;
  by: MatchTerm[];
  cases: StoredRecord[];
}

const weight: Record<MatchTerm, number> = { upn: 8, nhsNumber: 8, localId: 8, name: 4, birthDate: 2 };

/**
 * Children on the books who may be the same as one: by name without regard to accents, case and spacing, by birth
 * date, by identifiers. The strongest first; a birth date alone comes last. The reader's rights hold before the limit.
 */
export async function findMatches(
  tx: Tx,
  asked: { terms: readonly { kind: MatchTerm; term: string }[]; except: string; limit: number },
): Promise<PossibleMatch[]> {
  if (asked.terms.length === 0) return [];
  const hits = await tx.query<{ kind: MatchTerm; record_id: string }>({
    name: 'possible matches',
    text: `select distinct w.kind, f.record_id from unnest($1::text[], $2::text[]) w (kind, term)
      cross join lateral find_by_term(w.kind, array[w.term], 'child') f where f.record_id <> $3`,
    values: [
      asked.terms.map((one) => one.kind),
      asked.terms.map((one) => normalTerm(one.term)),
      asked.except,
    ],
  });
  const by = new Map<string, MatchTerm[]>();
  for (const hit of hits.rows) by.set(hit.record_id, [...(by.get(hit.record_id) ?? []), hit.kind]);
  const score = (id: string) => (by.get(id) ?? []).reduce((sum, kind) => sum + weight[kind], 0);
  const ids = [...by.keys()].sort((one, other) => score(other) - score(one) || (one < other ? 1 : -1));
  const best = ids.slice(0, asked.limit);
  const rows = await tx.query<RawRecord>({
    name: 'matches and cases',
    text: `select ${recordColumns} from record where id = any ($1::uuid[])
      union all select ${recordColumns} from record where parent_id = any ($1::uuid[]) and kind = 'childCase'`,
    values: [best],
  });
  const records = rows.rows.map(storedRecord);
  return best.flatMap((id) => {
    const child = records.find((one) => one.id === id) as StoredRecord<ChildStanding> | undefined;
    const cases = records.filter((one) => one.kind === 'childCase' && one.parentId === id);
    return child ? [{ child, by: (by.get(id) ?? []).sort(), cases }] : [];
  });
}
