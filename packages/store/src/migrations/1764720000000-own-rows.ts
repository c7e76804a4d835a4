import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever reads a record in the class `own` reads back what he or she wrote on it, whatever class that is of, and what was
 * written in its place. What was withdrawn stays withdrawn.
 */
export class OwnRows1764720000000 implements MigrationInterface {
  name = 'OwnRows1764720000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function wrote_first(row_id uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp cost 1000 as $$
          with recursive before as (
            select w.replaces, w.author_id from written w where w.id = row_id
            union all
            select w.replaces, w.author_id from before b join written w on w.id = b.replaces)
          select exists (select 1 from before where author_id = (select app_user()))
        $$;
      grant select (partnership_id, id, replaces, author_id) on written to mase_search;
      create policy written_search_select on written for select to mase_search
        using (partnership_id = (select app_partnership()));
      grant create on schema public to mase_search;
      alter function wrote_first(uuid) owner to mase_search;
      revoke create on schema public from mase_search;
      revoke all on function wrote_first(uuid) from public;
      grant execute on function wrote_first(uuid) to mase_app;
      create policy written_app_own on written for select to mase_app
        using (partnership_id = (select app_partnership())
          and (author_id = (select app_user()) or replaces is not null)
          and exists (select 1 from case_reader r where r.record_id = written.record_id and r.class = 'own'
            and r.principal = any ((select app_principals())::text[])
            and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true)
          and wrote_first(id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy written_app_own on written;
      drop function wrote_first(uuid);
      drop policy written_search_select on written;
      revoke select (partnership_id, id, replaces, author_id) on written from mase_search;
    `);
  }
}
