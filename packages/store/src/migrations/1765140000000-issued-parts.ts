import type { MigrationInterface, QueryRunner } from 'typeorm';

const cleared = (from: string, to: string) => `
  do $do$
    declare
      body text := pg_get_functiondef('clear_disposed(uuid)'::regprocedure);
    begin
      if position($$${from}$$ in body) = 0 then raise exception 'clear_disposed names other tables'; end if;
      execute replace(body, $$${from}$$, $$${to}$$);
    end $do$;`;

const packs = 'delete from pack p where p.sitting_id = any (gone);';
const parts = `delete from issued_part i where i.sitting_id = any (gone) or i.records && gone;
      get diagnostics n = row_count;
      return query select 'issued_part', n;
      `;

const reads = (record: string, classes: string) => `exists (
          select 1 from case_reader r where r.record_id = ${record} and ${classes}
            and r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true)`;

/**
 * What was issued, part by part, each once for all copies of a sitting that hold it: with the records that it was made
 * of, the class of each that was read, what each hung under, and the entries it may print. Whoever reads all of that
 * still reads the part; disposal of one of its records destroys it, and the withdrawal of one of its entries hides it.
 */
export class IssuedParts1765140000000 implements MigrationInterface {
  name = 'IssuedParts1765140000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table issued_part (
        partnership_id uuid not null references partnership (id) on delete restrict,
        id uuid primary key,
        sitting_id uuid not null,
        digest text not null,
        body text not null,
        records uuid[] not null,
        classes text[] not null,
        parents uuid[] not null,
        entries uuid[] not null,
        at timestamptz not null,
        unique (sitting_id, digest)
      );
      create index issued_part_by_record on issued_part using gin (records);
      alter table issued_part enable row level security;
      alter table issued_part force row level security;
      create policy issued_part_app_select on issued_part for select to mase_app
        using (partnership_id = (select app_partnership())
          and ((select app_principals())::text[] && array['role:information-governance']
            or not exists (select 1 from withdrawn_row w where w.written_id = any (issued_part.entries)))
          and not exists (select 1 from unnest(records, classes, parents) made (record_id, class, parent_id)
            where not exists (select 1 from record o
                where o.id = made.record_id and o.parent_id is not distinct from made.parent_id)
              or not ${reads('made.record_id', "(r.class = made.class or (made.class = '' and r.class <> 'existence'))")}));
      create policy issued_part_app_insert on issued_part for insert to mase_app
        with check (partnership_id = (select app_partnership()) and ${reads('issued_part.sitting_id', "r.class <> 'existence'")});
      create policy issued_part_backup_select on issued_part for select to mase_backup using (true);
      create policy issued_part_disposals_all on issued_part for all to mase_disposals using (true);
      grant select, insert on issued_part to mase_app;
      grant select on issued_part to mase_backup;
      grant select, delete on issued_part to mase_disposals;

      alter table pack add column held text[] not null default '{}', add column disruption boolean not null default false;
    `);
    await runner.query(cleared(packs, `${parts}${packs}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(cleared(`${parts}${packs}`, packs));
    await runner.query(`
      alter table pack drop column held, drop column disruption;
      drop table issued_part;
    `);
  }
}
