import type { MigrationInterface, QueryRunner } from 'typeorm';

const unweighed = (more: { column: string; value: string }) => `
      drop function unweighed_links(integer);
      create function unweighed_links(at_most integer)
        returns table (partnership_id uuid, record_id uuid, kind text, at timestamptz${more.column})
        language sql stable security definer set search_path = public, pg_temp as $$
          select u.partnership_id, u.record_id, r.kind, u.at${more.value} from unweighed_link u join record r on r.id = u.record_id
          order by u.at, u.record_id limit at_most
        $$;
      grant create on schema public to mase_matching;
      alter function unweighed_links(integer) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function unweighed_links(integer) from public;
      grant execute on function unweighed_links(integer) to mase_worker;`;

/**
 * What waits for links to be drawn says whether it was on the books before: a command has its record wait at the instant
 * of its last change, an upgrade at a later one. What was known before is drawn without a message to anybody.
 */
export class KnownBefore1765520000000 implements MigrationInterface {
  name = 'KnownBefore1765520000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unweighed({ column: ', known_before boolean', value: ', u.at > r.at' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(unweighed({ column: '', value: '' }));
  }
}
