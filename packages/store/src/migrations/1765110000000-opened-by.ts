import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OpenedBefore1764860000000 } from './1764860000000-opened-before.js';

const before = new OpenedBefore1764860000000();

/**
 * Which rows of files opened a record before, each with the id of the command that did, which bears the mark of
 * the row: so the importer knows whether a row says the same today. The command itself is read by nobody here.
 */
export class OpenedBy1765110000000 implements MigrationInterface {
  name = 'OpenedBy1765110000000';

  async up(runner: QueryRunner): Promise<void> {
    await before.down(runner);
    await runner.query(`
      grant select (partnership_id, record_id, version, command_id) on history to mase_matching;
      create policy history_matching_select on history for select to mase_matching using (version = 1);
      create function opened_before(wanted uuid[]) returns table (id uuid, command_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id, h.command_id from record r join history h on h.record_id = r.id and h.version = 1
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
    await runner.query(`
      drop function opened_before(uuid[]);
      drop policy history_matching_select on history;
      revoke select (partnership_id, record_id, version, command_id) on history from mase_matching;
    `);
    await before.up(runner);
  }
}
