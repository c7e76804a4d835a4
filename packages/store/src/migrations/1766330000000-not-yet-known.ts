import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changed } from './1766140000000-open-then.js';

const facts = ['completeness_facts(timestamptz, timestamptz, timestamptz, bigint, text)'];
/** What says nothing. */
export const changesOfNotYetKnown = [
  ['and y.sex is not null', `and coalesce(y.sex, 'not-yet-known') <> 'not-yet-known'`],
  ['and y.ethnicity is not null', `and coalesce(y.ethnicity, 'NOBT') <> 'NOBT'`],
] as const;

/** That a sex is not yet known, or that an ethnicity was not obtained (NOBT), says nothing: it is not recorded. */
export class NotYetKnown1766330000000 implements MigrationInterface {
  name = 'NotYetKnown1766330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changed(facts, changesOfNotYetKnown));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      changed(
        facts,
        changesOfNotYetKnown.map(([from, to]) => [to, from] as const),
      ),
    );
  }
}
