-- The least that any program must read and write to open one case: the record, its child and actions, what was
-- written, and the audit row with its subject. $1 case, $2 audit id, $3 child; then partnership, user, audit entry,
-- 32-byte salt and leaf.
with audited as (
  insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
  values ($4::uuid, $2::uuid, now(), $5::uuid, 'child-cases/view', $1::uuid, $6, decode($7, 'hex'), decode($8, 'hex'))
), subject as (
  insert into audit_subject (partnership_id, person_id, audit_id) values ($4::uuid, $3::uuid, $2::uuid)
)
select
  (select json_agg(r) from (
    select id, kind, version, state, standing, at, parent_id, subject_id from record
    where id = $1::uuid or id = $3::uuid or parent_id = $1::uuid) r) as records,
  (select json_agg(w) from (
    select id, record_id, kind, class, version, replaces, author_id, happened, at, body from written
    where record_id = $1::uuid order by at desc, id desc) w) as written
