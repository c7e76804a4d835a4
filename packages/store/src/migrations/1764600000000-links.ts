import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of a record, as disposal empties them, and those of links among them. */
const cleared = (from: string, to: string) => `
  do $do$
    declare
      body text := pg_get_functiondef('clear_disposed(uuid)'::regprocedure);
    begin
      if position($$${from}$$ in body) = 0 then raise exception 'clear_disposed names other tables'; end if;
      execute replace(body, $$${from}$$, $$${to}$$);
    end $do$;`;

const weighing = [
  'unweighed_links(integer)',
  'sightings_by_link(uuid)',
  'cases_at_link(uuid)',
  'holders_at_link(uuid)',
  'clusters_of(uuid, text)',
  'note_weighed(uuid, timestamptz)',
];

/** Whether a link is closed, but for what is closed with one of its ends. */
const closedBut = (end: string) => `(l.standing::json #>> '{grade,handling}' = 'C'
  or exists (select 1 from json_object_keys(coalesce(l.standing::json -> 'closedEnds', '{}'::json)) as closed_end (id)
    where closed_end.id <> ${end} and l.standing::json -> 'closedEnds' -> closed_end.id ->> 'closed' = 'true'))`;

/**
 * The network of links: each link that stands is an edge, kept from either of its two nodes. Who reads a link reads its
 * edges, and nobody else. What several children share is counted beside the command that brought a link, by functions of
 * the role `mase_matching` that the worker runs; whoever asks over HTTP does not.
 */
export class Links1764600000000 implements MigrationInterface {
  name = 'Links1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table link_edge (
        partnership_id uuid not null references partnership (id) on delete restrict,
        record_id uuid not null,
        node text not null,
        other text not null,
        first_on date not null,
        last_on date not null,
        primary key (record_id, node),
        foreign key (partnership_id, record_id) references record (partnership_id, id) on delete restrict
      );
      create index link_edge_by_node on link_edge (partnership_id, node) include (other, record_id);
      create index link_edge_of_children on link_edge (partnership_id, node) include (other, record_id)
        where other like 'child:%' and node not like 'child:%';
      create table unweighed_link (
        partnership_id uuid not null references partnership (id) on delete restrict,
        record_id uuid primary key,
        at timestamptz not null
      );
      create index unweighed_link_by_time on unweighed_link (at);
      alter table link_edge enable row level security;
      alter table link_edge force row level security;
      alter table unweighed_link enable row level security;
      alter table unweighed_link force row level security;

      create policy link_edge_app_select on link_edge for select to mase_app
        using (partnership_id = (select app_partnership()) and ((select app_purpose()) = 'change' or exists (
          select 1 from case_reader r where r.record_id = link_edge.record_id
            and r.principal = any ((select app_principals())::text[])
            and r.class not in ('existence', 'receipt') and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true)));
      create policy link_edge_app_insert on link_edge for insert to mase_app
        with check (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy link_edge_app_update on link_edge for update to mase_app
        using (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change')
        with check (partnership_id = (select app_partnership()));
      create policy link_edge_app_delete on link_edge for delete to mase_app
        using (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy link_edge_backup_select on link_edge for select to mase_backup using (true);
      create policy link_edge_disposals_all on link_edge for all to mase_disposals using (true) with check (true);
      create policy link_edge_matching_select on link_edge for select to mase_matching using (true);
      grant select, insert, update, delete on link_edge to mase_app;
      grant select, delete on link_edge to mase_disposals;
      grant select on link_edge to mase_backup, mase_matching;

      create policy unweighed_link_app_select on unweighed_link for select to mase_app
        using (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy unweighed_link_app_insert on unweighed_link for insert to mase_app
        with check (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy unweighed_link_app_update on unweighed_link for update to mase_app
        using (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change')
        with check (partnership_id = (select app_partnership()));
      create policy unweighed_link_backup_select on unweighed_link for select to mase_backup using (true);
      create policy unweighed_link_disposals_all on unweighed_link for all to mase_disposals using (true) with check (true);
      create policy unweighed_link_matching_all on unweighed_link for all to mase_matching using (true) with check (true);
      grant select, insert, update on unweighed_link to mase_app;
      grant select, delete on unweighed_link to mase_disposals, mase_matching;
      grant select on unweighed_link to mase_backup;

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
      create function cases_at_link(wanted uuid)
        returns table (id uuid, kind text, linked_children integer)
        language sql stable security definer set search_path = public, pg_temp as $$
          select k.id, k.kind, (
            select count(distinct e.other)::integer from link_edge e join record l on l.id = e.record_id
            where e.partnership_id = k.partnership_id and e.node = case k.kind when 'personCase' then 'person:' else 'location:' end
                || k.parent_id::text
              and e.other like 'child:%'
              and (not ${closedBut(`k.parent_id::text`)}
                or (k.standing::json #>> '{access,closed}' = 'true' and l.standing::json #>> '{grade,handling}' = 'C')))
          from record r join record k on k.parent_id in (r.parent_id, r.subject_id)
          where r.id = wanted and k.kind in ('personCase', 'locationCase') and k.phase not in ('closed', 'declined', 'disposed')
        $$;
      create function holders_at_link(wanted uuid)
        returns table (child_id uuid, held text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select c.id, json_build_object('holders', c.standing::json -> 'holders', 'former', c.standing::json -> 'former')::text
          from record l join record c on c.id in (l.parent_id, l.subject_id) and c.kind = 'child' where l.id = wanted
          order by c.id
        $$;
      create function clusters_of(of_partnership uuid, of_hub text)
        returns table (id uuid, phase text, standing text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id, r.phase, r.standing from search_term s join record r on r.id = s.record_id
          where s.partnership_id = of_partnership and s.kind = 'hub' and s.term = of_hub and r.phase <> 'disposed'
        $$;
      create function note_weighed(wanted uuid, since timestamptz) returns void
        language sql security definer set search_path = public, pg_temp as $$
          delete from unweighed_link where record_id = wanted and at = since
        $$;
      grant create on schema public to mase_matching;
      ${weighing.map((one) => `alter function ${one} owner to mase_matching;`).join('\n')}
      revoke create on schema public from mase_matching;
      revoke all on function ${weighing.join(', ')} from public;
      grant execute on function ${weighing.join(', ')} to mase_worker;
      ${cleared(`'unsanitised_text', 'clock'`, `'unsanitised_text', 'link_edge', 'unweighed_link', 'clock'`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${cleared(`'unsanitised_text', 'link_edge', 'unweighed_link', 'clock'`, `'unsanitised_text', 'clock'`)}
      ${weighing.map((one) => `drop function ${one};`).join('\n')}
      drop table unweighed_link;
      drop table link_edge;
    `);
  }
}
