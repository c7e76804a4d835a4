import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number that a child shares by several links is one match: the matching finds the child behind each. */
export class ChildrenBehind1765210000000 implements MigrationInterface {
  name = 'ChildrenBehind1765210000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function children_behind(links uuid[]) returns table (id uuid, child_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id, c.id from record r join record c on c.id = r.parent_id and c.kind = 'child'
          where r.id = any (links) and r.kind = 'link'
        $$;
      grant create on schema public to mase_matching;
      alter function children_behind(uuid[]) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function children_behind(uuid[]) from public;
      grant execute on function children_behind(uuid[]) to mase_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function children_behind(uuid[])');
  }
}
