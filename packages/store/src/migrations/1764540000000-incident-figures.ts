import type { MigrationInterface, QueryRunner } from 'typeorm';

const readers = `array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:intelligence-officer', 'role:intelligence-supervisor']`;
const people = (side: 'victims' | 'offenders') => `
  select i.id, (i.s ->> 'force') || ' ' || (p.value ->> 'reference') as number, p.place
  from inc i cross join lateral json_array_elements(i.s -> '${side}') with ordinality p (value, place)`;

/**
 * Figures of incidents, counted by a function of the role `mase_figures`: it gives counts and never a record, to those
 * whose part it is, and counts nothing whose existence is closed.
 */
export class IncidentFigures1764540000000 implements MigrationInterface {
  name = 'IncidentFigures1764540000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema public to mase_figures;
      grant select on record to mase_figures;
      create policy record_figures_select on record for select to mase_figures
        using (partnership_id = (select app_partnership()) and kind in ('incident', 'incidentVictim')
          and (standing::json #>> '{access,closed}') is distinct from 'true');
      create function incident_figures(from_at timestamptz, until_at timestamptz, as_at text)
        returns table (measure text, kind text, month text, force text, code text, code_on text, n integer)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          return query
            with inc as materialized (
              select r.id, r.standing::json as s from record r
              where r.partnership_id = (select app_partnership()) and r.kind = 'incident'
                and coalesce(r.opened_at, '-infinity'::timestamptz) >= from_at
                and coalesce(r.opened_at, '-infinity'::timestamptz) < until_at
            ), linked as materialized (
              select l.subject_id, (l.standing::json ->> 'victim')::integer as place, min(l.parent_id::text) as child
              from record l where l.kind = 'incidentVictim' and l.phase = 'linked' and l.subject_id in (select inc.id from inc)
              group by 1, 2
            ), told as (
              select i.id, i.s, o.value as outcome from inc i left join lateral (
                select x.value from json_array_elements(i.s -> 'outcomes') x
                where x.value ->> 'on' <= as_at order by x.value ->> 'on' desc limit 1) o on true
            ), named as materialized (${people('victims')}
            ), pairs as materialized (
              select n.id, n.number, n.place, l.child from named n left join linked l on l.subject_id = n.id and l.place = n.place
            ), known as materialized (
              select p.number, min(p.child) as child from pairs p where p.number is not null and p.child is not null group by 1
            ), victims as materialized (
              select p.id, coalesce(p.child, k.child, p.number) as who from pairs p left join known k on k.number = p.number
            ), offenders as materialized (select o.id, o.number as who from (${people('offenders')}) o
            ), people as (
              select 'victim' as side, v.who, count(distinct v.id) as incidents from victims v group by 2
              union all
              select 'offender', o.who, count(distinct o.id) from offenders o group by 2
            )
            select 'incidents', i.s ->> 'kind', left(i.s ->> 'recorded', 7), null::text, null::text, null::text, count(*)::integer
              from inc i group by 2, 3
            union all
            select 'outcomes', t.s ->> 'kind', null, t.s ->> 'force', t.outcome ->> 'code', t.outcome ->> 'on', count(*)::integer
              from told t group by 2, 4, 5, 6
            union all
            select 'offenderKnown', i.s ->> 'kind', null, null, null, null, count(*)::integer
              from inc i where exists (select 1 from offenders o where o.id = i.id and o.who is not null) group by 2
            union all
            select p.side || 's', null, null, null, null, null, count(*)::integer from people p where p.who is not null group by p.side
            union all
            select p.side || 'sRepeat', null, null, null, null, null, count(*)::integer
              from people p where p.who is not null and p.incidents > 1 group by p.side
            union all
            select 'victimsUnknown', null, null, null, null, null, count(*)::integer from victims v where v.who is null having count(*) > 0
            union all
            select 'offendersUnknown', null, null, null, null, null, count(*)::integer from offenders o where o.who is null having count(*) > 0;
        end $$;
      grant create on schema public to mase_figures;
      alter function incident_figures(timestamptz, timestamptz, text) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function incident_figures(timestamptz, timestamptz, text) from public;
      grant execute on function incident_figures(timestamptz, timestamptz, text) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function incident_figures(timestamptz, timestamptz, text);
      drop policy record_figures_select on record;
      revoke select on record from mase_figures;
      revoke usage on schema public from mase_figures;
    `);
  }
}
