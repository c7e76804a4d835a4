import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What due clocks have given: one row a clock and command, written in the transaction of the command, so that two
 * workers give it once. The worker sees which clocks run and when they are due, of nobody.
 */
export class DueClocks1764410000000 implements MigrationInterface {
  name = 'DueClocks1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table clock_call (
        partnership_id uuid not null references partnership (id) on delete restrict,
        clock_id uuid not null references clock (id) on delete cascade,
        command text not null,
        outcome text not null check (outcome in ('given', 'refused', 'failed')),
        tries integer not null default 1,
        at timestamptz not null,
        why text,
        primary key (clock_id, command));
      alter table clock_call enable row level security;
      alter table clock_call force row level security;
      create policy clock_call_app_select on clock_call for select to mase_app
        using (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy clock_call_app_insert on clock_call for insert to mase_app
        with check (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy clock_call_app_update on clock_call for update to mase_app
        using (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change')
        with check (partnership_id = (select app_partnership()));
      create policy clock_call_worker_select on clock_call for select to mase_worker using (true);
      create policy clock_call_worker_insert on clock_call for insert to mase_worker with check (outcome <> 'given');
      create policy clock_call_worker_update on clock_call for update to mase_worker
        using (outcome = 'failed') with check (outcome <> 'given');
      create policy clock_call_backup_select on clock_call for select to mase_backup using (true);
      grant select, insert, update on clock_call to mase_app, mase_worker;
      grant select on clock_call to mase_backup;
      create policy clock_worker_select on clock for select to mase_worker using (ended is null);
      grant select (partnership_id, id, record_id, rule, due, ended) on clock to mase_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (partnership_id, id, record_id, rule, due, ended) on clock from mase_worker;
      drop policy clock_worker_select on clock;
      drop table clock_call;
    `);
  }
}
