import type { MigrationInterface, QueryRunner } from 'typeorm';

const readers = `array['role:auditor', 'role:information-governance', 'role:caldicott-guardian', 'role:senior']`;

/** What verifications found stands in the audit; those who oversee read it, and nothing else of an operator. */
export class Verifications1765290000000 implements MigrationInterface {
  name = 'Verifications1765290000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index audit_verified on audit (partnership_id, at) where action = 'operator/verified';
      create function verifications(most integer) returns table (at timestamptz, result json)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          return query select a.at, a.entry::json -> 'result' from audit a
            where a.partnership_id = (select app_partnership()) and a.action = 'operator/verified' and a.entry is not null
            order by a.at desc limit most;
        end $$;
      grant create on schema public to mase_looks;
      alter function verifications(integer) owner to mase_looks;
      revoke create on schema public from mase_looks;
      revoke all on function verifications(integer) from public;
      grant execute on function verifications(integer) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function verifications(integer); drop index audit_verified;');
  }
}
