import type { MigrationInterface, QueryRunner } from 'typeorm';

const all = `r.kind = 'incident'
`;
const standing = `r.kind = 'incident' and r.phase <> 'withdrawn'
`;

const changed = (from: string, to: string) => `
  do $do$
    declare
      body text := pg_get_functiondef('incident_figures(timestamptz, timestamptz, text)'::regprocedure);
    begin
      if position($from$${from}$from$ in body) = 0 then raise exception 'incident_figures counts otherwise'; end if;
      execute replace(body, $from$${from}$from$, $to$${to}$to$);
    end $do$;`;

/** An incident that was withdrawn is counted in no figure. */
export class WithdrawnIncidents1764871000000 implements MigrationInterface {
  name = 'WithdrawnIncidents1764871000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changed(all, standing));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(changed(standing, all));
  }
}
