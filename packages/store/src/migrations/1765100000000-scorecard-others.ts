import {
  agencies,
  atEnd,
  books,
  type Fact,
  factsOf,
  firstDay,
  lastDay,
  openSince,
  takenOn,
  within,
  written,
} from './1765100000000-scorecard-terms.js';

/** Open now, or closed since the first day, or since it was known. */
export const strandSince = `r.opened_at < until_at and (r.phase <> 'closed' or r.closed_at >= least(from_at, known_at))`;
const strand = (kind: string, word: string) =>
  factsOf(
    `(${books(kind, strandSince)}) b
    cross join lateral json_to_record(b.s) x ("nominatedAt" timestamptz, "acceptedAt" timestamptz, closed json, priority text, removal json)`,
    [
      { measure: `${word}Nominated`, when: within('x."nominatedAt"') },
      { measure: `${word}Accepted`, when: within('x."acceptedAt"') },
      {
        measure: `${word}Removed`,
        part: `x.closed ->> 'reason'`,
        when: `x."acceptedAt" is not null and ${within("(x.closed ->> 'at')::timestamptz")}`,
      },
      {
        measure: `${word}AtEnd`,
        part: 'x.priority',
        when: `x."acceptedAt" < until_at and (x.closed is null or (x.closed ->> 'at')::timestamptz >= until_at)`,
      },
    ],
  );
const inForceOn = `least(nullif(x.granted ->> 'on', ''), nullif(x.served ->> 'on', ''))::date`;
/** Persons of concern, places, and measures of disruption. */
export const strands = `${strand('personCase', 'persons')} union all ${strand('locationCase', 'places')} union all ${factsOf(
  `(${books('disruptionMeasure')}) b
    cross join lateral json_to_record(b.s) x (code text, granted json, served json, "expiresOn" date, breaches json, ended json)
    cross join lateral (select ${inForceOn} as since, (select count(*)::integer from json_array_elements_text(x.breaches) d
      where d::date >= ${firstDay} and d::date <= ${lastDay}) as breached) t`,
  [
    { measure: 'orders', part: 'x.code', when: `t.since >= ${firstDay} and t.since <= ${lastDay}` },
    {
      measure: 'inForce',
      part: 'x.code',
      when: `t.since <= ${lastDay} and coalesce(x."expiresOn" >= ${lastDay}, true) and coalesce((x.ended ->> 'on')::date > ${lastDay}, true)`,
    },
    { measure: 'breaches', part: 'x.code', amount: 't.breached', when: 't.breached > 0' },
  ],
)}`;

const held = `b.phase in ('inSession', 'minutesDrafted', 'minutesAgreed')`;
const sittings = `(${books('sitting', `at_position is not null or ${within('r.opened_at')}`)}) b
    cross join lateral json_to_record(b.s) x ("startsAt" timestamptz, quorate boolean)`;
/** Sittings, attendance by agency, and what came of items. */
export const panel = `${factsOf(sittings, [
  {
    measure: 'sittings',
    part: `case when ${held} then 'held' else b.phase end`,
    when: within('x."startsAt"'),
  },
  { measure: 'inquorate', when: `${within('x."startsAt"')} and ${held} and not x.quorate` },
])} union all ${factsOf(
  `${sittings} cross join lateral (select w.body::json -> 'attendance' as list ${written('attendance', 'b')} order by w.version desc limit 1) w
    cross join lateral json_to_recordset(w.list) m (agency text, "as" text, attendance text, "updateReceived" text, "notListed" boolean)
    cross join lateral (select ${within('x."startsAt"')} and ${held} and m."as" in ('member', 'substitute') and m."notListed" is not true as is_in) t`,
  [
    { measure: 'expected', part: 'm.agency', when: 't.is_in' },
    { measure: 'attended', part: 'm.agency', when: `t.is_in and m.attendance in ('present', 'left')` },
    {
      measure: 'silent',
      part: 'm.agency',
      when: `t.is_in and m.attendance in ('apologies', 'absent') and m."updateReceived" is null`,
    },
  ],
)} union all ${factsOf(
  `${sittings} cross join lateral (${books('agendaItem', `true`).replace('where r.partnership_id', 'where r.parent_id = b.id and r.partnership_id')}) i
    cross join lateral json_to_record(i.s) y (decision json)`,
  [
    {
      measure: 'items',
      part: `coalesce(y.decision ->> 'decision', 'not-decided')`,
      when: `${within('x."startsAt"')} and ${held}`,
    },
  ],
  'i.id',
)}`;

const openCases = `(${books('childCase', openSince)}) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json, team text, "workerId" uuid,
      "childId" uuid, harm json, confirmed json, source text, views json, plan json)`;
const teams = `(select t ->> 'id' as id, t ->> 'name' as name from ${agencies} a cross join lateral json_array_elements(a.teams) t)`;
/** Cases and services by who holds them. */
export const caseload = `${factsOf(
  `${openCases} left join ${teams} t on t.id = x.team cross join lateral (select coalesce(t.name, x.team, 'not-known') as team) n`,
  [
    { measure: 'cases', part: 'n.team', when: atEnd },
    { measure: 'waiting', part: 'n.team', when: `${atEnd} and x."workerId" is null` },
    { measure: 'withWorker', part: 'n.team', when: `${atEnd} and x."workerId" is not null` },
  ],
)} union all select 'workers', coalesce(t.name, x.team, 'not-known'), x."workerId", 1
  from ${openCases} left join ${teams} t on t.id = x.team where ${atEnd} and x."workerId" is not null group by 2, 3
  union all ${factsOf(
    `(${books('serviceEpisode')}) b cross join lateral json_to_record(b.s) x (service text, "agencyName" text, referred json,
      "acceptedAt" timestamptz, "startedAt" timestamptz, ended json)
    cross join lateral (select (x.ended ->> 'at')::timestamptz as ended_at) t`,
    [
      {
        measure: 'servicesReferred',
        part: 'x."agencyName"',
        when: within("(x.referred ->> 'at')::timestamptz"),
      },
      { measure: 'servicesStarted', part: 'x."agencyName"', when: within('x."startedAt"') },
      {
        measure: 'servicesEnded',
        part: 'x."agencyName"',
        when: `x."startedAt" is not null and ${within('t.ended_at')}`,
      },
      {
        measure: 'servicesAtEnd',
        part: 'x."agencyName"',
        when: 'x."startedAt" < until_at and coalesce(t.ended_at >= until_at, true)',
      },
    ],
  )}`;

/** Of each field how many records ask it, and of how many it is known. */
export const fields = (record: string, all: string, known: Record<string, string>): Fact[] =>
  Object.entries(known).flatMap(([field, when]) => [
    { measure: 'asked', part: `'${record}/${field}'`, when: all },
    { measure: 'known', part: `'${record}/${field}'`, when: `${all} and ${when}` },
  ]);
/** Whether a person or a place that was accepted was listed when the period ended. */
export const strandOpen = `x."acceptedAt" < until_at and (x.closed is null or (x.closed ->> 'at')::timestamptz >= until_at)`;
/** Whom or what a case is about, as it was known. */
export const about = (kind: string) =>
  books(kind).replace('where r.partnership_id', 'where r.id = b.parent_id and r.partnership_id');
/** What is recorded of open records, field by field. */
export const completeness = `${factsOf(
  `${openCases} left join lateral (${about('child')}) k on true
    left join lateral json_to_record(k.s) y ("birthDate" text, sex text, ethnicity text) on true`,
  fields('child', atEnd, {
    'birth-date': 'y."birthDate" is not null',
    sex: 'y.sex is not null',
    ethnicity: 'y.ethnicity is not null',
    source: `coalesce(x.source, 'not-yet-known') <> 'not-yet-known'`,
    kind: `x.harm::text <> '{}'`,
    grade: `json_typeof(x.confirmed) = 'object'`,
    plan: `json_typeof(x.plan) = 'object'`,
    'child-view': `coalesce((x.views ->> 'child')::integer, 0) + coalesce((x.views ->> 'childAttempts')::integer, 0) > 0`,
  }),
)} union all ${factsOf(
  `(${books('personCase', strandSince)}) b cross join lateral json_to_record(b.s) x ("acceptedAt" timestamptz, closed json)
    left join lateral (${about('person')}) k on true
    left join lateral json_to_record(k.s) y ("ethnicitySelf" text, "ethnicityOfficer" text, nationality text) on true`,
  fields('person', strandOpen, {
    'ethnicity-self': 'y."ethnicitySelf" is not null',
    'ethnicity-officer': 'y."ethnicityOfficer" is not null',
    nationality: 'y.nationality is not null',
  }),
)} union all ${factsOf(
  `(${books('locationCase', strandSince)}) b cross join lateral json_to_record(b.s) x ("acceptedAt" timestamptz, closed json)
    left join lateral (${about('location')}) k on true
    left join lateral json_to_record(k.s) y (kind text, postcode text, latitude text) on true`,
  fields('place', strandOpen, {
    kind: 'y.kind is not null',
    postcode: 'y.postcode is not null',
    point: 'y.latitude is not null',
  }),
)}`;

const yearsOld = `extract(year from age(${lastDay}, y."birthDate"))`;
const cohortOf = `(select distinct b.parent_id from (${books('childCase', openSince)}) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json)
    where ${takenOn} and x."receivedAt" < until_at and coalesce((x.closed ->> 'at')::timestamptz >= from_at, true)) b
  cross join lateral (${about('child')}) k
  cross join lateral json_to_record(k.s) y ("birthDate" date, sex text, ethnicity text, status json, lines json)`;
const stands = (until: string) => `coalesce((${until})::date >= ${lastDay}, true)`;

/** Children with a case that was open on a day of the period, each once: who they are on its last day. */
export const cohort = `${factsOf(
  cohortOf,
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
      part: `case when y.status is not null and ${stands("y.status ->> 'until'")} then y.status ->> 'legalStatus' else 'not-looked-after' end`,
      when: 'true',
    },
  ],
  'k.id',
)} union all ${factsOf(
  `${cohortOf} cross join lateral json_each(coalesce(y.lines, '{}'::json)) l`,
  [{ measure: 'vulnerability', part: 'l.key', when: stands("l.value ->> 'until'") }],
  'k.id',
)}`;
