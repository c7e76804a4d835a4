import type { ClientBase } from 'pg';

const batch = 5_000;

/**
 * Copies of one case with its child: both records, who reads them, what waits, what is written and the clocks, under ids
 * of their own; clocks have the ids that the copy's standing names. What waits is due a minute later for each copy, so that
 * it has an order.
 */
const copies = (standing: string) => `
  with made as (
      select n, ($3 || 'a-' || lpad(to_hex(n), 12, '0'))::uuid as case_id,
        ($3 || 'b-' || lpad(to_hex(n), 12, '0'))::uuid as child_id, make_interval(mins => n) as later
      from generate_series($4::integer, $5::integer) n),
    of_each as (
      select m.n, m.later, o.old, o.new, m.case_id, m.child_id from made m
      cross join lateral (values ($1::uuid, m.case_id), ($2::uuid, m.child_id)) o (old, new)),
    records as (
      insert into record (partnership_id, id, kind, version, state, phase, standing, at, parent_id, subject_id, title,
          reference, grade, owner_id, team_id, next_due, next_step, opened_at, closed_at, persons)
      select r.partnership_id, e.new, r.kind, r.version, r.state, r.phase,
        ${standing}, r.at,
        case r.parent_id when $1 then e.case_id when $2 then e.child_id else r.parent_id end, r.subject_id, r.title,
        r.reference || '-' || e.n, r.grade, r.owner_id, r.team_id, r.next_due + e.later, r.next_step, r.opened_at,
        r.closed_at, array[e.child_id]
      from record r join of_each e on e.old = r.id),
    readers as (
      insert into case_reader (partnership_id, record_id, principal, class, until, without)
      select k.partnership_id, e.new, k.principal, k.class, k.until, k.without
      from case_reader k join of_each e on e.old = k.record_id),
    lines as (
      insert into queue_row (partnership_id, principal, due, record_id, step, without)
      select q.partnership_id, q.principal, q.due + e.later, e.new, q.step, q.without
      from queue_row q join of_each e on e.old = q.record_id),
    texts as (
      insert into written (partnership_id, id, record_id, kind, class, version, author_id, happened, at, body)
      select w.partnership_id, gen_random_uuid(), e.new, w.kind, w.class, w.version, w.author_id, w.happened, w.at, w.body
      from written w join of_each e on e.old = w.record_id)
  insert into clock (partnership_id, id, record_id, rule, start_at, due, started_by, ended, how, reason, ended_by, end_accepted)
  select c.partnership_id, (lpad(to_hex(e.n), 8, '0') || substr(c.id::text, 9))::uuid, e.new, c.rule, c.start_at,
    c.due + e.later, c.started_by, c.ended, c.how,
    c.reason, c.ended_by, c.end_accepted
  from clock c join of_each e on e.old = c.record_id`;

const prefix = '01900001-0000-7000-800';

/** The id of the copy of a case with this number, from 1. */
export const copyId = (number: number): string => `${prefix}a-${number.toString(16).padStart(12, '0')}`;

/**
 * Puts copies of a case and its child on the books, those numbered `from` to `to`, read by those who read the case and
 * waiting for those for whom it waits: current rows without a history, for measuring how work is listed and opened among
 * many.
 */
export async function addCopies(
  owner: Pick<ClientBase, 'query'>,
  { caseId, childId, from = 1, to }: { caseId: string; childId: string; from?: number; to: number },
): Promise<void> {
  const clocks = await owner.query<{ id: string }>('select id from clock where record_id in ($1, $2)', [
    caseId,
    childId,
  ]);
  const texts: [string, string][] = [
    [caseId, 'e.case_id::text'],
    [childId, 'e.child_id::text'],
    ...clocks.rows.map(({ id }): [string, string] => [id, `lpad(to_hex(e.n), 8, '0') || '${id.slice(8)}'`]),
  ];
  const sql = copies(
    texts.reduce((text, [old, made]) => `replace(${text}, '${old}', ${made})`, 'r.standing'),
  );
  for (let first = from; first <= to; first += batch)
    await owner.query(sql, [caseId, childId, prefix, first, Math.min(to, first + batch - 1)]);
}
