import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a line of readers is the asker’s now. */
const isOwn = `r.principal = any ((select app_principals())::text[])
              and (r.until is null or r.until > (select app_now()))
              and ((select app_user()) = any (r.without)) is not true`;

const unforced = (statement: string) => `
      alter table record no force row level security;
      alter table case_reader no force row level security;
      ${statement}
      alter table case_reader force row level security;
      alter table record force row level security;`;

/**
 * Whoever observes a sitting is told how many items it has, of those that its office reads; an item names no observer. So
 * nobody who observes other sittings may address one.
 */
export class ItemsObserved1767200000000 implements MigrationInterface {
  name = 'ItemsObserved1767200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function items_observed(wanted uuid[]) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select i.id from record i
          where i.partnership_id = (select app_partnership()) and i.kind = 'agendaItem' and i.id = any (wanted)
            and exists (select 1 from case_reader r where r.record_id = i.parent_id and r.class = 'safety' and ${isOwn})
            and not exists (select 1 from case_reader r where r.record_id = i.parent_id and r.class = 'sheet' and ${isOwn})
            and exists (select 1 from case_reader r where r.record_id = i.id and r.principal = 'role:coordinator'
              and ((select app_user()) = any (r.without)) is not true)
        $$;
      grant create on schema public to mase_looks;
      alter function items_observed(uuid[]) owner to mase_looks;
      revoke create on schema public from mase_looks;
      revoke all on function items_observed(uuid[]) from public;
      grant execute on function items_observed(uuid[]) to mase_app;
      ${unforced(`delete from case_reader r using record i
        where i.id = r.record_id and i.kind = 'agendaItem' and r.principal = 'role:observer' and r.class = 'existence';`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function items_observed(uuid[]);
      ${unforced(`insert into case_reader (partnership_id, record_id, principal, class, until, without)
        select distinct on (r.record_id) r.partnership_id, r.record_id, 'role:observer', 'existence', r.until, r.without
          from case_reader r join record i on i.id = r.record_id
          where i.kind = 'agendaItem' and r.class = 'sheet' and (r.principal = 'role:member' or r.principal like 'panel:%')
          order by r.record_id, r.principal;`)}
    `);
  }
}
