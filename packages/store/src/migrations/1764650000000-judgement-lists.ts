import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Judgements that the chair and the auditor look at are found by when they were recorded. */
export class JudgementLists1764650000000 implements MigrationInterface {
  name = 'JudgementLists1764650000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "create index written_judgement on written (partnership_id, at, id) where kind in ('grade', 'strategy-discussion')",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index written_judgement');
  }
}
