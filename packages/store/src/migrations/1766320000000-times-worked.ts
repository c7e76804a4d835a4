import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childrenTold } from './1765100000000-scorecard-cases.js';
import {
  atEnd,
  books,
  columns,
  type Fact,
  factsOf,
  local,
  once,
  openSince,
  within,
  written,
} from './1765100000000-scorecard-terms.js';
import { countsOf } from './1765220000000-counted-together.js';
import { cohortOfEpisodes, episodesRead } from './1765620000000-episodes.js';
import { putAgain } from './1765620000000-scorecard-questions.js';
import { changed, changesOfOpenThen } from './1766140000000-open-then.js';

/** What of triage takes a case on. */
export const takesOn = `('risk-assessment', 'section-47-and-risk-assessment', 'relisted')`;
/**
 * The times that a case was worked on: the one that holds, and each before it was taken up again. The first is from the
 * receipt on; the others, from the day of the relisting. One that closed as joined with another is nobody’s case.
 */
export const times = `(select u.*, u.outcome in ${takesOn} and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then (b.s ->> 'receivedAt')::timestamptz else u.begun end as since
    from (select n.no, n.is_last, n.t #>> '{triage,outcome}' as outcome, (n.t #>> '{triage,at}')::timestamptz as begun,
        n.t #>> '{triage,referral}' is not null as is_woken, n.t #>> '{closed,reason}' as reason,
        (n.t #>> '{closed,at}')::timestamptz as ended, n.t
      from (select coalesce(json_array_length(b.s -> 'before'), 0) + 1 as no, true as is_last, b.s as t
        union all select e.no, false, e.t from json_array_elements(b.s -> 'before') with ordinality e (t, no)) n ${once}) u)`;
/** Whether it was taken on and open at one of these times: on the last day of the period, or on one of its days. */
export const openIn = (end: string, more = '') =>
  `exists (select 1 from ${times} u where u.is_taken and u.since < until_at and coalesce(u.ended >= ${end}, true)${more})`;

const height = (grade: string) => `array_position(array['none', 'low', 'medium', 'high'], ${grade})`;
/** A grade that was confirmed at this time, and not at one before or after. */
const ofTime = `and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended)`;
const gradeOf = (order: string, more = '') =>
  `(select w.body::json ->> 'grade' ${written('grade', 'b', `${ofTime} ${more}`)} order by w.version ${order} limit 1)`;
const byEnd = 'and w.happened < until_at';
const high = `${height("w.body::json ->> 'grade'")} >= ${height("rules ->> 'episodesFrom'")}`;
/** Whether a grade that was confirmed at this time by then had reached the one from which the area counts an episode. */
const reached = (byThen: string) => `(rules ->> 'episodesFrom' = 'none' or exists (select 1
      ${written('grade', 'b', `${ofTime} ${byThen} and ${high}`)}))`;

/** Each time that a case was worked on, of those that were open on a day of the period, judged once. */
const read = `(${books('childCase', openSince)}) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, "assessmentId" text, confirmed json,
      plan json, "lastDecision" json, "reReferral" json)
    cross join lateral ${times} u
    cross join lateral (select u.no = 1 and ${within('u.since')} as is_in,
      u.is_taken and ${within('u.ended')} and ${reached('and w.happened <= u.ended')} as is_closed,
      u.is_taken and u.since < until_at and coalesce(u.ended >= until_at, true) and ${reached(byEnd)} as is_open,
      case when not u.is_taken then null when rules ->> 'episodesFrom' = 'none' then u.begun
        else (select min(w.happened) ${written('grade', 'b', `${ofTime} and ${high}`)}) end as opened,
      case when u.is_last then x.confirmed ->> 'grade' else u.t ->> 'grade' end as grade ${once}) t
    cross join lateral (select case when t.is_closed then ${gradeOf('asc')} end as first,
      case when t.is_open then ${gradeOf('desc', byEnd)} end as last ${once}) g`;

const referred = `t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment')`;
/** A step of the way of a referral: as the case stands, or as it stood before it was taken up again. */
const step = (measure: string, now: string, then: string): Fact => ({
  measure,
  when: `${referred} and case when u.is_last then ${now} else ${then} end`,
});
const again = `u.no > 1 and not u.is_woken and ${within('u.begun')}`;
const told: readonly Fact[] = [
  { measure: 'contacts', part: `coalesce(u.outcome, 'awaiting')`, when: 't.is_in' },
  { measure: 'comings', when: `t.is_in or (${again})` },
  {
    measure: 'reReferrals',
    when: `(t.is_in and (x."reReferral" ->> 'caseId') <> b.id::text) or (${again})`,
  },
  step('assessed', `x."assessmentId" is not null`, `x."assessmentId" is not null`),
  step('graded', `json_typeof(x.confirmed) = 'object'`, `u.t ->> 'grade' is not null`),
  step('planned', `json_typeof(x.plan) = 'object'`, `(u.t ->> 'planned')::boolean`),
  step('heard', `json_typeof(x."lastDecision") = 'object'`, `(u.t ->> 'heard')::boolean`),
  { measure: 'ended', when: `${referred} and u.ended is not null` },
  { measure: 'opened', part: 'u.outcome', when: within('t.opened') },
  { measure: 'closed', part: 'u.reason', when: 't.is_closed' },
  { measure: 'daysOpen', amount: `${local('u.ended')} - ${local('u.since')}`, when: 't.is_closed' },
  { measure: 'gradeAtOpening', part: `coalesce(g.first, 'not-graded')`, when: 't.is_closed' },
  { measure: 'gradeAtClosing', part: `coalesce(t.grade, 'not-graded')`, when: 't.is_closed' },
  { measure: 'riskReduced', when: `t.is_closed and ${height('t.grade')} < ${height('g.first')}` },
  { measure: 'riskCompared', when: 't.is_closed and g.first is not null' },
  { measure: 'openAtEnd', part: `coalesce(g.last, 'not-graded')`, when: 't.is_open' },
];

const counts = 'measure text, part text, n bigint';
const cohort = cohortOfEpisodes.replace(
  /where \(rules[\s\S]*?true\)\) b\n/g,
  () => `where ${openIn('from_at', ` and ${reached(byEnd)}`)}) b\n`,
);
const ended = `(x.closed ->> 'at')::timestamptz`;
const sampled = [
  [
    `when 'closed' then ${within(ended)}
                else x."receivedAt" < until_at and (x.closed is null or ${ended} >= until_at) end`,
    `when 'closed' then exists (select 1 from ${times} u where u.is_taken and ${within('u.ended')})
                else ${openIn('until_at')} end`,
  ],
] as const;
const types = 'timestamptz, timestamptz, timestamptz, bigint, text';
const sample = `sample_population(text, text, text, text, ${types})`;
const atEndOf = ['caseload', 'completeness'].map((name) => `${name}_facts(${types})`);
const putChildren = (from: string, facts: readonly Fact[], ofCohort: string) => `
      ${putAgain('children_facts', { returns: columns, query: factsOf(from, facts), hasRules: true })}
      ${putAgain('children_counts', { returns: counts, query: countsOf(from, facts), hasRules: true })}
      ${putAgain('cohort_facts', { returns: columns, query: ofCohort, hasRules: true })}
      ${changed(
        ['children_facts', 'children_counts', 'cohort_facts'].map((name) => `${name}(${types}, json)`),
        changesOfOpenThen,
      )}`;
const back = (texts: readonly (readonly [string, string])[]) =>
  texts.map(([from, to]) => [to, from] as const);

/**
 * A case counts each time that it was worked on: what it was before it was taken up again stays counted where it was, and
 * a referral that woke another case is a contact and no case. Cases are also counted as they open.
 */
export class TimesWorked1766320000000 implements MigrationInterface {
  name = 'TimesWorked1766320000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${putChildren(read, told, cohort)}
      ${changed(atEndOf, [[atEnd, openIn('until_at')]])}${changed([sample], sampled)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${putChildren(episodesRead, childrenTold, cohortOfEpisodes)}
      ${changed(atEndOf, [[openIn('until_at'), atEnd]])}${changed([sample], back(sampled))}`);
  }
}
