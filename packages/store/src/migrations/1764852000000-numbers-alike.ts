import type { MigrationInterface, QueryRunner } from 'typeorm';

const exact = `(p.value ->> 'reference') as number`;
const alike = `lower(btrim(regexp_replace(p.value ->> 'reference', '\\s+', ' ', 'g'))) as number`;

const changed = (from: string, to: string) => `
  do $do$
    declare
      body text := pg_get_functiondef('incident_figures(timestamptz, timestamptz, text)'::regprocedure);
    begin
      if position($from$${from}$from$ in body) = 0 then raise exception 'incident_figures numbers people otherwise'; end if;
      execute replace(body, $from$${from}$from$, $to$${to}$to$);
    end $do$;`;

/** Somebody whom a force numbers is one person, however that number is spaced and cased: `v-1` is V-1. */
export class NumbersAlike1764852000000 implements MigrationInterface {
  name = 'NumbersAlike1764852000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changed(exact, alike));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(changed(alike, exact));
  }
}
