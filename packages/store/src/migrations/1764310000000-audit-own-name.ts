import type { MigrationInterface, QueryRunner } from 'typeorm';

const insert = (check: string) => `
  drop policy audit_app_insert on audit;
  create policy audit_app_insert on audit for insert to mase_app
    with check (partnership_id = (select app_partnership()) and ${check});`;

/** The api writes a line of the audit in the name of whoever asks, or of nobody: never in that of another account. */
export class AuditOwnName1764310000000 implements MigrationInterface {
  name = 'AuditOwnName1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(insert('(user_id is null or user_id = (select app_user()))'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(insert('true'));
  }
}
