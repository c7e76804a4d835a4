import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clocks, timeliness } from './1765100000000-scorecard-cases.js';
import { columns, factsOf, parameters } from './1765100000000-scorecard-terms.js';

const types = 'timestamptz, timestamptz, timestamptz, bigint, text';
/** Obligations by rule: in time, late, missed, overdue; and those that were given a second due date, which then counts. */
const withExtended = factsOf(
  `(${clocks('')}) c`,
  [
    {
      measure: 'due',
      part: 'c.rule',
      when: `coalesce(c.how, '') not in ('cancelled', 'extended') and (c.ended is not null or c.due < known_at)`,
    },
    { measure: 'met', part: 'c.rule', when: `c.how = 'met'` },
    { measure: 'late', part: 'c.rule', when: `c.how = 'metLate'` },
    { measure: 'missed', part: 'c.rule', when: `c.how = 'missed'` },
    { measure: 'overdue', part: 'c.rule', when: 'c.ended is null and c.due < known_at' },
    { measure: 'extended', part: 'c.rule', when: `c.how = 'extended'` },
  ],
  'c.record_id',
);
const timelinessFacts = (facts: string) => `
      drop function timeliness_facts(${types});
      create function timeliness_facts(${parameters}) returns table (${columns}) language sql stable parallel safe as $$ ${facts} $$;
      grant create on schema public to mase_figures;
      alter function timeliness_facts(${types}) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function timeliness_facts(${types}) from public;
      grant execute on function timeliness_facts(${types}) to mase_figures;`;

/** An obligation that was extended counts by the due date as it was known then, and is said apart. */
export class ExtendedClocks1765270000000 implements MigrationInterface {
  name = 'ExtendedClocks1765270000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(timelinessFacts(withExtended));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(timelinessFacts(timeliness));
  }
}
