import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever reads an export reads of the audit that its file was fetched and how that ended: so that it is fetched once. */
export class OwnDownloads1765130000000 implements MigrationInterface {
  name = 'OwnDownloads1765130000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create policy audit_app_downloads on audit for select to mase_app
      using (partnership_id = (select app_partnership()) and action in ('exports/started', 'exports/ended')
        and exists (select 1 from record e where e.id = audit.record_id and e.kind = 'export'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy audit_app_downloads on audit');
  }
}
