import type { MigrationInterface, QueryRunner } from 'typeorm';

const owned = (signature: string) => `
      grant create on schema public to mase_matching;
      alter function ${signature} owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function ${signature} from public;
      grant execute on function ${signature} to mase_worker;`;

const closed = (of: string) => `coalesce(${of}.standing::json #>> '{access,closed}', 'false')`;
const end = (of: string) =>
  `${of}.standing::json #>> '{to,kind}' || ' ' || (${of}.standing::json #>> '{to,value}')`;

/**
 * A match stays the one that was decided while the child holds the number without a break, whichever of the links is
 * withdrawn: the matching finds the first link of the row, also where that was withdrawn since. A number that is recorded
 * again after every link was withdrawn begins a row of its own.
 */
export class FirstLinks1765510000000 implements MigrationInterface {
  name = 'FirstLinks1765510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function children_behind(uuid[]);
      create function first_links(links uuid[]) returns table (id uuid, first_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          with recursive alike as (
            select w.id as asked, f.id, f.standing::json #>> '{recorded,at}' as began,
                case when f.phase = 'withdrawn' then f.standing::json #>> '{ended,at}' end as gone
              from record w join record c on c.id = w.parent_id and c.kind = 'child'
              join record f on f.parent_id = w.parent_id and f.kind = 'link' and f.id <= w.id and ${closed('f')} = ${closed('w')}
              where w.id = any (links) and w.kind = 'link' and (f.id = any (links) or ${end('f')} = ${end('w')})
          ), row_of as (
            select a.asked, a.id, a.began from alike a where a.id = a.asked
            union
            select a.asked, a.id, a.began from row_of r join alike a on a.asked = r.asked and a.id < r.id
              where a.gone is null or a.gone::timestamptz >= r.began::timestamptz
          )
          select r.asked, (array_agg(r.id order by r.id))[1] from row_of r group by r.asked
        $$;
      ${owned('first_links(uuid[])')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function first_links(uuid[]);
      create function children_behind(links uuid[]) returns table (id uuid, child_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id, c.id from record r join record c on c.id = r.parent_id and c.kind = 'child'
          where r.id = any (links) and r.kind = 'link'
        $$;
      ${owned('children_behind(uuid[])')}
    `);
  }
}
