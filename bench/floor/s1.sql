-- The least that any program must write for a safety action on a case: the record's new version, its history entry,
-- the row that was written, the audit row and its subject, and the idempotency key. $1 case, $2 command, $3 row,
-- $4 child, $5 key; then partnership, user, standing, history entry, body, audit entry, 32-byte salt and leaf.
with moved as (
  update record set version = version + 1, standing = $8, at = now() where id = $1::uuid returning version
), told as (
  insert into history (partnership_id, record_id, version, kind, command_id, command, actor_id, happened, at, entry, salt, leaf)
  select $6::uuid, $1::uuid, moved.version, 'childCase', $2::uuid, 'child-cases/record-safety-action', $7::uuid, now(), now(),
    $9, decode($12, 'hex'), decode($13, 'hex')
  from moved
), wrote as (
  insert into written (partnership_id, id, record_id, kind, class, version, author_id, happened, at, body)
  select $6::uuid, $3::uuid, $1::uuid, 'safety-action', 'safety', moved.version, $7::uuid, now(), now(), $10 from moved
), audited as (
  insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
  values ($6::uuid, $2::uuid, now(), $7::uuid, 'child-cases/record-safety-action', $1::uuid, $11, decode($12, 'hex'), decode($13, 'hex'))
), subject as (
  insert into audit_subject (partnership_id, person_id, audit_id) values ($6::uuid, $4::uuid, $2::uuid)
), kept as (
  insert into idempotency_key (partnership_id, user_id, key, digest, command_id, record_id, kind, version, state, status)
  select $6::uuid, $7::uuid, $5::text, $12, $2::uuid, $1::uuid, 'childCase', moved.version, '{"work":"assessing","panel":"notListed"}', 200
  from moved
)
select $1::uuid as id, 'childCase' as kind, version, '{"work":"assessing","panel":"notListed"}'::json as state, $2::uuid as entry, false as repeated
from moved
