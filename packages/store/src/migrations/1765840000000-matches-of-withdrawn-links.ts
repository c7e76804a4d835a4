import type { MigrationInterface, QueryRunner } from 'typeorm';

const forced = ['unweighed_link', 'record'];
const closed = (of: string) => `coalesce(${of}.standing::json #>> '{access,closed}', 'false')`;
const end = (of: string) =>
  `${of}.standing::json #>> '{to,kind}' || ' ' || (${of}.standing::json #>> '{to,value}')`;

/** The links that a match is of. */
const sides = `cross join lateral (values (m.standing::json -> 'own'), (m.standing::json -> 'other')) side (ref)
            join record s on s.id = (side.ref ->> 'id')::uuid and s.kind = 'link' and s.phase = 'withdrawn'`;

/**
 * Matches that nobody has decided, and that rested on a link which was withdrawn: they are over once no link is left by which
 * the same record holds the same identifier. What waits for a decision from before waits once for that.
 */
export class MatchesOfWithdrawnLinks1765840000000 implements MigrationInterface {
  name = 'MatchesOfWithdrawnLinks1765840000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function matches_left_by_link(wanted uuid) returns table (id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct m.id from record w
            join record m on m.partnership_id = w.partnership_id and m.kind = 'identifierMatch' and m.phase = 'proposed'
            ${sides}
            where w.id = wanted and w.kind = 'link' and w.phase = 'withdrawn' and s.parent_id = w.parent_id and ${end('s')} = ${end('w')}
              and not exists (select from record f where f.parent_id = s.parent_id and f.kind = 'link' and f.phase <> 'withdrawn'
                and ${end('f')} = ${end('s')} and ${closed('f')} = ${closed('s')})
        $$;
      grant create on schema public to mase_matching;
      alter function matches_left_by_link(uuid) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function matches_left_by_link(uuid) from public;
      grant execute on function matches_left_by_link(uuid) to mase_worker;

      ${forced.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      -- To the millisecond: the weigher says what it has weighed by an instant that holds no more.
      insert into unweighed_link (partnership_id, record_id, at)
        select distinct m.partnership_id, s.id, date_trunc('milliseconds', now()) from record m ${sides}
          where m.kind = 'identifierMatch' and m.phase = 'proposed'
        on conflict do nothing;
      ${forced.map((table) => `alter table ${table} force row level security;`).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function matches_left_by_link(uuid)');
  }
}
