import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may read a record and in whose list it stands are kept as rows. A release that changes the rules behind them
 * works them out anew for every record, as the role `mase_members`: it reads records, writes those rows, nothing else.
 * `members_pass` says by which rules each partnership's rows were worked out, and how far an interrupted pass came.
 */
export class Members1763960000000 implements MigrationInterface {
  name = 'Members1763960000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table members_pass (
        partnership_id uuid primary key references partnership (id) on delete restrict,
        rules text not null,
        after_id uuid,
        done_at timestamptz
      );
      alter table members_pass enable row level security;
      alter table members_pass force row level security;
      grant usage on schema public to mase_members;
      grant select, update (version) on record to mase_members;
      grant select on partnership to mase_members;
      grant select, insert, update, delete on case_reader, queue_row to mase_members;
      grant select, insert, update on members_pass to mase_members;
      create policy partnership_members_select on partnership for select to mase_members using (true);
      create policy record_members_select on record for select to mase_members using (true);
      create policy record_members_lock on record for update to mase_members using (true) with check (false);
      create policy case_reader_members_all on case_reader for all to mase_members using (true) with check (true);
      create policy queue_row_members_all on queue_row for all to mase_members using (true) with check (true);
      create policy members_pass_members_all on members_pass for all to mase_members using (true) with check (true);
      create policy members_pass_backup_select on members_pass for select to mase_backup using (true);
      grant select on members_pass to mase_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy record_members_lock on record;
      drop policy record_members_select on record;
      drop policy partnership_members_select on partnership;
      drop policy case_reader_members_all on case_reader;
      drop policy queue_row_members_all on queue_row;
      drop table members_pass;
      revoke all (version) on record from mase_members;
      revoke all on record, partnership, case_reader, queue_row from mase_members;
      revoke usage on schema public from mase_members;
    `);
  }
}
