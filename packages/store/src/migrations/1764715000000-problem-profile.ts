import type { MigrationInterface, QueryRunner } from 'typeorm';

const readers = `array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:intelligence-officer', 'role:intelligence-supervisor']`;
const kinds = `'child', 'childCase', 'person', 'personCase', 'location', 'locationCase', 'cluster', 'disruptionMeasure',
  'missingEpisode', 'intelligence', 'intelligenceRequirement', 'informationRequest', 'agency'`;
const opened = (kind: string) => `
  select r.id, r.parent_id, r.phase, r.standing::json as s from record r
  where r.partnership_id = (select app_partnership()) and r.kind = '${kind}'
    and r.opened_at >= from_at and r.opened_at < until_at`;
/** Cases that were open at some time between the instants; those of persons and places once they were accepted. */
const open = (kind: string) => `
  select r.id, r.parent_id, r.phase, r.grade, r.standing::json as s, r.opened_at from record r
  where r.partnership_id = (select app_partnership()) and r.kind = '${kind}'
    and r.opened_at < until_at and (r.closed_at is null or r.closed_at >= from_at)`;
const accepted = `phase in ('active', 'suspended', 'transferring', 'closing', 'closed')`;
const subjects = (kind: string, cases: string) => `
  select distinct on (k.id) k.id, k.standing::json as s from ${cases} c join record k on k.id = c.parent_id and k.kind = '${kind}'`;
const tally = (measure: string, part: string, from: string, more = '') =>
  `select '${measure}', ${part}, count(*)::integer from ${from} ${more} group by 2`;

/**
 * Figures of the yearly problem profile, counted by a function of the role `mase_figures`: it gives counts and never a
 * record, to those whose part it is, and counts nothing whose existence is closed, nor a nomination or a report of a
 * place before it is accepted.
 */
export class ProblemProfile1764715000000 implements MigrationInterface {
  name = 'ProblemProfile1764715000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy record_problem_figures_select on record for select to mase_figures
        using (partnership_id = (select app_partnership()) and kind in (${kinds})
          and (standing::json #>> '{access,closed}') is distinct from 'true');
      create function problem_figures(from_at timestamptz, until_at timestamptz, first_day date, last_day date)
        returns table (measure text, part text, n integer)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          return query
            with cases as materialized (${open('childCase')}
            ), children as materialized (${subjects('child', 'cases')}
            ), person_cases as materialized (select * from (${open('personCase')}) p where p.${accepted}
            ), persons as materialized (${subjects('person', 'person_cases')}
            ), place_cases as materialized (select * from (${open('locationCase')}) l where l.${accepted}
            ), places as materialized (${subjects('location', 'place_cases')}
            ), missing as materialized (
              select r.parent_id as child, r.phase, r.standing::json as s from record r
              where r.partnership_id = (select app_partnership()) and r.kind = 'missingEpisode'
                and r.phase in ('absent', 'over') and r.standing::json ->> 'start' >= first_day::text
                and r.standing::json ->> 'start' <= last_day::text
            ), reports as materialized (${opened('intelligence')}
            ), agencies as materialized (
              select r.id, r.standing::json ->> 'name' as name from record r
              where r.partnership_id = (select app_partnership()) and r.kind = 'agency'
            )
            ${tally('referrals', 'null::text', 'cases c', 'where c.opened_at >= from_at')}
            union all ${tally('grade', "coalesce(c.grade, 'not-graded')", 'cases c')}
            union all ${tally('concern', 'h.key', "cases c cross join lateral json_each(c.s -> 'harm') h", "where h.value ->> 'certainty' <> 'none-known'")}
            union all ${tally('withoutPlan', 'null::text', 'cases c', "where c.s ->> 'plan' is null")}
            union all ${tally('withoutView', 'null::text', 'cases c', "where coalesce((c.s #>> '{views,child}')::integer, 0) = 0")}
            union all ${tally('age', "extract(year from age(last_day, (c.s ->> 'birthDate')::date))::integer::text", 'children c')}
            union all ${tally('withoutEthnicity', 'null::text', 'children c', "where c.s ->> 'ethnicity' is null")}
            union all ${tally('person', 'p.phase', 'person_cases p')}
            union all ${tally('personRecord', 'null::text', 'persons p')}
            union all ${tally('personWithoutEthnicity', 'null::text', 'persons p', "where p.s ->> 'ethnicitySelf' is null")}
            union all ${tally('personWithoutNationality', 'null::text', 'persons p', "where p.s ->> 'nationality' is null")}
            union all ${tally('place', "coalesce(p.s ->> 'kind', 'not-known')", 'places p')}
            union all ${tally('placeWithoutPoint', 'null::text', 'places p', "where p.s ->> 'latitude' is null")}
            union all ${tally('cluster', 'c.phase', `(${opened('cluster')}) c`)}
            union all ${tally('measure', 'm.phase', `(${opened('disruptionMeasure')}) m`)}
            union all ${tally('missing', "m.s ->> 'kind'", 'missing m')}
            union all select 'missingChildren', null, count(distinct m.child)::integer from missing m
            union all select 'missingRepeat', null, count(*)::integer from (select 1 from missing m group by m.child having count(*) > 1) a
            union all ${tally('interview', "coalesce(m.s #>> '{interview,outcome}', 'not-recorded')", 'missing m', "where m.phase = 'over'")}
            union all ${tally('report', 'i.phase', 'reports i')}
            union all select 'reportOf', a.name, count(i.id)::integer from agencies a
              left join reports i on i.s #>> '{submitted,agencyId}' = a.id::text group by a.id, a.name
            union all ${tally('requirement', 'q.phase', `(${opened('intelligenceRequirement')}) q`)}
            union all ${tally('request', "coalesce(q.s #>> '{answered,outcome}', 'not-answered')", `(${opened('informationRequest')}) q`)};
        end $$;
      grant create on schema public to mase_figures;
      alter function problem_figures(timestamptz, timestamptz, date, date) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function problem_figures(timestamptz, timestamptz, date, date) from public;
      grant execute on function problem_figures(timestamptz, timestamptz, date, date) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function problem_figures(timestamptz, timestamptz, date, date);
      drop policy record_problem_figures_select on record;
    `);
  }
}
