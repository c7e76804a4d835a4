import type { MigrationInterface, QueryRunner } from 'typeorm';
import { once } from './1765100000000-scorecard-terms.js';
import { types } from './1765620000000-scorecard-questions.js';
import { changed } from './1766140000000-open-then.js';
import { takesOn, times } from './1766320000000-times-worked.js';

/** The times that a case was worked on, from a standing that is read once for all that they are told by. */
const timesFrom = (
  standing: string,
) => `(select u.*, u.outcome in ${takesOn} and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from ${standing} y cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n ${once}) u)`;

const says = '"receivedAt" timestamptz, triage json, closed json, before json';
/** The same text in functions that read nothing else of the standing. */
export const readAgain = [
  [times, timesFrom(`json_to_record(b.s)`).replace(' y cross', ` y (${says}) cross`)],
] as const;
/** Where the standing is read for more, it is read for this too. */
const x = 'json_to_record(b.s) x ("receivedAt" timestamptz, "assessmentId" text';
const readBeside = [
  [times, timesFrom('(select x."receivedAt", x.triage, x.closed, x.before)')],
  [x, `${x}, triage json, closed json, before json`],
] as const;
const ofChildren = ['children_facts', 'children_counts'].map((name) => `${name}(${types}, json)`);
const ofOthers = [
  ...['caseload', 'completeness'].map((name) => `${name}_facts(${types})`),
  ...[`cohort_facts(${types}, json)`, `sample_population(text, text, text, text, ${types})`],
];
const back = (texts: readonly (readonly [string, string])[]) =>
  texts.map(([from, to]) => [to, from] as const);

/** What a case was each time that it was worked on is read out of its standing at once, and not once for each word of it. */
export class TimesReadOnce1767100000000 implements MigrationInterface {
  name = 'TimesReadOnce1767100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${changed(ofChildren, readBeside)}${changed(ofOthers, readAgain)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${changed(ofChildren, back(readBeside))}${changed(ofOthers, back(readAgain))}`);
  }
}
