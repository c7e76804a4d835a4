import type { MigrationInterface, QueryRunner } from 'typeorm';

const forced = ['clock', 'history'];
const overdueAt = 'overdue_at(timestamptz, text, uuid, integer)';

/**
 * Which clocks were overdue at an instant is asked of the clocks themselves: of those that run, by when they are due; of
 * those that ended after they were due, by the time from when they were due until their end was accepted. For that a
 * clock keeps when its end was accepted. Records are answered whose history the asker reads, and no others. An end that
 * was accepted less than an hour before counts as still to come: it may be sealed after the instant, and the history that
 * the answer is compared with decides.
 */
export class OverdueThen1767190000000 implements MigrationInterface {
  name = 'OverdueThen1767190000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clock add column end_accepted timestamptz;
      ${forced.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      update clock c set end_accepted = h.at from history h
        where c.ended_by is not null and h.record_id = c.record_id and h.command_id = c.ended_by;
      ${forced.map((table) => `alter table ${table} force row level security;`).join('\n')}
      create index clock_ended_late on clock using gist (tstzrange(due, greatest(due, end_accepted)))
        where end_accepted > due;
      grant select (partnership_id, record_id, due, ended, end_accepted) on clock to mase_looks;
      create function overdue_at(instant timestamptz, wanted text, after_id uuid, most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          with late as (
            select c.record_id from clock c
            where c.ended is null and c.due < instant and c.partnership_id = (select app_partnership())
            union
            select c.record_id from clock c
            where c.end_accepted > c.due and c.partnership_id = (select app_partnership())
              and tstzrange(c.due, greatest(c.due, c.end_accepted)) && tstzrange(instant - interval '1 hour', instant))
          select r.id from late join record r on r.id = late.record_id
          where (wanted is null or r.kind = wanted) and (after_id is null or r.id > after_id)
            and exists (select 1 from case_reader k where k.record_id = r.id and k.class = 'case'
              and k.principal = any ((select app_principals())::text[])
              and (k.until is null or k.until > (select app_now()))
              and ((select app_user()) = any (k.without)) is not true)
          order by r.id limit most
        $$;
      grant create on schema public to mase_looks;
      alter function ${overdueAt} owner to mase_looks;
      revoke create on schema public from mase_looks;
      revoke all on function ${overdueAt} from public;
      grant execute on function ${overdueAt} to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ${overdueAt};
      drop index clock_ended_late;
      revoke select (partnership_id, record_id, due, ended) on clock from mase_looks;
      alter table clock drop column end_accepted;
    `);
  }
}
