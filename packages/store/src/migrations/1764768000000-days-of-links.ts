import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a link is closed, but for what is closed with the person or place itself. */
const closedElsewhere = `(l.standing::json #>> '{grade,handling}' = 'C'
  or exists (select 1 from json_object_keys(coalesce(l.standing::json -> 'closedEnds', '{}'::json)) as closed_end (id)
    where closed_end.id <> k.parent_id::text and l.standing::json -> 'closedEnds' -> closed_end.id ->> 'closed' = 'true'))`;

const counted = `link_edge e join record l on l.id = e.record_id
            where e.partnership_id = k.partnership_id and e.node = case k.kind when 'personCase' then 'person:' else 'location:' end
                || k.parent_id::text
              and e.other like 'child:%'
              and (not ${closedElsewhere}
                or (k.standing::json #>> '{access,closed}' = 'true' and l.standing::json #>> '{grade,handling}' = 'C'))`;

const cases = `from record r join record k on k.parent_id in (r.parent_id, r.subject_id)`;
const open = `where r.id = wanted and k.kind in ('personCase', 'locationCase') and k.phase not in ('closed', 'declined', 'disposed')`;

const functionOf = (columns: string, body: string) => `
      drop function cases_at_link(uuid);
      create function cases_at_link(wanted uuid)
        returns table (${columns})
        language sql stable security definer set search_path = public, pg_temp as $$${body}$$;
      grant create on schema public to mase_matching;
      alter function cases_at_link(uuid) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function cases_at_link(uuid) from public;
      grant execute on function cases_at_link(uuid) to mase_worker;`;

/**
 * The cases at a link are told, besides how many children are linked, on which days those were last known to be there, the
 * latest twelve: how recent and how often follows from them.
 */
export class DaysOfLinks1764768000000 implements MigrationInterface {
  name = 'DaysOfLinks1764768000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      functionOf(
        'id uuid, kind text, linked_children integer, days text[]',
        `
          select k.id, k.kind, n.linked_children, array(select unnest(n.latest[1:12]) order by 1)
          ${cases}
          cross join lateral (
            select count(distinct e.other)::integer as linked_children,
              array_agg(distinct e.last_on::text order by e.last_on::text desc) as latest
            from ${counted}
          ) n
          ${open}
        `,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      functionOf(
        'id uuid, kind text, linked_children integer',
        `
          select k.id, k.kind, (
            select count(distinct e.other)::integer from ${counted})
          ${cases}
          ${open}
        `,
      ),
    );
  }
}
