import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agenda is built from what is listed and from clocks of a few rules: each is a small index, whatever else is stored. */
export class AgendaCandidates1764790000000 implements MigrationInterface {
  name = 'AgendaCandidates1764790000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index record_listed on record (partnership_id, kind, id) where state like '%"panel":"listed"%'`,
    );
    await runner.query(
      `create index clock_for_panel on clock (partnership_id, rule, due, record_id) where ended is null and rule in (
        'panel-review', 'chairs-action', 'grade-confirmation', 'repeat-missing-discussion', 'transfer-answer',
        'eighteenth-birthday', 'nomination-screening', 'person-necessity', 'order-expiry-warning', 'measure-expiry',
        'cluster-meeting', 'requirement-answer', 'challenge-answer', 'challenge-reply')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index clock_for_panel');
    await runner.query('drop index record_listed');
  }
}
