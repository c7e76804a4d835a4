import type { Tx } from '../store.js';

/** A name on the books near a child: of an agency, of who or what a link joins with the child, or an account or number. */
export interface NameAround {
  /** The kind of the record, or `identifier` for an account or a number. */
  kind: string;
  /** The record that has the name; of an account or a number the child by whose links it was found. */
  id: string;
  /** As it is written, without the platform of an account. */
  name: string;
}

/**
 * The names of the partnership's agencies; of some children, and of whoever and whatever links join with them, every name,
 * nickname and handle; and accounts and numbers of their links, as far as the reader sees them. Found by the children's
 * own links, however many records there are.
 */
export async function findNamesAround(tx: Tx, childIds: readonly string[]): Promise<NameAround[]> {
  const found = await tx.query<NameAround>({
    name: 'names around',
    text: `with near as materialized (
        select distinct substr(e.node, 7)::uuid as child_id, o.node from link_edge e
        join link_edge o on o.record_id = e.record_id and o.node <> e.node
        where e.partnership_id = (select app_partnership()) and e.node = any ($1::text[])),
      about as (
        select r.id, r.kind, r.title, r.standing from record r
        where r.id in (select split_part(node, ':', 2)::uuid from near
            where node ~ '^(child|person|location):[0-9a-f-]{36}$' union select unnest($2::uuid[])))
      select kind, id, title as name from record
        where kind = 'agency' and partnership_id = (select app_partnership()) and title is not null
      union
      select a.kind, a.id, n.name from about a
        cross join lateral (select a.title as name
          union select json_array_elements_text(coalesce(a.standing::json -> 'aliases', '[]'::json))
          union select a.standing::json ->> 'chosenName'
          union select substring(t.term from '[^:]*$') from search_term t
            where t.record_id = a.id and t.kind in ('nickname', 'handle')) n
        where n.name <> ''
      union
      select 'identifier', child_id, substring(node from '[^:]*$') from near
        where node !~ '^(child|person|location):'
      order by 1, 2, 3`,
    values: [childIds.map((id) => `child:${id}`), childIds],
  });
  return found.rows;
}
