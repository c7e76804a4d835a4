import type { MigrationInterface, QueryRunner } from 'typeorm';

const owned = (signature: string) => `
      grant create on schema public to mase_matching;
      alter function ${signature} owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function ${signature} from public;
      grant execute on function ${signature} to mase_worker;`;

const waiting = (more: { column: string; value: string }) => `
      drop function unweighed_links(integer);
      create function unweighed_links(at_most integer)
        returns table (partnership_id uuid, record_id uuid, kind text, at timestamptz${more.column})
        language sql stable security definer set search_path = public, pg_temp as $$
          select u.partnership_id, u.record_id, r.kind, u.at${more.value} from unweighed_link u join record r on r.id = u.record_id
          order by u.at, u.record_id limit at_most
        $$;
      ${owned('unweighed_links(integer)')}`;

const linkId = `overlay(overlay(md5((s.one).id::text || (s.other).id::text || a.kind) placing '8' from 13) placing 'a' from 17)::uuid`;

const pairs = (more: { column: string; value: string; joined: string }) => `
      drop function undrawn_pairs(uuid);
      create function undrawn_pairs(wanted uuid)
        returns table (link_id uuid, child_id uuid, about_kind text, about_id uuid, one_kind text, one_id uuid,
          other_kind text, other_id uuid${more.column})
        language sql stable security definer set search_path = public, pg_temp as $$
          with source as (
            select v as one, p as other, p.parent_id as about_id
              from record w
              join record v on v.kind = 'incidentVictim' and v.phase = 'linked' and v.subject_id = w.subject_id
              join record p on p.kind = 'incidentPart' and p.phase = 'linked' and p.subject_id = w.subject_id
              where w.id = wanted and w.kind in ('incidentVictim', 'incidentPart') and w.phase = 'linked'
                and w.id in (v.id, p.id)
            union all
            select w, m, e.id
              from record w
              join record m on m.id = w.subject_id and m.kind = 'disruptionMeasure' and m.phase = 'inForce'
              cross join lateral (values (m.parent_id), (m.subject_id)) e (id)
              where w.id = wanted and w.kind = 'protection' and w.phase = 'inForce' and e.id is not null
          )
          select ${linkId}, (s.one).parent_id, a.kind, a.id,
              (s.one).kind, (s.one).id, (s.other).kind, (s.other).id${more.value}
            from source s join record a on a.id = s.about_id and a.kind in ('person', 'location')${more.joined}
            where not exists (select from record l where l.id = ${linkId})
        $$;
      ${owned('undrawn_pairs(uuid)')}`;

/**
 * Whether a pair was known before links were drawn is asked of the pair, not of what waits: an upgrade has a record wait at
 * an instant of its own, later than its last change, and until its turn comes the incident may have another part, or the
 * person may be accepted as one of concern. So all three must stand as they stood at that instant: the two records that
 * join the pair, and the person or place, whose record changes with every acceptance.
 */
export class PairsKnownBefore1765830000000 implements MigrationInterface {
  name = 'PairsKnownBefore1765830000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(waiting({ column: '', value: '' }));
    await runner.query(
      pairs({
        column: ', known_before boolean',
        value: ', coalesce(u.at > greatest((s.one).at, (s.other).at, a.at), false)',
        joined: '\n            left join unweighed_link u on u.record_id = wanted',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(pairs({ column: '', value: '', joined: '' }));
    await runner.query(waiting({ column: ', known_before boolean', value: ', u.at > r.at' }));
  }
}
