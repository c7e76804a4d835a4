import type { MigrationInterface, QueryRunner } from 'typeorm';
import { books, columns, firstDay, lastDay, local } from './1765100000000-scorecard-terms.js';
import { questions as before } from './1765620000000-episodes.js';
import {
  dropQuestions,
  putFunction,
  putQuestions,
  type Question,
  types,
} from './1765620000000-scorecard-questions.js';

/** Whether a day lies in the period. */
export const inPeriod = (day: string) => `${day} >= ${firstDay} and ${day} <= ${lastDay}`;
/** The day up to which it is known. */
export const knownDay = local('known_at');

/** Absences that began in the period, what came of them, and how often each child was absent on all that is known. */
export const missing = `
  with known as materialized (
    select b.id, b.parent_id as child, b.phase, x.* from (${books('missingEpisode')}) b
      cross join lateral json_to_record(b.s) x (kind text, start date, "missingFrom" text, police json, interview json, offered json)
    where b.phase in ('absent', 'over') and x.start <= ${knownDay}
  ), eps as (select * from known k where ${inPeriod('k.start')}
  ), children as (
    select k.child, min(k.start) as first, count(*) as episodes, count(*) filter (where ${inPeriod('k.start')}) as lately from known k group by 1)
  select 'episodes', e.kind, e.id, 1 from eps e
  union all select 'from', coalesce(e."missingFrom", 'not-known'), e.id, 1 from eps e
  union all select 'level', coalesce(e.police ->> 'level', 'not-known'), e.id, 1 from eps e
  union all select 'ended', null, e.id, 1 from eps e where e.phase = 'over'
  union all select 'outcome', coalesce(e.interview ->> 'outcome', 'not-recorded'), e.id, 1 from eps e where e.phase = 'over'
  union all select 'offered', null, e.id, 1 from eps e where e.phase = 'over' and e.offered is not null
  union all select f.measure, null, c.child, 1 from children c cross join lateral (values
      ('children', c.lately > 0),
      ('childrenRepeat', c.lately > 1),
      ('firstTime', ${inPeriod('c.first')}),
      ('firstTimeNotAgain', ${inPeriod('c.first')} and c.episodes = 1)) f (measure, counts) where f.counts`;

/** Which incidents are read: all of them as soon as a place of the ledger is asked. */
export const incidentsRead = `at_position is not null or (r.opened_at >= from_at - interval '2 days' and r.opened_at < until_at + interval '2 days')`;

/** Records that link an incident with a child, a person or a place, as they were known, beside the incident that each is of. */
const links = (kind: string) =>
  `(${books(kind, 'r.subject_id in (select inc.id from inc)').replace('select r.id,', 'select r.subject_id, r.id,')}) l`;
const parties = (side: string) => `
    select i.id, i.force || ' ' || (p.value ->> 'reference') as number, p.place
      from inc i cross join lateral json_array_elements(i.${side}) with ordinality p (value, place)`;
/** Of the same number everywhere is whoever is linked with it anywhere. */
const told = (names: string, key: string) =>
  `select n.${key}, min(n.who) as who from ${names} n where n.${key} is not null and n.who is not null group by 1`;
/** Each of them counts once, and stands for every incident of the period in which he, she or it occurs. */
const peopleOf = (side: string) => `
  union all select f.measure, null, p.id, case when p.turn = 1 then 1 else 0 end
    from (select d.id, d.who, row_number() over (partition by d.who order by d.id) as turn,
        count(*) over (partition by d.who) as incidents from (select distinct s.id, s.who from ${side} s where s.who is not null) d) p
    cross join lateral (values ('${side}', true), ('${side}Repeat', p.incidents > 1)) f (measure, counts) where f.counts
  union all select '${side}Unknown', null, s.id, 1 from ${side} s where s.who is null`;

/** Incidents that the police recorded in the period, with the outcome that held, and who and where occurs in them. */
const incidents = `
  with inc as materialized (
    select b.id, x.* from (${books('incident', incidentsRead)}) b
      cross join lateral json_to_record(b.s) x (force text, kind text, recorded date, place text, victims json, offenders json, outcomes json)
    where b.phase <> 'withdrawn' and ${inPeriod('x.recorded')}
  ), hurt as materialized (
    select l.subject_id, (l.s ->> 'victim')::integer as place, min(l.parent_id::text) as who from ${links('incidentVictim')}
      where l.phase = 'linked' group by 1, 2
  ), parts as materialized (
    select l.subject_id, l.s ->> 'part' as part, (l.s ->> 'number')::integer as place, min(l.parent_id::text) as who
      from ${links('incidentPart')} where l.phase = 'linked' group by 1, 2, 3
  ), named_victims as materialized (
    select n.id, n.number, h.who from (${parties('victims')}) n left join hurt h on h.subject_id = n.id and h.place = n.place
  ), known_victims as (${told('named_victims', 'number')}
  ), victims as materialized (
    select n.id, coalesce(n.who, k.who, n.number) as who from named_victims n left join known_victims k on k.number = n.number
  ), named_offenders as materialized (
    select n.id, n.number, p.who from (${parties('offenders')}) n
      left join parts p on p.part = 'offender' and p.subject_id = n.id and p.place = n.place
  ), known_offenders as (${told('named_offenders', 'number')}
  ), offenders as materialized (
    select n.id, coalesce(n.who, k.who, n.number) as who from named_offenders n left join known_offenders k on k.number = n.number
  ), named_places as materialized (
    select i.id, lower(btrim(i.place)) as words, p.who from inc i
      left join (select subject_id, min(who) as who from parts where part = 'place' group by 1) p on p.subject_id = i.id
  ), known_places as (${told('named_places', 'words')}
  ), places as materialized (
    select n.id, coalesce(n.who, k.who, nullif(n.words, '')) as who from named_places n left join known_places k on k.words = n.words
  )
  select 'incidents', i.kind, i.id, 1 from inc i
  union all select 'outcomes', case when o.value is null then 'no-outcome' else coalesce(m.part, 'not-in-list') end, i.id, 1 from inc i
    left join lateral (select v.value from json_array_elements(i.outcomes) v
      where (v.value ->> 'on')::date <= ${knownDay} order by v.value ->> 'on' desc limit 1) o on true
    left join lateral (select c ->> 'part' as part from json_array_elements(rules -> 'outcomes') c
      where c ->> 'code' = o.value ->> 'code' and c ->> 'from' <= o.value ->> 'on' and coalesce(c ->> 'until' >= o.value ->> 'on', true)
        and coalesce(c ->> 'force' = lower(btrim(regexp_replace(i.force, '\\s+', ' ', 'g'))), true)
      order by c ->> 'force' is null limit 1) m on true
  union all select distinct 'offenderKnown', null, s.id, 1 from offenders s where s.who is not null
  ${['victims', 'offenders', 'places'].map(peopleOf).join('')}`;

const steering = ['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor'];
const questions: { readonly [scorecard: string]: Question } = {
  ...before,
  missing: { readers: [...steering, 'manager', 'police-desk', 'interviewer'] },
  incidents: {
    readers: [...steering, 'police-desk', 'intelligence-officer', 'intelligence-supervisor'],
    hasRules: true,
  },
};

/** Missing episodes and incidents are counted as all else is: by facts, as they were known at a place of the ledger. */
export class ReportedScorecards1765630000000 implements MigrationInterface {
  name = 'ReportedScorecards1765630000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${putFunction('missing_facts', { returns: columns, query: missing, hasRules: false })}
      ${putFunction('incidents_facts', { returns: columns, query: incidents, hasRules: true })}
      ${dropQuestions(before)}${putQuestions(questions)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${dropQuestions(questions)}${putQuestions(before)}
      drop function missing_facts(${types});
      drop function incidents_facts(${types}, json);
    `);
  }
}
