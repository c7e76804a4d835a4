import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which rows of files opened a record before, whoever may see that record now: closed to the importer, or disposed of.
 * Answered for ids that files give alone (`opening-import.ts` makes them from the sender's own numbers), and only as
 * whether there is one, so that nothing else can be asked about.
 */
export class OpenedBefore1764860000000 implements MigrationInterface {
  name = 'OpenedBefore1764860000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function opened_before(wanted uuid[]) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id from record r
          where r.id = any (wanted) and r.partnership_id = (select app_partnership())
            and r.id between '016f5e66-e800-7000-8000-000000000000' and '016f5e66-e800-7fff-8fff-ffffffffffff'
        $$;
      grant create on schema public to mase_matching;
      alter function opened_before(uuid[]) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function opened_before(uuid[]) from public;
      grant execute on function opened_before(uuid[]) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function opened_before(uuid[])');
  }
}
