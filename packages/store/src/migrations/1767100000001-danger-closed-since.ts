import type { MigrationInterface, QueryRunner } from 'typeorm';

const forced = ['unweighed_link', 'record'];

/**
 * Matches where a child may be in danger, of which one record was closed after the lead on duty was told: the lead reads
 * nothing of them any more. Those from before are weighed once, which closes them.
 */
export class DangerClosedSince1767100000001 implements MigrationInterface {
  name = 'DangerClosedSince1767100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${forced.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      -- To the millisecond: the weigher says what it has weighed by an instant that holds no more.
      insert into unweighed_link (partnership_id, record_id, at)
        select distinct m.partnership_id, (m.standing::json #>> '{own,id}')::uuid, date_trunc('milliseconds', now()) from record m
          where m.kind = 'identifierMatch' and m.phase <> 'disposed'
            and m.standing::json ->> 'danger' = 'true' and m.standing::json ->> 'keptBack' = 'true'
        on conflict do nothing;
      ${forced.map((table) => `alter table ${table} force row level security;`).join('\n')}
    `);
  }

  async down(): Promise<void> {}
}
