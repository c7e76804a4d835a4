import type { ContentClass, SearchTerm, StoredRecord } from '@mase/workflow';
import { normalTerm } from '../change-rows.js';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';
import { nameLikeness } from './name-likeness.js';

/** What a record was found by: an identifier or number of its own, its name, one like it, a link, or a case's reference. */
export type FoundBy = SearchTerm['kind'] | 'alike' | 'linked';

/** A record that fits what was looked for, as far as the reader sees it. */
export interface FoundRecord {
  record: StoredRecord;
  classes: ContentClass[];
  by: FoundBy[];
  /** The links by which it was found, each with the node of the network that was looked for. */
  links: { id: string; node: string }[];
  /** The cases about it that the reader sees. */
  cases: StoredRecord[];
}

interface Hit {
  by: FoundBy;
  record_id: string;
  node: string | null;
  link_id: string | null;
  /** The name that is like the one looked for. */
  term: string | null;
  /** How likely it is the one meant: a name like the one looked for up to 1, that very name 1, all else more. */
  score: number;
}

const cases = `('childCase', 'personCase', 'locationCase')`;

/** Numbers and identifiers by the index of terms, links that join one of them, references, and names like the one given. */
const hits = `
  with hit as materialized (
    select w.kind as by, k.kind, f.record_id from unnest($1::text[], $2::text[]) w (kind, term)
      cross join unnest($3::text[] || array['link']) k (kind)
      cross join lateral find_by_term(w.kind, array[w.term], k.kind) f)
  select by, record_id, null as node, null::uuid as link_id, null as term from hit where kind <> 'link'
  union all
  select 'linked', split_part(e.other, ':', 2)::uuid, e.node, e.record_id, null from link_edge e
    where e.record_id in (select record_id from hit where kind = 'link')
      and split_part(e.other, ':', 1) = any ($3::text[]) and split_part(e.node, ':', 1) not in ('child', 'person', 'location')
  union all
  select 'reference', coalesce(p.id, r.id), null, null, null from record r
    left join record p on p.id = r.parent_id and r.kind in ${cases}
    where r.partnership_id = (select app_partnership()) and r.reference = any ($4::text[]) and $6
  union all
  select 'alike', record_id, null, null, term from find_alike($5, $3::text[], 100)`;

const strands = ['child', 'person', 'location'] as const;

/** What is looked for, and among what: with kinds, no case is found by its reference. */
export interface Sought {
  text: string;
  /** The references that the text may be. */
  references: readonly string[];
  /** The numbers and identifiers that the text may be. */
  terms: readonly SearchTerm[];
  kinds?: readonly (typeof strands)[number][] | undefined;
  limit: number;
}

/**
 * Children, persons of concern, places and cases that a text fits, as far as this reader sees them: numbers, identifiers
 * and references first, then names, the likeliest first. `more` says that less likely ones are left out.
 */
export async function findAnything(
  tx: Tx,
  { text, references, terms, kinds, limit }: Sought,
): Promise<{ found: FoundRecord[]; more: boolean }> {
  const wanted = normalTerm(text);
  const rows = await tx.query<Omit<Hit, 'score'>>({
    name: 'find anything',
    text: hits,
    values: [
      terms.map(({ kind }) => kind),
      terms.map(({ term }) => normalTerm(term)),
      kinds ?? strands,
      references,
      wanted,
      kinds === undefined,
    ],
  });
  const byRecord = new Map<string, Hit[]>();
  for (const row of rows.rows)
    byRecord.set(row.record_id, [...(byRecord.get(row.record_id) ?? []), weighed(row, wanted)]);
  const ranked = [...byRecord].sort(likeliest);
  const best = ranked.slice(0, limit);
  return { found: await recordsOf(tx, best), more: ranked.length > limit };
}

type Ranked = [id: string, hits: Hit[]];

/** A number or an identifier tells more than a name, and that very name more than one like it. */
function weighed(row: Omit<Hit, 'score'>, wanted: string): Hit {
  if (row.term === null) return { ...row, score: 2 };
  return row.term === wanted
    ? { ...row, by: 'name', score: 1 }
    : { ...row, score: Math.min(0.99, nameLikeness(wanted, row.term)) };
}

function likeliest([id, own]: Ranked, [otherId, others]: Ranked): number {
  const [one, other] = [own, others].map((all) => Math.max(...all.map(({ score }) => score))) as [
    number,
    number,
  ];
  return other - one || (id < otherId ? 1 : -1);
}

async function recordsOf(tx: Tx, best: readonly Ranked[]): Promise<FoundRecord[]> {
  if (best.length === 0) return [];
  const rows = await tx.query<RawRecord & { classes: string | null }>({
    name: 'found and their cases',
    text: `select ${recordColumns}, (select json_agg(distinct c.class)::text from case_reader c
          where c.record_id = r.id and (c.until is null or c.until > (select app_now()))) as classes
        from record r where id = any ($1::uuid[])
      union all select ${recordColumns}, null from record r where parent_id = any ($1::uuid[]) and kind in ${cases}`,
    values: [best.map(([id]) => id)],
  });
  const records = rows.rows.map((row) => ({ record: storedRecord(row), classes: row.classes }));
  return best.flatMap(([id, own]) => {
    const known = records.find(({ record }) => record.id === id);
    if (!known) return [];
    return [
      {
        record: known.record,
        classes: JSON.parse(known.classes ?? '[]') as ContentClass[],
        by: [...new Set(own.map(({ by }) => by))],
        links: own.flatMap(({ node, link_id: link }) => (node && link ? [{ id: link, node }] : [])),
        cases: records.map(({ record }) => record).filter((one) => one.parentId === id),
      },
    ];
  });
}
