import type { MigrationInterface, QueryRunner } from 'typeorm';

const changed = (fields: readonly string[]) =>
  fields
    .map((one) => `new.standing::json ->> '${one}' is distinct from old.standing::json ->> '${one}'`)
    .join(' or ');

const postsChanged = (fields: readonly string[]) => `
  create trigger posts_changed after update on record for each row
    when (new.kind = 'user' and (new.phase <> old.phase or ${changed(fields)}))
    execute function stamp_posts();`;

const reviewBy = (who: string) => `
  create policy looking_review_app_insert on looking_review for insert to mase_app
    with check (partnership_id = (select app_partnership()) and by_id = (select app_user()) and ${who});`;

const coverOf = (users: string, gone: string) => `
  create or replace function cover_of(in_partnership uuid, of_user uuid, at_instant timestamptz) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
      select json_agg(${users})::text from (
        select r.kind, r.id, r.standing from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.grade = 'covered' and r.phase = 'active'
        union all select r.kind, r.id, r.standing from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'ended'
            and (r.closed_at > at_instant - interval '400 days'
              or exists (select 1 from queue_row q where ${gone}))
        union all select r.kind, r.id, r.standing from record r
          where r.partnership_id = in_partnership and r.kind = 'dutyRota' and r.phase = 'kept'
        union all select r.kind, r.id, r.standing from record r
          where r.partnership_id = in_partnership and r.kind = 'breakGlass' and r.owner_id = of_user
            and r.phase in ('awaitingReview', 'reviewed') and r.closed_at > at_instant) c
    $$;`;

/**
 * What passes to a stand-in follows from the roles, the team and the agency of whoever is away as well: a change of
 * these is counted by `posts_stamp` like one of absences and delegations. And nobody decides about a line of the
 * report of unusual looking that is about himself or herself; where it is about information governance, the Caldicott
 * guardian may. What is known of those who are away or have left says whether they are named on a restricted record: the
 * guardian keeps that.
 */
export class Oversight1764100000000 implements MigrationInterface {
  name = 'Oversight1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger posts_changed on record;
      ${postsChanged(['absences', 'delegations', 'roles', 'teamId', 'agencyId'])}
      drop policy looking_review_app_insert on looking_review;
      ${reviewBy(`(select app_principals())::text[] && array['role:information-governance', 'role:caldicott-guardian']
        and lower(split_part(line, ':', 2)) <> (select app_user())::text`)}
      grant create on schema public to mase_sessions;
      ${coverOf(
        `json_build_object('kind', c.kind, 'id', c.id, 'standing', c.standing, 'named', c.kind = 'user'
          and exists (select 1 from queue_row q
            where q.partnership_id = in_partnership and q.principal = 'named:' || c.id::text))`,
        `q.partnership_id = in_partnership and q.principal in ('user:' || r.id::text, 'named:' || r.id::text)`,
      )}
      revoke create on schema public from mase_sessions;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema public to mase_sessions;
      ${coverOf(
        `json_build_object('kind', c.kind, 'id', c.id, 'standing', c.standing)`,
        `q.principal = 'user:' || r.id::text`,
      )}
      revoke create on schema public from mase_sessions;
      drop policy looking_review_app_insert on looking_review;
      ${reviewBy(`'role:information-governance' = any ((select app_principals())::text[])`)}
      drop trigger posts_changed on record;
      ${postsChanged(['absences', 'delegations'])}
    `);
  }
}
