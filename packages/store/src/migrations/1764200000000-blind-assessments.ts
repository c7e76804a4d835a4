import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second assessments of a time without walking through all that was ever written. */
export class BlindAssessments1764200000000 implements MigrationInterface {
  name = 'BlindAssessments1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index written_blind on written (partnership_id, at) where kind = 'blind-assessment';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index written_blind');
  }
}
