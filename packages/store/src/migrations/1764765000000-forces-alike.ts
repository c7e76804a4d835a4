import type { MigrationInterface, QueryRunner } from 'typeorm';

const exact = `(i.s ->> 'force') || ' ' ||`;
const alike = `lower(btrim(regexp_replace(i.s ->> 'force', '\\s+', ' ', 'g'))) || ' ' ||`;

const changed = (from: string, to: string) => `
  do $do$
    declare
      body text := pg_get_functiondef('incident_figures(timestamptz, timestamptz, text)'::regprocedure);
    begin
      if position($from$${from}$from$ in body) = 0 then raise exception 'incident_figures numbers people otherwise'; end if;
      execute replace(body, $from$${from}$from$, $to$${to}$to$);
    end $do$;`;

/** People whom a force numbers are counted by that force, however its name is written. */
export class ForcesAlike1764765000000 implements MigrationInterface {
  name = 'ForcesAlike1764765000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changed(exact, alike));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(changed(alike, exact));
  }
}
