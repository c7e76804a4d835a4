import type { Tx } from '../store.js';

/** A name on the books near a child: of an agency, of who or what a link joins with the child by all its names, or an account or number of one. */
export interface NameAround {
  kind: string;
  name: string;
}

/**
 * The names of the partnership's agencies, and the names, accounts and numbers of what links join with a child, as far as the reader sees them; found by
 * the child's own links, however many records there are.
 */
export async function findNamesAround(tx: Tx, childId: string): Promise<NameAround[]> {
  const found = await tx.query<NameAround>({
    name: 'names around',
    text: `select kind, title as name from record
        where kind = 'agency' and partnership_id = (select app_partnership()) and title is not null
      union
      select r.kind, n.name from link_edge e
        join link_edge o on o.record_id = e.record_id and o.node <> e.node
        join record r on r.title is not null and r.id = case
          when o.node ~ '^(child|person|location):[0-9a-f-]{36}$' then split_part(o.node, ':', 2)::uuid end
        cross join lateral (select r.title as name
          union select json_array_elements_text(coalesce(r.standing::json -> 'aliases', '[]'::json))
          union select r.standing::json ->> 'chosenName') n
        where e.partnership_id = (select app_partnership()) and e.node = $1 and n.name is not null
      union
      select 'identifier', substr(o.node, position(':' in o.node) + 1) from link_edge e
        join link_edge o on o.record_id = e.record_id and o.node <> e.node
        where e.partnership_id = (select app_partnership()) and e.node = $1
          and o.node !~ '^(child|person|location):'
      order by 1, 2`,
    values: [`child:${childId}`],
  });
  return found.rows;
}
