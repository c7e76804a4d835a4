import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of those who read few of many records, and lists in the order of opening, without walking through all. */
export class Lists1764000000000 implements MigrationInterface {
  name = 'Lists1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index case_reader_by_principal on case_reader (partnership_id, principal, record_id);
      create index record_by_opening on record (partnership_id, kind, coalesce(opened_at, '-infinity'::timestamptz), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index case_reader_by_principal, record_by_opening');
  }
}
