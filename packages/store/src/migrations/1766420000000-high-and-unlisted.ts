import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A child who is graded high and stands on no list comes up for the next agenda: few among all cases, found by an index of their own. */
export class HighAndUnlisted1766420000000 implements MigrationInterface {
  name = 'HighAndUnlisted1766420000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index record_high_unlisted on record (partnership_id, id) where kind = 'childCase' and grade = 'high'
        and closed_at is null and state like '%"panel":"notListed"%'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index record_high_unlisted');
  }
}
