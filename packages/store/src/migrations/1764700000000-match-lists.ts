import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `'information-request', 'sharing', 'sharing-disruption', 'transfer-asked', 'intelligence-sharing',
  'intelligence-feedback', 'intelligence-requirement'`;

const indexed = (kinds: string) => `
  drop index written_sharing;
  create index written_sharing on written (partnership_id, at, id) where kind in (${kinds})`;

/** The ledger holds that an outside list was compared with the books. */
export class MatchLists1764700000000 implements MigrationInterface {
  name = 'MatchLists1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(indexed(`${before}, 'list-matched'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(indexed(before));
  }
}
