import type { MigrationInterface, QueryRunner } from 'typeorm';

const functionOf = (columns: string, chosen: string, joined: string) => `
      drop function holders_of_term(uuid, uuid, text, text);
      create function holders_of_term(of_partnership uuid, asking uuid, of_kind text, of_term text)
        returns table (${columns})
        language sql stable security definer set search_path = public, pg_temp as $$
          select ${chosen}
          from search_term s join record r on r.id = s.record_id${joined}
          where s.partnership_id = of_partnership and s.kind = of_kind and s.term = of_term and r.phase <> 'disposed'
            and s.record_kind <> 'user' and (s.sought or s.record_id = asking)
          order by r.id limit 100
        $$;
      grant create on schema public to mase_matching;
      alter function holders_of_term(uuid, uuid, text, text) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function holders_of_term(uuid, uuid, text, text) from public;
      grant execute on function holders_of_term(uuid, uuid, text, text) to mase_worker;`;

const columns = 'id uuid, kind text, closed boolean, owner_id uuid, team_id text';
const chosen = `r.id, r.kind, coalesce(r.standing::json #>> '{access,closed}', 'false') = 'true', r.owner_id, r.team_id`;

/** Whoever holds an identifier is told with whether it is a child’s: of the child, or of a link that stands with a child. */
export class HoldersOfChildren1764845000000 implements MigrationInterface {
  name = 'HoldersOfChildren1764845000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      functionOf(
        `${columns}, of_child boolean`,
        `${chosen}, r.kind in ('child', 'childCase') or (r.kind = 'link' and r.phase = 'current' and p.kind is not distinct from 'child')`,
        ' left join record p on p.id = r.parent_id',
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functionOf(columns, chosen, ''));
  }
}
