import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childrenRead, childrenTold } from './1765100000000-scorecard-cases.js';
import { columns, factsOf, written } from './1765100000000-scorecard-terms.js';
import { countsOf } from './1765220000000-counted-together.js';
import { cohortThen } from './1765610000000-last-day.js';
import {
  dropQuestions,
  putFunction,
  putQuestions,
  type Question,
  types,
} from './1765620000000-scorecard-questions.js';

const height = (grade: string) => `array_position(array['none', 'low', 'medium', 'high'], ${grade})`;
/** Whether a grade that was confirmed by then had reached the one from which the area counts an episode. */
const reached = (byThen: string) => `(rules ->> 'episodesFrom' = 'none' or exists (select 1
      ${written('grade', 'b', `and ${byThen} and ${height("w.body::json ->> 'grade'")} >= ${height("rules ->> 'episodesFrom'")}`)}))`;
const reachedAtEnd = reached('w.happened < until_at');

/** Cases that were open on a day of the period, and which of them are episodes by the rules of the area. */
export const episodesRead = childrenRead
  .replace(' as is_closed', ` and ${reached("w.happened <= (x.closed ->> 'at')::timestamptz")} as is_closed`)
  .replace(' as is_open', ` and ${reachedAtEnd} as is_open`);
/** Children with an episode that was open on a day of the period. */
export const cohortOfEpisodes = cohortThen.replaceAll(
  'where (x.triage',
  `where ${reachedAtEnd} and (x.triage`,
);

const counts = 'measure text, part text, n bigint';
const readers = ['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'manager'];
const alike = ['timeliness', 'plan', 'strands', 'panel', 'caseload', 'completeness'];
const before: { readonly [scorecard: string]: Question } = {
  children: { readers, counts: 'children_counts' },
  ...Object.fromEntries(alike.map((name) => [name, { readers }])),
  cohort: { readers },
};
/** The scorecards, and which of them count episodes as the area does. */
export const questions: { readonly [scorecard: string]: Question } = {
  ...before,
  children: { readers, counts: 'children_counts', hasRules: true },
  cohort: { readers, hasRules: true },
};

const episodes = (hasRules: boolean) => {
  const [read, cohort] = hasRules ? [episodesRead, cohortOfEpisodes] : [childrenRead, cohortThen];
  return `
      ${putFunction('children_facts', { returns: columns, query: factsOf(read, childrenTold), hasRules })}
      ${putFunction('children_counts', { returns: counts, query: countsOf(read, childrenTold), hasRules })}
      ${putFunction('cohort_facts', { returns: columns, query: cohort, hasRules })}`;
};
const dropped = (also: string) =>
  ['children_facts', 'children_counts', 'cohort_facts']
    .map((name) => `drop function ${name}(${types}${also});`)
    .join(' ');

/**
 * Closed cases, open ones and the cohort are episodes: a case is one once its confirmed grade reached what the profile of
 * the area says. Contacts and what is held by whom count all the same, since low is recorded and worked with.
 */
export class Episodes1765620000000 implements MigrationInterface {
  name = 'Episodes1765620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${dropQuestions(before)}${dropped('')}${episodes(true)}${putQuestions(questions)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${dropQuestions(questions)}${dropped(', json')}${episodes(false)}${putQuestions(before)}
    `);
  }
}
