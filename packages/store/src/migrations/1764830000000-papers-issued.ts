import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of every copy of a sitting's papers: what each of its parts held, as digests, so that a new version says what is
 * different; by which template it was made; and when its recipient opened it, which he or she alone does.
 */
export class PapersIssued1764830000000 implements MigrationInterface {
  name = 'PapersIssued1764830000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pack
        add column parts text not null default '{}',
        add column template text not null default '',
        add column opened_at timestamptz;
      grant update (opened_at) on pack to mase_app;
      create policy pack_app_update on pack for update to mase_app
        using (partnership_id = (select app_partnership()) and recipient_id = (select app_user()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy pack_app_update on pack;
      revoke update (opened_at) on pack from mase_app;
      alter table pack drop column parts, drop column template, drop column opened_at;
    `);
  }
}
