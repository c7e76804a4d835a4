import type { MigrationInterface, QueryRunner } from 'typeorm';

const forced = ['unweighed_link', 'record'];

/**
 * The id of a link that is drawn: the same for the same two records, and the person or the place of a measure on both,
 * whichever record stands for them by now; so it is drawn once.
 */
const linkId = `overlay(overlay(md5((s.one).id::text || (s.other).id::text || a.kind) placing '8' from 13) placing 'a' from 17)::uuid`;

/** Replaces texts in the function that counts the children at the cases of a link. */
const counting = (...changes: [from: string, to: string][]) => `
  do $do$
    declare
      body text := pg_get_functiondef('cases_at_link(uuid)'::regprocedure);
    begin
      ${changes
        .map(
          ([from, to]) => `
      if position($$${from}$$ in body) = 0 then raise exception 'cases_at_link counts otherwise'; end if;
      body := replace(body, $$${from}$$, $$${to}$$);`,
        )
        .join('')}
      execute body;
    end $do$;`;

/** A link that was drawn counts as one that may be shared, until police grade it. */
const handling = [
  `l.standing::json #>> '{grade,handling}'`,
  `coalesce(l.standing::json #>> '{grade,handling}', case when l.standing::json -> 'drawn' is not null then 'P' end)`,
] as const;
/** The day on which a measure came into force is none on which the two were seen. */
const days = [
  `array_agg(distinct e.last_on::text order by e.last_on::text desc)`,
  `array_agg(distinct e.last_on::text order by e.last_on::text desc) filter (where l.standing::json ->> 'kind' not like 'protected-%')`,
] as const;
const turned = ([from, to]: readonly [string, string]): [string, string] => [to, from];

/**
 * Links are drawn from incidents, where the children who are victims meet the persons and places that had part in them,
 * and from measures in force that protect a child. What was linked before waits once for that.
 */
export class DrawnLinks1765190000000 implements MigrationInterface {
  name = 'DrawnLinks1765190000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function undrawn_pairs(wanted uuid)
        returns table (link_id uuid, child_id uuid, about_kind text, about_id uuid, one_kind text, one_id uuid,
          other_kind text, other_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          with source as (
            select v as one, p as other, p.parent_id as about_id
              from record w
              join record v on v.kind = 'incidentVictim' and v.phase = 'linked' and v.subject_id = w.subject_id
              join record p on p.kind = 'incidentPart' and p.phase = 'linked' and p.subject_id = w.subject_id
              where w.id = wanted and w.kind in ('incidentVictim', 'incidentPart') and w.phase = 'linked'
                and w.id in (v.id, p.id)
            union all
            select w, m, e.id
              from record w
              join record m on m.id = w.subject_id and m.kind = 'disruptionMeasure' and m.phase = 'inForce'
              cross join lateral (values (m.parent_id), (m.subject_id)) e (id)
              where w.id = wanted and w.kind = 'protection' and w.phase = 'inForce' and e.id is not null
          )
          select ${linkId}, (s.one).parent_id, a.kind, a.id,
              (s.one).kind, (s.one).id, (s.other).kind, (s.other).id
            from source s join record a on a.id = s.about_id and a.kind in ('person', 'location')
            where not exists (select from record l where l.id = ${linkId})
        $$;
      grant create on schema public to mase_matching;
      alter function undrawn_pairs(uuid) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function undrawn_pairs(uuid) from public;
      grant execute on function undrawn_pairs(uuid) to mase_worker;
      ${counting([...handling], [...days])}

      ${forced.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      -- To the millisecond: the weigher says what it has weighed by an instant that holds no more.
      insert into unweighed_link (partnership_id, record_id, at)
        select partnership_id, id, date_trunc('milliseconds', now()) from record
          where kind = 'incidentVictim' and phase = 'linked' or kind = 'protection' and phase = 'inForce'
        on conflict do nothing;
      ${forced.map((table) => `alter table ${table} force row level security;`).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unweighed_link no force row level security;
      alter table record no force row level security;
      delete from unweighed_link u using record r where r.id = u.record_id and r.kind in ('incidentVictim', 'incidentPart', 'protection');
      alter table unweighed_link force row level security;
      alter table record force row level security;
      ${counting(turned(days), turned(handling))}
      drop function undrawn_pairs(uuid);
    `);
  }
}
