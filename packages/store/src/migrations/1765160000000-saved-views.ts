import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of lists that somebody keeps under a name: filters alone, read by nobody else, gone with the account. */
export class SavedViews1765160000000 implements MigrationInterface {
  name = 'SavedViews1765160000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_view (
        partnership_id uuid not null references partnership (id) on delete restrict,
        id uuid primary key,
        user_id uuid not null,
        page text not null,
        name text not null,
        query text not null check (octet_length(query) <= 2000),
        saved_at timestamptz not null,
        constraint saved_view_by_name unique (user_id, page, name)
      );
      alter table saved_view enable row level security;
      alter table saved_view force row level security;
      create policy saved_view_app on saved_view to mase_app
        using (partnership_id = (select app_partnership()) and user_id = (select app_user()))
        with check (partnership_id = (select app_partnership()) and user_id = (select app_user()));
      grant select, insert, update, delete on saved_view to mase_app;
      create policy saved_view_backup_select on saved_view for select to mase_backup using (true);
      grant select on saved_view to mase_backup;
      create policy saved_view_sessions_select on saved_view for select to mase_sessions using (true);
      create policy saved_view_sessions_delete on saved_view for delete to mase_sessions using (true);
      grant select, delete on saved_view to mase_sessions;
      create or replace function drop_drafts() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
          begin
            delete from draft d where d.user_id = new.id;
            delete from saved_view v where v.user_id = new.id;
            return null;
          end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function drop_drafts() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
          begin
            delete from draft d where d.user_id = new.id;
            return null;
          end $$;
      drop table saved_view;
    `);
  }
}
