import type { MigrationInterface, QueryRunner } from 'typeorm';
import { books, columns } from './1765100000000-scorecard-terms.js';
import { putAgain, types } from './1765620000000-scorecard-questions.js';
import { incidentsRead, inPeriod, knownDay, missing } from './1765630000000-reported-scorecards.js';
import { changed, changesOfOpenThen } from './1766140000000-open-then.js';

/** Days stand as the beginning of that day in UTC, whichever time the area keeps. */
const around = (
  record: string,
) => `coalesce(${record}.opened_at, '-infinity'::timestamptz) >= from_at - interval '2 days'
      and coalesce(${record}.opened_at, '-infinity'::timestamptz) < until_at + interval '2 days'`;
const began = `b.phase in ('absent', 'over') and x.start <= ${knownDay}`;

/** Absences that began in the period, what came of them, and how often each of their children was absent on all that is known. */
export const missingOfPeriod = `
  with eps as materialized (
    select b.id, b.parent_id as child, b.phase, x.* from (${books('missingEpisode', around('r'))}) b
      cross join lateral json_to_record(b.s) x (kind text, start date, "missingFrom" text, police json, interview json, offered json)
    where ${began} and ${inPeriod('x.start')}
  ), lately as materialized (select e.child, count(*) as lately from eps e group by 1
  ), children as (
    select l.child, l.lately, a.first, a.episodes from lately l cross join lateral (
      select min(x.start) as first, count(*) as episodes from (${books('missingEpisode', 'r.parent_id = l.child')}) b
        cross join lateral json_to_record(b.s) x (start date) where ${began}) a)${missing.slice(missing.indexOf("\n  select 'episodes'"))}`;

/** Those of the period by their day as it is, and those that it may have been when somebody has changed them since it began. */
const incidentsOfPeriod = `r.id in (select near.id from record near where near.partnership_id = (select app_partnership())
        and near.kind = 'incident' and ${around('near')}
      union select moved.record_id from history moved where at_position is not null and moved.partnership_id = (select app_partnership())
        and moved.kind = 'incident' and moved.command = 'incidents/change-incident' and moved.at >= from_at - interval '2 days')`;

/** Services that were asked for by the end of the period, and had not ended before it or before it was known. */
const services = [
  `r.kind = 'serviceEpisode' and`,
  `r.kind = 'serviceEpisode' and r.opened_at < until_at and (r.closed_at is null or r.closed_at >= least(from_at, known_at)) and`,
] as const;

/** The records that were joined with a child’s, found by their ids: the words that were there found none of them, and went through all children. */
const joined = [
  [
    `json_array_elements(coalesce(y.joined, '[]')) e cross join lateral`,
    `(select (one ->> 'id')::uuid as id from json_array_elements(coalesce(y.joined, '[]')) one offset 0) m cross join lateral`,
  ],
  [`where r.id = (e ->> 'id')::uuid and`, 'where r.id = m.id and'],
] as const;
const back = (texts: readonly (readonly [string, string])[]) =>
  texts.map(([from, to]) => [to, from] as const);

/** Whether a clock had begun and ended is found out once, and not for each fact that is told of it. */
const clocksOnce = ['as is_ended) p', 'as is_ended offset 0) p'] as const;

const ofMissing = `missing_facts(${types})`;
const ofTimeliness = `timeliness_facts(${types})`;
const ofCohort = `cohort_facts(${types}, json)`;
const ofCaseload = `caseload_facts(${types})`;
const ofIncidents = `incidents_facts(${types}, json)`;
const putMissing = (query: string) =>
  `${putAgain('missing_facts', { returns: columns, query, hasRules: false })}${changed([ofMissing], changesOfOpenThen)}`;
const daysOfAbsences = (opened: string) => `
      alter table record no force row level security;
      update record set opened_at = ${opened} where kind = 'missingEpisode' and phase <> 'disposed';
      alter table record force row level security;`;

/**
 * Absences and incidents of a period are found by the day on which they began or were recorded, and of absences those of
 * the same children besides; services by when they were asked for and ended. However many there were before and since,
 * they are not read.
 */
export class BegunInPeriod1767190000001 implements MigrationInterface {
  name = 'BegunInPeriod1767190000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${daysOfAbsences(`(nullif(standing::json ->> 'start', '') || 'T00:00:00Z')::timestamptz`)}
      create index history_incident_changed on history (partnership_id, at) where command = 'incidents/change-incident';
      ${putMissing(missingOfPeriod)}
      ${changed([ofIncidents], [[incidentsRead, incidentsOfPeriod]])}${changed([ofCaseload], [services])}${changed([ofCohort], joined)}${changed([ofTimeliness], [clocksOnce])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${changed([ofTimeliness], back([clocksOnce]))}${changed([ofCohort], back(joined))}${changed([ofCaseload], back([services]))}${changed([ofIncidents], [[incidentsOfPeriod, incidentsRead]])}
      ${putMissing(missing)}
      drop index history_incident_changed;
      ${daysOfAbsences('null')}
    `);
  }
}
