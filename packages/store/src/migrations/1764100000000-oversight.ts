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

/**
 * What passes to a stand-in follows from the roles, the team and the agency of whoever is away as well: a change of
 * these is counted by `posts_stamp` like one of absences and delegations. And nobody decides about a line of the
 * report of unusual looking that is about himself or herself; where it is about information governance, the Caldicott
 * guardian may.
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy looking_review_app_insert on looking_review;
      ${reviewBy(`'role:information-governance' = any ((select app_principals())::text[])`)}
      drop trigger posts_changed on record;
      ${postsChanged(['absences', 'delegations'])}
    `);
  }
}
