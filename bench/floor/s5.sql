-- A year's scorecard of children by hand: each case that was open in the year read once, each number counted beside the others.
with cases as (
  select r.id, r.phase, x."receivedAt" as received, x.triage ->> 'outcome' as outcome, x."assessmentId" as assessment,
    json_typeof(x.confirmed) = 'object' as is_graded, x.confirmed ->> 'grade' as grade, json_typeof(x.plan) = 'object' as is_planned,
    json_typeof(x."lastDecision") = 'object' as is_heard, json_typeof(x."reReferral") = 'object' as is_again,
    x.closed is not null as is_ended, x.closed ->> 'reason' as reason, (x.closed ->> 'at')::timestamptz as ended
  from record r cross join lateral json_to_record(r.standing::json) x ("receivedAt" timestamptz, triage json, "assessmentId" text,
    confirmed json, plan json, "lastDecision" json, closed json, "reReferral" json)
  where r.partnership_id = $1 and r.kind = 'childCase' and r.opened_at < $3
    and (r.phase in ('awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring') or r.closed_at >= $2)
), told as (
  select c.*, c.received >= $2 and c.received < $3 as is_in,
    c.outcome in ('risk-assessment', 'section-47-and-risk-assessment') or c.phase not in ('awaitingTriage', 'closed') as is_taken
  from cases c
), judged as (
  select t.*, t.is_taken and t.ended >= $2 and t.ended < $3 as is_closed,
    t.is_taken and t.received < $3 and (t.ended is null or t.ended >= $3) as is_open
  from told t
), graded as (
  select j.*,
    case when j.is_closed then (select w.body::json ->> 'grade' from written w where w.record_id = j.id and w.kind = 'grade'
      order by w.version limit 1) end as first,
    case when j.is_open then (select w.body::json ->> 'grade' from written w where w.record_id = j.id and w.kind = 'grade'
      and w.happened < $3 order by w.version desc limit 1) end as last
  from judged j
)
select json_build_object(
  'contacts', count(*) filter (where is_in),
  'contacts/no-further-action', count(*) filter (where is_in and outcome = 'no-further-action'),
  'contacts/risk-assessment', count(*) filter (where is_in and outcome = 'risk-assessment'),
  'reReferrals', count(*) filter (where is_in and (is_again or outcome = 'relisted')),
  'assessed', count(*) filter (where is_in and is_taken and assessment is not null),
  'graded', count(*) filter (where is_in and is_taken and is_graded),
  'planned', count(*) filter (where is_in and is_taken and is_planned),
  'heard', count(*) filter (where is_in and is_taken and is_heard),
  'ended', count(*) filter (where is_in and is_taken and is_ended),
  'closed', count(*) filter (where is_closed),
  'daysOpen', sum((ended at time zone $4)::date - (received at time zone $4)::date) filter (where is_closed),
  'gradeAtOpening/low', count(*) filter (where is_closed and first = 'low'),
  'gradeAtOpening/none', count(*) filter (where is_closed and first = 'none'),
  'gradeAtClosing/none', count(*) filter (where is_closed and grade = 'none'),
  'riskReduced', count(*) filter (where is_closed and array_position(array['none', 'low', 'medium', 'high'], grade)
    < array_position(array['none', 'low', 'medium', 'high'], first)),
  'riskCompared', count(*) filter (where is_closed and first is not null),
  'openAtEnd/medium', count(*) filter (where is_open and last = 'medium'),
  'openAtEnd', count(*) filter (where is_open)
) as counts from graded
