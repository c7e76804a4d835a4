import type { MigrationInterface, QueryRunner } from 'typeorm';

const readers = `array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:interviewer', 'role:manager']`;

/**
 * Figures of missing episodes, counted by a function of the role `mase_figures`: it gives counts and never a record, to
 * those whose part it is, and counts nothing whose existence is closed.
 */
export class MissingFigures1764545000000 implements MigrationInterface {
  name = 'MissingFigures1764545000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy record_missing_figures_select on record for select to mase_figures
        using (partnership_id = (select app_partnership()) and kind = 'missingEpisode'
          and (standing::json #>> '{access,closed}') is distinct from 'true');
      create function missing_figures(from_day text, to_day text, as_at text)
        returns table (measure text, part text, n integer)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          return query
            with known as materialized (
              select r.parent_id as child, r.phase, r.standing::json as s, r.standing::json ->> 'start' as start
              from record r where r.partnership_id = (select app_partnership()) and r.kind = 'missingEpisode'
                and r.phase in ('absent', 'over')
            ), upto as materialized (select * from known k where k.start <= as_at
            ), eps as materialized (select * from upto u where u.start >= from_day and u.start <= to_day
            ), ended as materialized (select * from eps e where e.phase = 'over'
            ), children as (
              select u.child, min(u.start) as first, count(*) as episodes from upto u group by 1
            ), again as (select e.child, count(*) as episodes from eps e group by 1)
            select 'episodes', e.s ->> 'kind', count(*)::integer from eps e group by 2
            union all
            select 'from', coalesce(e.s ->> 'missingFrom', 'not-known'), count(*)::integer from eps e group by 2
            union all
            select 'level', coalesce(e.s #>> '{police,level}', 'not-known'), count(*)::integer from eps e group by 2
            union all
            select 'children', null, count(*)::integer from again a
            union all
            select 'childrenRepeat', null, count(*)::integer from again a where a.episodes > 1
            union all
            select 'firstTime', null, count(*)::integer from children c where c.first >= from_day and c.first <= to_day
            union all
            select 'firstTimeNotAgain', null, count(*)::integer from children c
              where c.first >= from_day and c.first <= to_day and c.episodes = 1
            union all
            select 'ended', null, count(*)::integer from ended e
            union all
            select 'outcome', coalesce(e.s #>> '{interview,outcome}', 'not-recorded'), count(*)::integer from ended e group by 2
            union all
            select 'offered', null, count(*)::integer from ended e where e.s -> 'offered' is not null;
        end $$;
      grant create on schema public to mase_figures;
      alter function missing_figures(text, text, text) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function missing_figures(text, text, text) from public;
      grant execute on function missing_figures(text, text, text) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function missing_figures(text, text, text);
      drop policy record_missing_figures_select on record;
    `);
  }
}
