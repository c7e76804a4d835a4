import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list is sorted by what is due next: its pages are found without sorting every record of the kind. */
export class ListsByDue1765700000000 implements MigrationInterface {
  name = 'ListsByDue1765700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index record_by_due on record (partnership_id, kind, coalesce(next_due, 'infinity'::timestamptz), id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index record_by_due');
  }
}
