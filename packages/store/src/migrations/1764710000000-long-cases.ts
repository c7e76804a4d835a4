import type { MigrationInterface, QueryRunner } from 'typeorm';

const growing = `array['area-exchange', 'check', 'contact', 'feedback', 'safety-action', 'view']`;

/** A case is opened with the latest of what grows with its age: neither is found by going through all that was written. */
export class LongCases1764710000000 implements MigrationInterface {
  name = 'LongCases1764710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index written_growing on written (record_id, kind, at, id) where kind = any (${growing})`,
    );
    await runner.query(
      `create index written_steady on written (record_id, at, id) where kind <> all (${growing})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index written_steady');
    await runner.query('drop index written_growing');
  }
}
