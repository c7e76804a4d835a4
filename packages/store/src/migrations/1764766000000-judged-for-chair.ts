import type { MigrationInterface, QueryRunner } from 'typeorm';

const rank = (grade: string) => `array_position(array['none', 'low', 'medium', 'high'], ${grade})`;
const given = (field: string) => `coalesce(w.body::json ->> '${field}', '') <> ''`;
/** What stands in a list of judgements, as `find-judgements.ts` lists it. */
const listed = `case w.kind
    when 'grade' then ${rank("w.body::json ->> 'grade'")} < ${rank("w.body::json #>> '{proposed,floor}'")}
      or (w.body::json #>> '{proposed,harmIndicator}' = 'true' and ${given('noHarmReason')})
    else w.body::json ->> 'outcome' = 'threshold-not-met' or (${given('noCrimeReason')} and not ${given('crimeReference')}) end`;

/**
 * Cases with a judgement that is listed to the chair, and no mark by which the chair reads them: they were judged before
 * there was one. Found by a function of the role `mase_matching` that the worker runs when it starts.
 */
export class JudgedForChair1764766000000 implements MigrationInterface {
  name = 'JudgedForChair1764766000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy written_matching_select on written for select to mase_matching using (kind in ('grade', 'strategy-discussion'));
      create policy withdrawn_row_matching_select on withdrawn_row for select to mase_matching using (true);
      grant select (partnership_id, id, record_id, kind, replaces, at, body) on written to mase_matching;
      grant select (written_id) on withdrawn_row to mase_matching;
      create function judged_for_chair(at_most integer)
        returns table (partnership_id uuid, record_id uuid, at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select w.partnership_id, w.record_id, max(w.at) from written w join record r on r.id = w.record_id
          where w.kind in ('grade', 'strategy-discussion') and r.kind = 'childCase' and r.phase <> 'disposed'
            and r.standing::json ->> 'forChair' is null and ${listed}
            and not exists (select 1 from withdrawn_row n where n.written_id = w.id)
            and not exists (select 1 from written n where n.record_id = w.record_id and n.replaces = w.id)
          group by w.partnership_id, w.record_id order by max(w.at), w.record_id limit at_most
        $$;
      grant create on schema public to mase_matching;
      alter function judged_for_chair(integer) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function judged_for_chair(integer) from public;
      grant execute on function judged_for_chair(integer) to mase_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function judged_for_chair(integer);
      drop policy written_matching_select on written;
      drop policy withdrawn_row_matching_select on withdrawn_row;
      revoke all on written, withdrawn_row from mase_matching;
    `);
  }
}
