import {
  agencies,
  atEnd,
  books,
  type Fact,
  factsOf,
  firstDay,
  lastDay,
  local,
  once,
  openSince,
  takenOn,
  within,
  written,
} from './1765100000000-scorecard-terms.js';

const gradeOf = (order: string, more: string) =>
  `(select w.body::json ->> 'grade' ${written('grade', 'b', more)} order by w.version ${order} limit 1)`;
const height = (grade: string) => `array_position(array['none', 'low', 'medium', 'high'], ${grade})`;

const closedIn = `${takenOn} and ${within("(x.closed ->> 'at')::timestamptz")}`;

/** Each case that was open on a day of the period, judged once. */
export const childrenRead = `(${books('childCase', openSince)}) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, "assessmentId" text, confirmed json,
      plan json, "lastDecision" json, closed json, "reReferral" json)
    cross join lateral (select ${within('x."receivedAt"')} as is_in, ${takenOn} as is_taken, ${closedIn} as is_closed, ${atEnd} as is_open,
      x.triage ->> 'outcome' as outcome, (x.closed ->> 'at')::timestamptz as ended, x.confirmed ->> 'grade' as grade ${once}) t
    cross join lateral (select case when t.is_closed then ${gradeOf('asc', '')} end as first,
      case when t.is_open then ${gradeOf('desc', 'and w.happened < until_at')} end as last ${once}) g`;
/** What is told of each of them. */
export const childrenTold: readonly Fact[] = [
  { measure: 'contacts', part: `coalesce(t.outcome, 'awaiting')`, when: 't.is_in' },
  {
    measure: 'reReferrals',
    when: `t.is_in and (json_typeof(x."reReferral") = 'object' or t.outcome = 'relisted')`,
  },
  { measure: 'assessed', when: 't.is_in and t.is_taken and x."assessmentId" is not null' },
  { measure: 'graded', when: `t.is_in and t.is_taken and json_typeof(x.confirmed) = 'object'` },
  { measure: 'planned', when: `t.is_in and t.is_taken and json_typeof(x.plan) = 'object'` },
  { measure: 'heard', when: `t.is_in and t.is_taken and json_typeof(x."lastDecision") = 'object'` },
  { measure: 'ended', when: `t.is_in and t.is_taken and json_typeof(x.closed) = 'object'` },
  { measure: 'closed', part: `x.closed ->> 'reason'`, when: 't.is_closed' },
  {
    measure: 'daysOpen',
    amount: `${local('t.ended')} - ${local('x."receivedAt"')}`,
    when: 't.is_closed',
  },
  { measure: 'gradeAtOpening', part: `coalesce(g.first, 'not-graded')`, when: 't.is_closed' },
  {
    measure: 'gradeAtClosing',
    part: `coalesce(t.grade, 'not-graded')`,
    when: 't.is_closed',
  },
  {
    measure: 'riskReduced',
    when: `t.is_closed and ${height('t.grade')} < ${height('g.first')}`,
  },
  { measure: 'riskCompared', when: `t.is_closed and g.first is not null` },
  { measure: 'openAtEnd', part: `coalesce(g.last, 'not-graded')`, when: 't.is_open' },
];
/** Contacts, referrals, the way of a case, opened and closed, grades. */
export const children = factsOf(childrenRead, childrenTold);

/** At which place of the ledger a command of a clock’s record stands. */
const sealed = (command: string) => `(select e.position from history h join ledger_entry e
  on e.id = h.record_id and e.version = h.version and e.source = 'history'
  where h.command_id = ${command} and h.record_id = c.record_id)`;
/** Clocks due in the period as they were known: whether they had begun, and whether they had ended. */
export const clocks = (more: string) => `
  select c.id, c.record_id, c.rule, c.due, k.how, k.ended from clock c join record r on r.id = c.record_id
  cross join lateral (select at_position is null or ${sealed('c.started_by')} < at_position as begun,
    c.ended is not null and (at_position is null or ${sealed('c.ended_by')} < at_position) as is_ended) p
  cross join lateral (select case when p.is_ended then c.how end as how, case when p.is_ended then c.ended end as ended) k
  where c.partnership_id = (select app_partnership()) and ${within('c.due')} and p.begun ${more}`;

/** Obligations by rule: in time, late, missed, overdue. */
export const timeliness = factsOf(
  `(${clocks('')}) c`,
  [
    {
      measure: 'due',
      part: 'c.rule',
      when: `c.how is distinct from 'cancelled' and (c.ended is not null or c.due < known_at)`,
    },
    { measure: 'met', part: 'c.rule', when: `c.how = 'met'` },
    { measure: 'late', part: 'c.rule', when: `c.how = 'metLate'` },
    { measure: 'missed', part: 'c.rule', when: `c.how = 'missed'` },
    { measure: 'overdue', part: 'c.rule', when: 'c.ended is null and c.due < known_at' },
  ],
  'c.record_id',
);

const dueDay = `(x.due)::date`;
/** Actions of plans by agency. */
export const plan = factsOf(
  `(${books('planAction', `exists (select 1 from clock c where c.record_id = r.id and c.rule = 'action-due' and ${within('c.due')})`)}) b
    cross join lateral json_to_record(b.s) x (due text, ended json, "ownerAgencyId" text)
    cross join lateral (select ${local("(x.ended ->> 'at')::timestamptz")} as on_day, x.ended ->> 'how' as how) e
    left join ${agencies} a on a.id = x."ownerAgencyId"
    cross join lateral (select coalesce(a.name, 'not-known') as agency,
      x.due is not null and ${dueDay} >= ${firstDay} and ${dueDay} <= ${lastDay}
        and coalesce(e.how, '') not in ('handed-over', 'superseded') as is_due) t`,
  [
    { measure: 'actions', part: 't.agency', when: 't.is_due' },
    { measure: 'onTime', part: 't.agency', when: `t.is_due and e.how = 'done' and e.on_day <= ${dueDay}` },
    { measure: 'doneLate', part: 't.agency', when: `t.is_due and e.how = 'done' and e.on_day > ${dueDay}` },
    {
      measure: 'daysLate',
      part: 't.agency',
      amount: `e.on_day - ${dueDay}`,
      when: `t.is_due and e.how = 'done' and e.on_day > ${dueDay}`,
    },
    { measure: 'notDone', part: 't.agency', when: `t.is_due and e.how = 'not-done'` },
    { measure: 'noLongerPossible', part: 't.agency', when: `t.is_due and e.how = 'no-longer-possible'` },
    {
      measure: 'overdue',
      part: 't.agency',
      when: `t.is_due and e.how is null and ${dueDay} < ${local('known_at')}`,
    },
  ],
);
