import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row that was withdrawn and was right after all is shown again: the change that says so takes its mark away. */
export class RestoredRows1764440000000 implements MigrationInterface {
  name = 'RestoredRows1764440000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy withdrawn_row_app_delete on withdrawn_row for delete to mase_app
        using (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      grant delete on withdrawn_row to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy withdrawn_row_app_delete on withdrawn_row;
      revoke delete on withdrawn_row from mase_app;
    `);
  }
}
