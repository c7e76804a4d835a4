import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What nobody sent is not kept for ever: the worker may sweep drafts and messages, and the end of an account takes its
 * drafts at once.
 */
export class Unsent1764320000000 implements MigrationInterface {
  name = 'Unsent1764320000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy draft_worker_select on draft for select to mase_worker using (true);
      create policy draft_worker_delete on draft for delete to mase_worker using (true);
      create policy message_worker_delete on message for delete to mase_worker using (true);
      grant select, delete on draft to mase_worker;
      grant delete on message to mase_worker;
      create policy draft_sessions_select on draft for select to mase_sessions using (true);
      create policy draft_sessions_delete on draft for delete to mase_sessions using (true);
      grant select, delete on draft to mase_sessions;
      create function drop_drafts() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
          begin
            delete from draft d where d.user_id = new.id;
            return null;
          end $$;
      grant create on schema public to mase_sessions;
      alter function drop_drafts() owner to mase_sessions;
      revoke create on schema public from mase_sessions;
      revoke all on function drop_drafts() from public;
      create trigger access_ended after update on record for each row
        when (new.kind = 'user' and new.phase = 'ended' and old.phase <> 'ended') execute function drop_drafts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger access_ended on record;
      drop function drop_drafts();
      revoke select, delete on draft from mase_sessions;
      drop policy draft_sessions_delete on draft;
      drop policy draft_sessions_select on draft;
      revoke delete on message from mase_worker;
      revoke select, delete on draft from mase_worker;
      drop policy message_worker_delete on message;
      drop policy draft_worker_delete on draft;
      drop policy draft_worker_select on draft;
    `);
  }
}
