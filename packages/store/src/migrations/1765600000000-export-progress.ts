import type { MigrationInterface, QueryRunner } from 'typeorm';

const which = (actions: string) => `alter policy audit_app_downloads on audit
  using (partnership_id = (select app_partnership()) and action in (${actions})
    and exists (select 1 from record e where e.id = audit.record_id and e.kind = 'export'))`;

/** Whoever reads an export reads of the audit how far its file is, and that it was taken up again. */
export class ExportProgress1765600000000 implements MigrationInterface {
  name = 'ExportProgress1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(which("'exports/started', 'exports/resumed', 'exports/progress', 'exports/ended'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(which("'exports/started', 'exports/ended'"));
  }
}
