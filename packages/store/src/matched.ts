import type { CommandDefinition, RecordKind, SearchTerm, Standing } from '@mase/workflow';
import { normalTerm } from './change-rows.js';
import type { Tx } from './store.js';

type Locks = NonNullable<CommandDefinition['locks']>;

/** Records that have all of some terms, whoever sees them: asked while a command looks further than its giver. */
const withTerms = `select s.record_id as id from search_term s
    where s.partnership_id = (select app_partnership()) and s.record_kind = $1
      and (s.kind, s.term) in (select * from unnest($2::text[], $3::text[]))
    group by s.record_id having count(distinct s.kind) = cardinality($2::text[])`;

/**
 * The ids of the records that have all of the terms which the standing of the primary record gives, and of what hangs
 * under them of the kinds that the command locks beside its own record, or is about them of kinds that it names.
 */
export async function matchedBy(tx: Tx, locks: Locks, recordId: string): Promise<string[]> {
  const { matched, underParent = [] } = locks;
  if (!matched) return [];
  const own = await tx.query<{ standing: string }>({
    name: 'standing',
    text: 'select standing from record where id = $1',
    values: [recordId],
  });
  const [row] = own.rows;
  const terms: SearchTerm[] = row
    ? matched.terms(JSON.parse(row.standing) as Standing as never, recordId)
    : [];
  if (terms.length === 0) return [];
  const found = await tx.query<{ id: string }>({
    name: 'matched',
    text: `with m as (${withTerms})
      select id from m union all select r.id from record r join m on r.parent_id = m.id where r.kind = any ($4::text[])
      union all select r.id from record r join m on r.subject_id = m.id where r.kind = any ($5::text[])`,
    values: [
      matched.kind satisfies RecordKind,
      terms.map(({ kind }) => kind),
      terms.map(({ term }) => normalTerm(term)),
      underParent,
      matched.about ?? [],
    ],
  });
  return found.rows.map(({ id }) => id);
}
