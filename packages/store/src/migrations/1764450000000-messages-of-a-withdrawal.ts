import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Information governance sees who was told of a record by message, to tell them that it was about somebody else: of a
 * record that it may see, and no word, for a message has none.
 */
export class MessagesOfAWithdrawal1764450000000 implements MigrationInterface {
  name = 'MessagesOfAWithdrawal1764450000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index message_by_record on message (record_id);
      create policy message_app_governance on message for select to mase_app
        using (partnership_id = (select app_partnership())
          and (select app_principals())::text[] && array['role:information-governance']
          and exists (select 1 from record r where r.id = message.record_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy message_app_governance on message;
      drop index message_by_record;
    `);
  }
}
