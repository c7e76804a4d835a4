import type { MigrationInterface, QueryRunner } from 'typeorm';

const functionOf = (more: { column: string; chosen: string }) => `
      drop function holders_of_term(uuid, uuid, text, text);
      create function holders_of_term(of_partnership uuid, asking uuid, of_kind text, of_term text)
        returns table (id uuid, kind text, closed boolean, owner_id uuid, team_id text, of_child boolean${more.column})
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id, r.kind, coalesce(r.standing::json #>> '{access,closed}', 'false') = 'true', r.owner_id, r.team_id, r.kind in ('child', 'childCase') or (r.kind = 'link' and r.phase = 'current' and p.kind is not distinct from 'child')${more.chosen}
          from search_term s join record r on r.id = s.record_id left join record p on p.id = r.parent_id
          where s.partnership_id = of_partnership and s.kind = of_kind and s.term = of_term and r.phase <> 'disposed'
            and s.record_kind <> 'user' and (s.sought or s.record_id = asking)
          order by r.id limit 100
        $$;
      grant create on schema public to mase_matching;
      alter function holders_of_term(uuid, uuid, text, text) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function holders_of_term(uuid, uuid, text, text) from public;
      grant execute on function holders_of_term(uuid, uuid, text, text) to mase_worker;`;

/**
 * Whoever holds an identifier is told with the version in which it was found: what is proposed of it holds only while it has
 * not changed, so that a record which is closed meanwhile is not matched as an open one.
 */
export class HoldersByVersion1767200000001 implements MigrationInterface {
  name = 'HoldersByVersion1767200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functionOf({ column: ', version integer', chosen: ', r.version' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functionOf({ column: '', chosen: '' }));
  }
}
