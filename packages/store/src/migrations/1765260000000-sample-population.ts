import type { MigrationInterface, QueryRunner } from 'typeorm';
import { books, openSince, parameters, within } from './1765100000000-scorecard-terms.js';

const asked = `basis text, wanted_grade text, wanted_team text, wanted_concern text, ${parameters}`;
const types = 'text, text, text, text, timestamptz, timestamptz, timestamptz, bigint, text';
const readers = `array['role:auditor', 'role:senior', 'role:information-governance']`;
const ended = `(x.closed ->> 'at')::timestamptz`;

/**
 * The cases among which a dip sample is drawn, as the books were at a sealed position: counted by the role of figures, to
 * those who draw samples or answer for the record, without what is closed to all but those named, so that everybody who
 * draws has the same cases to draw from. A record that was joined with another is nobody’s case.
 */
export class SamplePopulation1765260000000 implements MigrationInterface {
  name = 'SamplePopulation1765260000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function sample_population(${asked}) returns setof uuid language plpgsql stable security definer
        set search_path = public, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          return query select b.id from (${books('childCase', openSince)}) b
            cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, team text, confirmed json, harm json, closed json)
            where case basis
                when 'received' then ${within('x."receivedAt"')}
                when 'closed' then ${within(ended)}
                else x."receivedAt" < until_at and (x.closed is null or ${ended} >= until_at) end
              and coalesce(x.closed ->> 'reason', '') <> 'merged'
              and (wanted_grade is null or coalesce(x.confirmed ->> 'grade', 'not-graded') = wanted_grade)
              and (wanted_team is null or x.team = wanted_team)
              and (wanted_concern is null or x.harm -> wanted_concern is not null);
        end $$;
      grant create on schema public to mase_figures;
      alter function sample_population(${types}) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function sample_population(${types}) from public;
      grant execute on function sample_population(${types}) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function sample_population(${types})`);
  }
}
