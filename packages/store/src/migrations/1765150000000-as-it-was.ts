import type { MigrationInterface, QueryRunner } from 'typeorm';

const header = 'security definer set search_path = public, pg_temp';
const functions = ['versions_at(uuid[], bigint)'];

/**
 * The books as they were: the version that each of some records had at a sealed position. Answered of records whose
 * history the asker reads, and of no others.
 */
export class AsItWas1765150000000 implements MigrationInterface {
  name = 'AsItWas1765150000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant select on ledger_entry to mase_looks;
      create policy ledger_entry_looks_select on ledger_entry for select to mase_looks using (true);
      create function versions_at(ids uuid[], below bigint) returns table (record_id uuid, version integer)
        language sql stable ${header} as $$
          select e.id, max(e.version) from ledger_entry e
          where e.id = any (ids) and e.source = 'history' and e.position < below
            and e.partnership_id = (select app_partnership())
            and exists (select 1 from case_reader r where r.record_id = e.id and r.class = 'case'
              and r.principal = any ((select app_principals())::text[])
              and (r.until is null or r.until > (select app_now()))
              and ((select app_user()) = any (r.without)) is not true)
          group by e.id
        $$;
      grant create on schema public to mase_looks;
      ${functions
        .map(
          (one) => `
      alter function ${one} owner to mase_looks;
      revoke all on function ${one} from public;
      grant execute on function ${one} to mase_app;`,
        )
        .join('')}
      revoke create on schema public from mase_looks;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${functions.map((one) => `drop function ${one};`).join(' ')}
      drop policy ledger_entry_looks_select on ledger_entry;
      revoke select on ledger_entry from mase_looks;
    `);
  }
}
