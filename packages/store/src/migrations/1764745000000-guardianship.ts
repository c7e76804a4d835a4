import type { MigrationInterface, QueryRunner } from 'typeorm';

const oversees = `'"(caldicott-guardian|chair|deputy-chair|senior)"'`;

const coverOf = (flag: string, appointed: string) => `
  create or replace function cover_of(in_partnership uuid, of_user uuid, at_instant timestamptz) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
      select json_agg(json_build_object('kind', c.kind, 'id', c.id, 'standing', c.standing${flag}, 'named', c.kind = 'user'
          and exists (select 1 from queue_row q
            where q.partnership_id = in_partnership and q.principal = 'named:' || c.id::text)))::text from (
        select r.kind, r.id, r.standing, false as appointed from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.grade = 'covered' and r.phase = 'active'
        union all select r.kind, r.id, r.standing, false from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'ended'
            and (r.closed_at > at_instant - interval '400 days'
              or exists (select 1 from queue_row q where q.partnership_id = in_partnership
                and q.principal in ('user:' || r.id::text, 'named:' || r.id::text)))
        ${appointed}
        union all select r.kind, r.id, r.standing, false from record r
          where r.partnership_id = in_partnership and r.kind = 'dutyRota' and r.phase = 'kept'
        union all select r.kind, r.id, r.standing, false from record r
          where r.partnership_id = in_partnership and r.kind = 'breakGlass' and r.owner_id = of_user
            and r.phase in ('awaitingReview', 'reviewed') and r.closed_at > at_instant) c
    $$;`;

/**
 * Where nobody fills the part of the Caldicott guardian, it falls to the chair, the deputy or a senior manager. What is
 * known of a session says therefore who holds these parts, and an account that begins with one of them is counted by
 * `posts_stamp` like every other change of who stands in for whom.
 */
export class Guardianship1764745000000 implements MigrationInterface {
  name = 'Guardianship1764745000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema public to mase_sessions;
      ${coverOf(
        `, 'appointed', c.appointed`,
        `union all select r.kind, r.id, r.standing, true from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active' and r.standing ~ ${oversees}`,
      )}
      revoke create on schema public from mase_sessions;
      create trigger overseer_added after insert on record for each row
        when (new.kind = 'user' and new.standing ~ ${oversees}) execute function stamp_posts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger overseer_added on record;
      grant create on schema public to mase_sessions;
      ${coverOf('', '')}
      revoke create on schema public from mase_sessions;
    `);
  }
}
