import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger holds what was shared of both parts of a plan, and what was handed to another area. */
export class SharingLedgerKinds1764432000000 implements MigrationInterface {
  name = 'SharingLedgerKinds1764432000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index written_sharing;
      create index written_sharing on written (partnership_id, at, id)
        where kind in ('information-request', 'sharing', 'sharing-disruption', 'transfer-asked');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index written_sharing;
      create index written_sharing on written (partnership_id, at, id) where kind in ('information-request', 'sharing');
    `);
  }
}
