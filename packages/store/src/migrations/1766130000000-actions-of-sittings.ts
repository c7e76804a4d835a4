import type { MigrationInterface, QueryRunner } from 'typeorm';
import { plan } from './1765100000000-scorecard-cases.js';
import { panel } from './1765100000000-scorecard-others.js';
import { columns, parameters } from './1765100000000-scorecard-terms.js';

const isDue = 'x.due is not null';
/** Actions of children’s plans alone. */
const ofPlans = plan.replace(isDue, `(b.s ->> 'caseKind') is null and ${isDue}`);
/** The same facts of what a sitting gave on no child’s case, under names of their own. */
const ofSittings = plan
  .replace(isDue, `(b.s ->> 'caseKind') is not null and ${isDue}`)
  .replaceAll(
    /\('(\w)(\w+)', t\.agency/g,
    (_, first: string, rest: string) => `('given${first.toUpperCase()}${rest}', t.agency`,
  );

const putFacts = (name: string, query: string) =>
  `create or replace function ${name}_facts(${parameters}) returns table (${columns}) language sql stable parallel safe as $$ ${query} $$;`;

/**
 * What a sitting gives on a person, a place, a cluster or a theme is an action of no child’s plan: it is counted beside the
 * sittings, and no more among the plans.
 */
export class ActionsOfSittings1766130000000 implements MigrationInterface {
  name = 'ActionsOfSittings1766130000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${putFacts('plan', ofPlans)}${putFacts('panel', `${panel} union all ${ofSittings}`)}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${putFacts('plan', plan)}${putFacts('panel', panel)}`);
  }
}
