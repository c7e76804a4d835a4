import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseload, cohort, strands } from './1765100000000-scorecard-others.js';
import {
  agencies,
  atEnd,
  books,
  columns,
  factsOf,
  lastDay,
  once,
  openSince,
  parameters,
  takenOn,
  written,
} from './1765100000000-scorecard-terms.js';

const types = 'timestamptz, timestamptz, timestamptz, bigint, text';
const readBefore = `'grade', 'attendance'`;
/** Rows that say who held a case, and what a child was under, from a day on. */
const readNow = `${readBefore}, 'triage', 'relisting', 'allocation', 'personal-connection', 'status', 'status-line'`;

/** The last row of these kinds that was written of a case by the end of the period. */
const lastRow = (kind: string, more = '') =>
  `(select w.version, w.body::json as s ${written(kind, 'b', `and w.happened < until_at ${more}`)} order by w.version desc limit 1)`;
const teamOf = (kind: string) => lastRow(kind, `and w.body::json ->> 'teamId' is not null`);

/** Cases open when the period ended, with the team and the worker that held them then. */
const heldCases = `(${books('childCase', openSince)}) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json)
    cross join lateral (select 1 where ${atEnd} ${once}) o
    left join lateral ${teamOf('triage')} triage on true
    left join lateral ${teamOf('relisting')} renewed on true
    left join lateral ${lastRow('relisting')} again on true
    left join lateral ${lastRow('allocation')} given on given.version > coalesce(again.version, 0)
    left join lateral (select 1 as is_out ${written('personal-connection', 'b', `and w.happened < until_at`)}
      and w.version > given.version and w.body::json ->> 'userId' = given.s ->> 'workerId' limit 1) known on true
    cross join lateral (select coalesce(renewed.s, triage.s) ->> 'teamId' as id,
      case when known.is_out is null then (given.s ->> 'workerId')::uuid end as worker ${once}) h
    left join (select t ->> 'id' as id, t ->> 'name' as name from ${agencies} a cross join lateral json_array_elements(a.teams) t) t on t.id = h.id
    cross join lateral (select coalesce(t.name, h.id, 'not-known') as team) n`;

const servicesFrom = caseload.slice(caseload.lastIndexOf('union all'));
/** Cases by who held them on the last day, and services. */
const caseloadThen = `${factsOf(heldCases, [
  { measure: 'cases', part: 'n.team', when: 'true' },
  { measure: 'waiting', part: 'n.team', when: 'h.worker is null' },
  { measure: 'withWorker', part: 'n.team', when: 'h.worker is not null' },
])} union all select 'workers', n.team, h.worker, 1 from ${heldCases} where h.worker is not null group by 2, 3
  ${servicesFrom}`;

/** The priority as the books said it when the period ended: it is reckoned at each step, from what was known then. */
const priorityThen = `(select h.entry::json #>> '{standing,priority}' from history h
  where h.record_id = b.id and h.version <= b.version
  order by h.at >= until_at, case when h.at < until_at then -h.version else h.version end limit 1)`;
const strandsThen = strands.replaceAll('x.priority', priorityThen);

const about = (kind: string) =>
  books(kind).replace('where r.partnership_id', 'where r.id = b.parent_id and r.partnership_id');
const cohortOf = `(select distinct b.parent_id from (${books('childCase', openSince)}) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json)
    where ${takenOn} and x."receivedAt" < until_at and coalesce((x.closed ->> 'at')::timestamptz >= from_at, true)) b
  cross join lateral (${about('child')}) k
  cross join lateral json_to_record(k.s) y ("birthDate" date, sex text, ethnicity text, joined json)`;
/** The child’s record, and those that were joined with it: what was written of the child stands where it was written. */
const joined = books('child').replace(
  'where r.partnership_id',
  `where r.id = (e ->> 'id')::uuid and r.partnership_id`,
);
const records = `(select k.id, k.version union all
      select j.id, j.version from json_array_elements(coalesce(y.joined, '[]')) e cross join lateral (${joined}) j) c cross join lateral`;
const sinceThen = `and (w.body::json ->> 'since')::date <= ${lastDay}`;
const stands = (until: string) => `coalesce((${until})::date >= ${lastDay}, true)`;
const yearsOld = `extract(year from age(${lastDay}, y."birthDate"))`;
const statusThen = `(select t.s from ${records} (select w.version, w.body::json as s ${written('status', 'c', sinceThen)}) t
    order by t.s ->> 'since' desc, t.version desc limit 1)`;
const linesThen = `(select distinct on (t.s ->> 'status') t.s ->> 'status' as line, t.s ->> 'until' as until
    from ${records} (select w.version, w.body::json as s ${written('status-line', 'c', sinceThen)}) t
    order by t.s ->> 'status', t.s ->> 'since' desc, t.version desc)`;

/** Children with a case that was open on a day of the period, each once, with what they were under on its last day. */
export const cohortThen = `${factsOf(
  `${cohortOf} left join lateral ${statusThen} p on true`,
  [
    { measure: 'cohort', when: 'true' },
    { measure: 'sex', part: `coalesce(y.sex, 'not-known')`, when: 'true' },
    {
      measure: 'age',
      part: `case when y."birthDate" is null then 'not-known' when ${yearsOld} <= 10 then '10 and under' when ${yearsOld} <= 12 then '11 to 12'
        when ${yearsOld} <= 15 then '13 to 15' when ${yearsOld} <= 17 then '16 to 17' else '18 and over' end`,
      when: 'true',
    },
    { measure: 'ethnicity', part: `coalesce(y.ethnicity, 'not-known')`, when: 'true' },
    {
      measure: 'legalStatus',
      part: `case when p.s is not null and ${stands("p.s ->> 'until'")} then p.s ->> 'legalStatus' else 'not-looked-after' end`,
      when: 'true',
    },
  ],
  'k.id',
)} union all ${factsOf(
  `${cohortOf} cross join lateral ${linesThen} l`,
  [{ measure: 'vulnerability', part: 'l.line', when: stands('l.until') }],
  'k.id',
)}`;

const putFacts = (name: string, query: string) => `
      drop function ${name}_facts(${types});
      create function ${name}_facts(${parameters}) returns table (${columns}) language sql stable parallel safe as $$ ${query} $$;
      grant create on schema public to mase_figures;
      alter function ${name}_facts(${types}) owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function ${name}_facts(${types}) from public;
      grant execute on function ${name}_facts(${types}) to mase_figures;`;
const readRows = (kinds: string) => `
      drop policy written_figures_select on written;
      create policy written_figures_select on written for select to mase_figures
        using (partnership_id = (select app_partnership()) and kind in (${kinds}));`;

/**
 * What is counted “on the last day” is read as it held on that day, whatever has become of it since: legal and other
 * statuses by their days, team and worker by what was written of them, the priority by the entry that stood then.
 */
export class LastDay1765610000000 implements MigrationInterface {
  name = 'LastDay1765610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${readRows(readNow)}
      create index written_holding on written (record_id, version)
        where kind in ('triage', 'relisting', 'allocation', 'personal-connection');
      ${putFacts('caseload', caseloadThen)}${putFacts('cohort', cohortThen)}${putFacts('strands', strandsThen)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${putFacts('caseload', caseload)}${putFacts('cohort', cohort)}${putFacts('strands', strands)}
      drop index written_holding;
      ${readRows(readBefore)}
    `);
  }
}
