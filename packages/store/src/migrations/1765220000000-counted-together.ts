import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childrenRead, childrenTold } from './1765100000000-scorecard-cases.js';
import { type Fact, once, parameters, passed } from './1765100000000-scorecard-terms.js';

const types = 'timestamptz, timestamptz, timestamptz, bigint, text';
const readers = `array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager']`;
const others = ['timeliness', 'plan', 'strands', 'panel', 'caseload', 'completeness', 'cohort'];
const counts = 'measure text, part text, n bigint';

/**
 * A query that counts facts as their sums: rows of which all is the same are put together first, so that each is told
 * once for all of them and not once for every fact of every row.
 */
export function countsOf(from: string, facts: readonly Fact[]): string {
  const named = facts.map((fact, place) => ({
    ...fact,
    is: `is_${place}`,
    in: `in_${place}`,
    sum: `sum_${place}`,
  }));
  const judged = named.flatMap(({ when, part, amount, ...as }) => [
    `(${when}) as ${as.is}`,
    ...(part ? [`case when ${when} then ${part} end as ${as.in}`] : []),
    ...(amount ? [`case when ${when} then ${amount} end as ${as.sum}`] : []),
  ]);
  const keys = named.flatMap(({ part, ...as }) => [as.is, ...(part ? [as.in] : [])]).join(', ');
  const sums = named.flatMap(({ amount, ...as }) => (amount ? [`sum(${as.sum}) as ${as.sum}`] : []));
  const told = named.map(
    ({ measure, part, amount, ...as }) =>
      `('${measure}', ${part ? `k.${as.in}` : 'null::text'}, ${amount ? `k.${as.sum}` : 'k.n'}, k.${as.is})`,
  );
  return `
  select f.measure, f.part, sum(f.amount)::bigint from (
    select ${keys}, ${['count(*) as n', ...sums].join(', ')}
    from (select ${judged.join(',\n      ')} from ${from} ${once}) j group by ${keys}) k
  cross join lateral (values
      ${told.join(',\n      ')}) f (measure, part, amount, counts) where f.counts group by 1, 2`;
}

const owned = (name: string, arguments_: string, grantee: string) => `
      grant create on schema public to mase_figures;
      alter function ${name}(${arguments_}) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function ${name}(${arguments_}) from public;
      grant execute on function ${name}(${arguments_}) to ${grantee};`;

const scorecardCounts = (ofChildren: string) => `
      drop function scorecard_counts(text, ${types});
      create function scorecard_counts(scorecard text, ${parameters}) returns table (${counts})
        language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
        #variable_conflict use_column
        begin
          if not (coalesce((select app_principals())::text[], '{}') && ${readers}) then return; end if;
          case scorecard
            when 'children' then return query ${ofChildren};
            ${others
              .map(
                (name) =>
                  `when '${name}' then return query select f.measure, f.part, sum(f.amount)::bigint from ${name}_facts(${passed}) f group by 1, 2;`,
              )
              .join('\n            ')}
          end case;
        end $$;
      ${owned('scorecard_counts', `text, ${types}`, 'mase_app')}`;

/** Counts children of a scorecard from the same facts, put together before they are told. */
export class CountedTogether1765220000000 implements MigrationInterface {
  name = 'CountedTogether1765220000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function children_counts(${parameters}) returns table (${counts}) language sql stable parallel safe as $$ ${countsOf(childrenRead, childrenTold)} $$;
      ${owned('children_counts', types, 'mase_figures')}
      ${scorecardCounts(`select c.measure, c.part, c.n from children_counts(${passed}) c`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${scorecardCounts(`select f.measure, f.part, sum(f.amount)::bigint from children_facts(${passed}) f group by 1, 2`)}
      drop function children_counts(${types});
    `);
  }
}
