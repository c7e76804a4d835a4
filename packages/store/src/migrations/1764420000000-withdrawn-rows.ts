import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows that were about somebody else: from the moment of their withdrawal the database shows them to information
 * governance and to nobody else. The row itself stays as it was written, and its entry with it.
 */
export class WithdrawnRows1764420000000 implements MigrationInterface {
  name = 'WithdrawnRows1764420000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table withdrawn_row (
        partnership_id uuid not null references partnership (id) on delete restrict,
        written_id uuid primary key references written (id) on delete cascade);
      alter table withdrawn_row enable row level security;
      alter table withdrawn_row force row level security;
      create policy withdrawn_row_app_select on withdrawn_row for select to mase_app
        using (partnership_id = (select app_partnership()));
      create policy withdrawn_row_app_insert on withdrawn_row for insert to mase_app
        with check (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy withdrawn_row_backup_select on withdrawn_row for select to mase_backup using (true);
      grant select, insert on withdrawn_row to mase_app;
      grant select on withdrawn_row to mase_backup;
      create policy written_app_withdrawn on written as restrictive for select to mase_app
        using ((select app_principals())::text[] && array['role:information-governance']
          or not exists (select 1 from withdrawn_row w where w.written_id = written.id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy written_app_withdrawn on written;
      drop table withdrawn_row;
    `);
  }
}
