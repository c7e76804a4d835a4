import type { MigrationInterface, QueryRunner } from 'typeorm';
import { children, plan, timeliness } from './1765100000000-scorecard-cases.js';
import { caseload, cohort, completeness, panel, strands } from './1765100000000-scorecard-others.js';
import { columns, parameters, passed } from './1765100000000-scorecard-terms.js';

const types = 'timestamptz, timestamptz, timestamptz, bigint, text';
const readers = `array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager']`;
/** What each scorecard counts: a record, under a measure and a part of it, with an amount. */
const facts: { readonly [scorecard: string]: string } = {
  ...{ children, timeliness, plan, strands, panel, caseload, completeness, cohort },
};
const byName = (select: string, after: string) =>
  Object.keys(facts)
    .map(
      (name) => `when '${name}' then return query select ${select} from ${name}_facts(${passed}) f ${after};`,
    )
    .join('\n            ');

const kinds = `'child', 'childCase', 'person', 'personCase', 'location', 'locationCase', 'cluster', 'disruptionMeasure', 'missingEpisode',
  'intelligence', 'intelligenceRequirement', 'informationRequest', 'agency', 'incident', 'incidentVictim', 'incidentPart', 'link',
  'planAction', 'sitting', 'agendaItem', 'serviceEpisode', 'notice', 'challenge', 'returnInterview', 'referralProposal',
  'caseAudit', 'auditAction', 'qualityStandard', 'qualityActivity', 'practiceTheme', 'partnerFigures'`;
/** The text of a standing says so in these words where its existence is closed; only then is it read in full. */
const isOpen = `(standing not like '%"closed":true%' or (standing::json #>> '{access,closed}') is distinct from 'true')`;
const before: readonly (readonly [name: string, kinds: string])[] = [
  ['record_figures_select', `'incident', 'incidentVictim', 'incidentPart'`],
  ['record_missing_figures_select', `'missingEpisode'`],
  [
    'record_problem_figures_select',
    `'child', 'childCase', 'person', 'personCase', 'location', 'locationCase', 'cluster', 'disruptionMeasure', 'missingEpisode', 'intelligence', 'intelligenceRequirement', 'informationRequest', 'agency'`,
  ],
];
/** What the role reads besides records: what it must to know them as they were, and what was written of grades and attendance. */
const alsoRead = {
  clock: 'true',
  history: `kind in (${kinds})`,
  ledger_entry: `source = 'history'`,
  ledger_checkpoint: 'true',
  written: `kind in ('grade', 'attendance')`,
  withdrawn_row: 'true',
};
const owned = (name: string, arguments_: string, grantee: string) => `
      grant create on schema public to mase_figures;
      alter function ${name}(${arguments_}) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function ${name}(${arguments_}) from public;
      grant execute on function ${name}(${arguments_}) to ${grantee};`;
const settings = `language plpgsql stable security definer set search_path = public, pg_temp
        set plan_cache_mode = 'force_custom_plan'`;

/**
 * Scorecards, counted by functions of the role `mase_figures`: counts to those whose part it is, and the ids that a figure
 * is counted from, of which a reader sees those that he or she may. They count a partnership as it is, or as it was at a
 * sealed position of its ledger; what is closed to all but those named is not counted.
 */
export class Scorecards1765100000000 implements MigrationInterface {
  name = 'Scorecards1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${before.map(([name]) => `drop policy ${name} on record;`).join(' ')}
      create policy record_figures_select on record for select to mase_figures
        using (partnership_id = (select app_partnership()) and kind in (${kinds}) and ${isOpen});
      create index clock_by_due on clock (partnership_id, due);
      create index written_grade on written (record_id, version) where kind = 'grade';
      ${Object.entries(alsoRead)
        .map(
          ([table, only]) => `grant select on ${table} to mase_figures;
      create policy ${table}_figures_select on ${table} for select to mase_figures
        using (partnership_id = (select app_partnership()) and ${only});`,
        )
        .join('\n      ')}
      ${Object.entries(facts)
        .map(
          ([name, query]) => `
      create function ${name}_facts(${parameters}) returns table (${columns}) language sql stable parallel safe as $$ ${query} $$;
      ${owned(`${name}_facts`, types, 'mase_figures')}`,
        )
        .join('')}
      create function scorecard_counts(scorecard text, ${parameters}) returns table (measure text, part text, n bigint) ${settings} as $$
        #variable_conflict use_column
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          case scorecard
            ${byName('f.measure, f.part, sum(f.amount)::bigint', 'group by 1, 2')}
          end case;
        end $$;
      ${owned('scorecard_counts', `text, ${types}`, 'mase_app')}
      create function scorecard_records(scorecard text, counted text, parts text[], ${parameters}) returns setof uuid ${settings} as $$
        #variable_conflict use_column
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          case scorecard
            ${byName('distinct f.record_id', 'where f.measure = counted and (parts is null or f.part = any (parts))')}
          end case;
        end $$;
      ${owned('scorecard_records', `text, text, text[], ${types}`, 'mase_app')}
      create function sealed_position(instant timestamptz) returns table (entries bigint, sealed_at timestamptz)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          low bigint := 0;
          high bigint := (select max(c.number) from ledger_checkpoint c where c.partnership_id = (select app_partnership()));
          half bigint;
          found_at timestamptz;
        begin
          while low < coalesce(high, 0) loop
            half := (low + high + 1) / 2;
            select max(c.number) into half from ledger_checkpoint c
              where c.partnership_id = (select app_partnership()) and c.number > low and c.number <= half;
            if half is null then low := (low + high + 1) / 2; continue; end if;
            select (c.line::json #>> '{checkpoint,time}')::timestamptz into found_at from ledger_checkpoint c
              where c.partnership_id = (select app_partnership()) and c.number = half;
            if found_at <= instant then low := half; else high := half - 1; end if;
          end loop;
          return query select c.size, (c.line::json #>> '{checkpoint,time}')::timestamptz from ledger_checkpoint c
            where c.partnership_id = (select app_partnership()) and c.number <= low order by c.number desc limit 1;
        end $$;
      ${owned('sealed_position', 'timestamptz', 'mase_app')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function sealed_position(timestamptz);
      drop function scorecard_records(text, text, text[], ${types});
      drop function scorecard_counts(text, ${types});
      ${Object.keys(facts)
        .map((name) => `drop function ${name}_facts(${types});`)
        .join('\n      ')}
      ${Object.keys(alsoRead)
        .map(
          (table) =>
            `drop policy ${table}_figures_select on ${table}; revoke select on ${table} from mase_figures;`,
        )
        .join('\n      ')}
      drop index clock_by_due;
      drop index written_grade;
      drop policy record_figures_select on record;
      ${before
        .map(
          ([name, some]) => `create policy ${name} on record for select to mase_figures
        using (partnership_id = (select app_partnership()) and kind in (${some}) and (standing::json #>> '{access,closed}') is distinct from 'true');`,
        )
        .join('\n      ')}
    `);
  }
}
