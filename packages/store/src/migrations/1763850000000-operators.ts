import type { MigrationInterface, QueryRunner } from 'typeorm';
import { spineTables } from './1763800000000-spine-tables.js';

/** Every table that an operator verifies or backs up. */
const tables = ['partnership', ...spineTables];

/**
 * Operators at the command line read every row through the role for backups, by policies that say so: also where the
 * owner is no superuser. That role writes nothing but the audit of what operators did.
 */
export class Operators1763850000000 implements MigrationInterface {
  name = 'Operators1763850000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema public to mase_backup;
      grant select on ${tables.join(', ')}, migration to mase_backup;
      grant insert on audit to mase_backup;
      ${tables.map((table) => `create policy ${table}_backup_select on ${table} for select to mase_backup using (true);`).join('\n')}
      create policy audit_backup_insert on audit for insert to mase_backup with check (user_id is null);
      grant mase_backup to current_user;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy audit_backup_insert on audit;
      ${tables.map((table) => `drop policy ${table}_backup_select on ${table};`).join('\n')}
      revoke insert on audit from mase_backup;
      revoke select on ${tables.join(', ')}, migration from mase_backup;
      revoke usage on schema public from mase_backup;
    `);
  }
}
