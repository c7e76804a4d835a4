import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was asked of agencies and shared with them in a time, without walking through all that was ever written. */
export class SharingLedger1764412000000 implements MigrationInterface {
  name = 'SharingLedger1764412000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index written_sharing on written (partnership_id, at, id) where kind in ('information-request', 'sharing');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index written_sharing');
  }
}
