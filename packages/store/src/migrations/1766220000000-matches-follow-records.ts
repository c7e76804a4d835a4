import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  { signature: 'matches_at(uuid[])', readers: 'mase_app, mase_worker' },
  { signature: 'match_with_records(uuid)', readers: 'mase_worker' },
  { signature: 'match_rests(uuid)', readers: 'mase_worker' },
];
const owned = functions
  .map(
    ({ signature, readers }) => `
      alter function ${signature} owner to mase_matching;
      revoke all on function ${signature} from public;
      grant execute on function ${signature} to ${readers};`,
  )
  .join('');
const forced = ['unweighed_link', 'record', 'search_term'];

/** The ids of the two records of a match. */
const sides = `cross join lateral (values (m.standing::json #>> '{own,id}'), (m.standing::json #>> '{other,id}')) side (id)`;

/** The looser forms of an identifier, each a term of its own. */
const looser = `('handleAnywhere', 'handle'), ('houseAtPostcode', 'address'), ('emailBox', 'email')`;

/**
 * Matches follow their two records: they are found by the id of each, and weighed anew where what they follow of one has
 * changed. Those from before are found so as well, and weighed once.
 */
export class MatchesFollowRecords1766220000000 implements MigrationInterface {
  name = 'MatchesFollowRecords1766220000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function matches_at(ends uuid[]) returns table (match_id uuid, end_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct m.id, e.term::uuid from record r
            join search_term s on s.partnership_id = r.partnership_id and s.kind = 'matchEnd' and s.term = r.id::text
            join record m on m.id = s.record_id and m.phase <> 'disposed'
            join search_term e on e.record_id = m.id and e.kind = 'matchEnd'
            where r.id = any (ends)
        $$;
      create function match_with_records(wanted uuid) returns table (id uuid, kind text, version integer, state text, standing text, at timestamptz, parent_id uuid, subject_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id, r.kind, r.version, r.state, r.standing, r.at, r.parent_id, r.subject_id from public.record r
            where (r.id = wanted or r.id in (select term::uuid from search_term where record_id = wanted and kind = 'matchEnd'))
              and r.phase <> 'disposed'
        $$;
      create function match_rests(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from record m
            join search_term a on a.record_id = (m.standing::json #>> '{own,id}')::uuid
            join search_term b on b.record_id = (m.standing::json #>> '{other,id}')::uuid and b.kind = a.kind and b.term = a.term
            where m.id = wanted and m.standing::json ->> 'identifier' =
              coalesce((select l.kind from (values ${looser}) l (term, kind) where l.term = a.kind), a.kind))
        $$;
      grant create on schema public to mase_matching;
      ${owned}
      revoke create on schema public from mase_matching;

      ${forced.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      insert into search_term (partnership_id, kind, term, record_kind, record_id)
        select m.partnership_id, 'matchEnd', side.id, m.kind, m.id from record m ${sides}
          where m.kind = 'identifierMatch' and m.phase <> 'disposed' and side.id is not null
        on conflict do nothing;
      -- To the millisecond: the weigher says what it has weighed by an instant that holds no more.
      insert into unweighed_link (partnership_id, record_id, at)
        select distinct m.partnership_id, side.id::uuid, date_trunc('milliseconds', now()) from record m ${sides}
          where m.kind = 'identifierMatch' and m.phase <> 'disposed' and side.id is not null
        on conflict do nothing;
      ${forced.map((table) => `alter table ${table} force row level security;`).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${forced.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      delete from search_term where kind = 'matchEnd';
      delete from unweighed_link u using record r where r.id = u.record_id and r.kind in ('child', 'childCase', 'person', 'location');
      ${forced.map((table) => `alter table ${table} force row level security;`).join('\n')}
      ${functions.map(({ signature }) => `drop function ${signature};`).join('\n')}
    `);
  }
}
