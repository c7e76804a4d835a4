import type { MigrationInterface, QueryRunner } from 'typeorm';

const cleared = (from: string, to: string) => `
  do $do$
    declare
      body text := pg_get_functiondef('clear_disposed(uuid)'::regprocedure);
    begin
      if position($$p.${from}$$ in body) = 0 or position($$i.${from}$$ in body) = 0
        then raise exception 'clear_disposed names other columns'; end if;
      execute replace(replace(body, $$p.${from}$$, $$p.${to}$$), $$i.${from}$$, $$i.${to}$$);
    end $do$;`;

const renamed = (from: string, to: string) => `
  alter table pack rename column ${from} to ${to};
  alter table pack rename constraint pack_${from}_copy_number_key to pack_${to}_copy_number_key;
  alter table issued_part rename column ${from} to ${to};
  alter table issued_part rename constraint issued_part_${from}_digest_key to issued_part_${to}_digest_key;
  ${cleared(from, to)}`;

/** A numbered copy is of a record: a sitting whose papers it is, a case whose journey, or an export whose pack for reviewers. */
export class CopiesOfRecords1765170000000 implements MigrationInterface {
  name = 'CopiesOfRecords1765170000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(renamed('sitting_id', 'record_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(renamed('record_id', 'sitting_id'));
  }
}
