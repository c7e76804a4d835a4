import type { MigrationInterface, QueryRunner } from 'typeorm';

const which = (actions: string) => `alter policy audit_app_downloads on audit
  using (partnership_id = (select app_partnership()) and action in (${actions})
    and exists (select 1 from record e where e.id = audit.record_id and e.kind = 'export'))`;

/** Whom a page of an export shows, and how far its file is with that page, is one line of the audit. */
export class RowsOfExports1766120000000 implements MigrationInterface {
  name = 'RowsOfExports1766120000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(which("'exports/started', 'exports/resumed', 'exports/rows', 'exports/ended'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(which("'exports/started', 'exports/resumed', 'exports/progress', 'exports/ended'"));
  }
}
