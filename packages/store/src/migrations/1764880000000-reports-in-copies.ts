import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of every copy of a sitting's papers: which reports of intelligence it prints a part of. Those cleared for a report read
 * the line of such a copy, so that they know who holds a text on paper that was changed or taken back since.
 */
export class ReportsInCopies1764880000000 implements MigrationInterface {
  name = 'ReportsInCopies1764880000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pack add column reports uuid[] not null default '{}';
      create policy pack_app_report on pack for select to mase_app
        using (partnership_id = (select app_partnership()) and reports <> '{}' and exists (
          select 1 from case_reader r where r.record_id = any (pack.reports) and r.class = 'unsanitised'
            and r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy pack_app_report on pack;
      alter table pack drop column reports;
    `);
  }
}
