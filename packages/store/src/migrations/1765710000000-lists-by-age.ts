import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A list stands newest first: without an index in that order its pages were found by walking through every record of the
 * partnership, for a kind of which there are few more than five seconds among 300,000 cases.
 */
export class ListsByAge1765710000000 implements MigrationInterface {
  name = 'ListsByAge1765710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index record_by_age on record (partnership_id, kind, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index record_by_age');
  }
}
