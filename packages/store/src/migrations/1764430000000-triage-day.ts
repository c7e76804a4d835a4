import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The decisions of a day at triage are found by when they were recorded. */
export class TriageDay1764430000000 implements MigrationInterface {
  name = 'TriageDay1764430000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index written_triage on written (partnership_id, at) where kind = 'triage'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index written_triage');
  }
}
