import type { MigrationInterface, QueryRunner } from 'typeorm';
import { types } from './1765620000000-scorecard-questions.js';

const functions = [
  ...['timeliness', 'plan', 'strands', 'panel', 'caseload', 'completeness', 'missing'].map(
    (name) => `${name}_facts(${types})`,
  ),
  ...['children_facts', 'children_counts', 'cohort_facts', 'incidents_facts'].map(
    (name) => `${name}(${types}, json)`,
  ),
];

const known = '(at_position is null or k.version is not null)';
const openThen = `${known} and (h.e #>> '{standing,access,closed}') is distinct from 'true'`;
const begun = 'and p.begun ';
/** A clock is counted where its record was open, as it was known. */
const openBegun = `${begun} and (at_position is null or not exists (select 1 from history h where h.record_id = c.record_id
      and h.version = (select e.version from ledger_entry e where e.id = c.record_id and e.source = 'history'
        and e.position < at_position order by e.version desc limit 1)
      and h.entry like '%"closed":true%' and h.entry::json #>> '{standing,access,closed}' = 'true'))`;
const withdrawn = 'withdrawn_row x where x.written_id = w.id';
/** A row counts until its withdrawal is known; where it was shown again since, throughout. */
const knownWithdrawn = `${withdrawn} and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))`;
/** What changed of each of them. */
export const changesOfOpenThen = [
  [known, openThen],
  [begun, openBegun],
  [withdrawn, knownWithdrawn],
] as const;

/** Writes functions of the figures anew with the one text in place of the other; one that has none of them is told. */
export const changed = (
  functions: readonly string[],
  texts: readonly (readonly [from: string, to: string])[],
) => `
  do $do$
    declare
      name text;
      body text;
      before text;
    begin
      foreach name in array array[${functions.map((one) => `'${one}'`).join(', ')}] loop
        body := pg_get_functiondef(name::regprocedure);
        before := body;
        ${texts.map(([from, to]) => `body := replace(body, $from$${from}$from$, $to$${to}$to$);`).join('\n        ')}
        if body = before then raise exception '% counts otherwise', name; end if;
        execute body;
      end loop;
    end $do$;`;

const rows = `'grade', 'attendance', 'triage', 'relisting', 'allocation', 'personal-connection', 'status', 'status-line'`;
const readRows = (kinds: string) => `
      alter policy written_figures_select on written
        using (partnership_id = (select app_partnership()) and kind in (${kinds}));`;

/**
 * A figure as it was known counts what was open to all then and is so still, and what was written then, whatever was
 * withdrawn since as about somebody else.
 */
export class OpenThen1766140000000 implements MigrationInterface {
  name = 'OpenThen1766140000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${readRows(`${rows}, 'entry-withdrawn'`)}${changed(functions, changesOfOpenThen)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const back = changesOfOpenThen.map(([from, to]) => [to, from] as const);
    await runner.query(`${changed(functions, back)}${readRows(rows)}`);
  }
}
