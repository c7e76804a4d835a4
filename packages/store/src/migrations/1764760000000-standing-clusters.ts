import type { MigrationInterface, QueryRunner } from 'typeorm';

const counting = ['hubs_of_link(uuid)', 'sightings_at_hub(uuid, text)', 'unweighed_links(integer)'];

const given = (functions: readonly string[]) => `
      grant create on schema public to mase_matching;
      ${functions.map((one) => `alter function ${one} owner to mase_matching;`).join('\n')}
      revoke create on schema public from mase_matching;
      revoke all on function ${functions.join(', ')} from public;
      grant execute on function ${functions.join(', ')} to mase_worker;`;

/** An end of a link, as its standing says it, as a node of the network. */
const nodeAt = (end: string) =>
  `(l.standing::json #>> '{${end},kind}') || ':' || coalesce(l.standing::json #>> '{${end},id}', l.standing::json #>> '{${end},value}')`;

/** Identifiers by which people are linked; others say nothing of whom one shares them with. */
const kinds = ['phone', 'vehicle', 'handle', 'email', 'device', 'address'];

/**
 * What still stands of a cluster can be counted after one of its links has ended or moved: from the standing of the link,
 * which has no edge any more. A report of intelligence that names a child with an identifier counts as closed. And the identifiers on the records of persons and places are edges of their own, as many as
 * a record has, read by whoever reads the record.
 */
export class StandingClusters1764760000000 implements MigrationInterface {
  name = 'StandingClusters1764760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function hubs_of_link(wanted uuid) returns table (hub text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select e.node from link_edge e where e.record_id = wanted and e.node not like 'child:%'
          union
          select n.node from record l cross join lateral (values (${nodeAt('from')}), (${nodeAt('to')})) n (node)
            where l.id = wanted and l.kind = 'link' and n.node not like 'child:%'
          union
          select h.kind || ':' || m.value from record l
            cross join lateral json_each_text(coalesce(l.standing::json -> 'movedFrom', '{}'::json)) m
            cross join (values ('person'), ('location')) h (kind)
            where l.id = wanted and l.kind = 'link'
          union
          select (c.standing::json #>> '{hub,kind}') || ':' || coalesce(c.standing::json #>> '{hub,id}', c.standing::json #>> '{hub,value}')
            from search_term t
            join search_term s on s.partnership_id = t.partnership_id and s.kind = 'hub' and s.term = t.kind || ':' || t.term
            join record c on c.id = s.record_id
            where t.record_id = wanted and t.record_kind = 'intelligence'
        $$;
      create function sightings_at_hub(of_partnership uuid, of_hub text)
        returns table (child_id uuid, first_on text, last_on text, closed boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select substr(c.other, 7)::uuid, c.first_on::text, c.last_on::text,
            l.standing::json #>> '{grade,handling}' = 'C' or coalesce(l.standing::json #>> '{access,closed}', 'false') = 'true'
              or l.kind <> 'link'
          from link_edge c join record l on l.id = c.record_id
          where c.partnership_id = of_partnership and c.node = of_hub and c.other like 'child:%' and c.node not like 'child:%'
        $$;
      drop function sightings_by_link(uuid);
      drop function unweighed_links(integer);
      create function unweighed_links(at_most integer)
        returns table (partnership_id uuid, record_id uuid, kind text, at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select u.partnership_id, u.record_id, r.kind, u.at from unweighed_link u join record r on r.id = u.record_id
          order by u.at, u.record_id limit at_most
        $$;
      ${given(counting)}

      alter table link_edge drop constraint link_edge_pkey, add primary key (record_id, node, other);
      alter table link_edge no force row level security;
      alter table record no force row level security;
      alter table case_reader no force row level security;
      with held as (
        select r.partnership_id, r.id as record_id, r.kind || ':' || r.id as own,
          (i.one ->> 'kind') || ':' || (i.one ->> 'value') as identifier, r.at::date as on_day
        from record r cross join lateral json_array_elements(coalesce(r.standing::json -> 'identifiers', '[]'::json)) i (one)
        where r.kind in ('person', 'location') and r.phase = 'onBooks'
          and i.one ->> 'kind' in (${kinds.map((one) => `'${one}'`).join(', ')})
      ), whole as (
        select record_id,
          coalesce(array_agg(distinct principal) filter (where until is null and without is null), '{}') as readers,
          coalesce(array_agg(distinct principal) filter (where until is not null or without is not null), '{}') as sometimes
        from case_reader where class not in ('existence', 'receipt') group by record_id
      )
      insert into link_edge (partnership_id, record_id, node, other, first_on, last_on, readers, sometimes)
        select h.partnership_id, h.record_id, e.node, e.other, h.on_day, h.on_day,
          coalesce(w.readers, '{}'), coalesce(w.sometimes, '{}')
        from held h left join whole w on w.record_id = h.record_id
          cross join lateral (values (h.own, h.identifier), (h.identifier, h.own)) e (node, other)
        on conflict do nothing;
      alter table link_edge force row level security;
      alter table record force row level security;
      alter table case_reader force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table link_edge no force row level security;
      alter table record no force row level security;
      delete from link_edge e using record r where r.id = e.record_id and r.kind <> 'link';
      alter table link_edge force row level security;
      alter table record force row level security;
      alter table link_edge drop constraint link_edge_pkey, add primary key (record_id, node);
      ${counting.map((one) => `drop function ${one};`).join('\n')}
      create function unweighed_links(at_most integer)
        returns table (partnership_id uuid, record_id uuid, at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select u.partnership_id, u.record_id, u.at from unweighed_link u order by u.at, u.record_id limit at_most
        $$;
      create function sightings_by_link(wanted uuid)
        returns table (hub text, child_id uuid, first_on text, last_on text, closed boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select c.node, substr(c.other, 7)::uuid, c.first_on::text, c.last_on::text,
            l.standing::json #>> '{grade,handling}' = 'C' or coalesce(l.standing::json #>> '{access,closed}', 'false') = 'true'
          from link_edge e
          join link_edge c on c.partnership_id = e.partnership_id and c.node = e.node and c.other like 'child:%'
            and c.node not like 'child:%'
          join record l on l.id = c.record_id
          where e.record_id = wanted
        $$;
      ${given(['sightings_by_link(uuid)', 'unweighed_links(integer)'])}
    `);
  }
}
