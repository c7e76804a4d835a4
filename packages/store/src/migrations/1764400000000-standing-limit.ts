import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A standing has 4 KB for what is recorded and 4 KB for its running clocks. */
export class StandingLimit1764400000000 implements MigrationInterface {
  name = 'StandingLimit1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await limit(runner, 8192);
  }

  async down(runner: QueryRunner): Promise<void> {
    await limit(runner, 4096);
  }
}

function limit(runner: QueryRunner, bytes: number): Promise<unknown> {
  return runner.query(`
    alter table record drop constraint record_standing_check;
    alter table record add constraint record_standing_check check (octet_length(standing) <= ${bytes})`);
}
