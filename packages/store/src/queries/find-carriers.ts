import type { Tx } from '../store.js';

/** What may have carried an entry out of the record. */
export const carrierPapers = [
  ...(['sitting-copy', 'plan-copy', 'journey-copy', 'export', 'access-answer', 'message'] as const),
  ...(['information-request', 'transfer-notice', 'feedback', 'notice'] as const),
] as const;

/** A paper, a file or a message that went out after an entry was recorded and before it was withdrawn. */
export interface Carrier {
  paper: (typeof carrierPapers)[number];
  /** Whom it went to: an account, a role or team as a principal, or a name outside. */
  recipientId: string | null;
  principal: string | null;
  recipientName: string;
  copyNumber: number | null;
  issuedAt: string;
  /** What was withdrawn: the kind of entry, and when. */
  entryKind: string;
  withdrawnAt: string;
}

/** Entries of a record that were withdrawn and cases that were moved away from it, the cases whose papers show them, and the child. */
const withdrawn = `gone as (
    select e.id, e.kind, e.at as since, w.at as until, e.record_id
    from written w join written e on e.id = w.replaces
    where w.kind = 'entry-withdrawn'
      and (w.record_id = $1 or w.record_id in (select id from record where parent_id = $1 and kind <> 'childCase'))
    union all
    select w.id, w.kind, coalesce(c.opened_at, c.at), w.at, c.id
    from written w join record c on c.id = (w.body::json ->> 'caseId')::uuid
    where w.record_id = $1 and w.kind = 'case-moved'),
  about as (
    select id from record where id = $1 and kind = 'childCase'
    union select id from record where parent_id = $1 and kind = 'childCase'
    union select record_id from gone where kind = 'case-moved'),
  named as (
    select id from about union select $1::uuid union select parent_id from record where id in (select id from about))`;

const line = (
  paper: (typeof carrierPapers)[number],
  recipient: string,
  name: string,
  copy: string,
  at: string,
) =>
  `select '${paper}' as paper, ${recipient} as recipient_id, ${name} as title, ${copy} as copy_number, ${at} as issued_at,
     g.kind as entry_kind, g.until as withdrawn_at from gone g`;

/** Copies of the papers of every sitting that had the case on its agenda; which parts each recipient read is not asked. */
const sittingCopies = `${line('sitting-copy', 'p.recipient_id', 'null::text', 'p.copy_number', 'p.issued_at')}
  join record i on i.kind = 'agendaItem' and i.subject_id in (select id from about)
  join pack p on p.record_id = i.parent_id and p.issued_at between g.since and g.until`;

/** Copies of the journey of the case. */
const journeyCopies = `${line('journey-copy', 'p.recipient_id', 'null::text', 'p.copy_number', 'p.issued_at')}
  join pack p on p.record_id in (select id from about) and p.issued_at between g.since and g.until`;

/** Copies of a plan, of entries that a plan is made of; child and carers, who have one in plain words, have no account. */
const planCopies = `${line('plan-copy', "case when r.standing::json ->> 'part' <> 'plain' then (r.standing::json ->> 'recipientId')::uuid end", "r.standing::json ->> 'recipientName'", "(c.body::json ->> 'version')::integer", 'c.at')}
  join record r on r.kind = 'planCopy' and r.parent_id in (select id from about)
  join written c on c.record_id = r.id and c.kind in ('copy', 'plain-copy') and c.at between g.since and g.until
  where g.kind in ('case-moved', 'plan', 'plan-disruption', 'sharing', 'sharing-disruption')
    or (g.kind = 'view' and c.kind = 'plain-copy')`;

/** Whole histories that were exported: of everything, or of the child or the case; and packs for a peer review that hold the case. A list has no entries in it. */
const exported = `${line('export', 'null', "concat_ws(', ', x.s -> 'recipient' ->> 'name', x.s -> 'recipient' ->> 'organisation')", 'null', 'x.at')}
  join lateral (select r.standing::json as s, (r.standing::json -> 'begun' ->> 'at')::timestamptz as at
    from record r where r.kind = 'export') x on x.at between g.since and g.until
  where x.s ->> 'what' = 'partnership'
    or (x.s ->> 'what' = 'record' and (x.s ->> 'recordId')::uuid in (select id from named))
    or (x.s ->> 'what' = 'peer-review' and exists (select 1 from json_array_elements(x.s -> 'cases') c
      where (c.value ->> 'id')::uuid in (select id from about)))`;

/** Answers to requests for access whose bundle had the entry in it. */
const answers = `${line('access-answer', 'null', "a.standing::json -> 'requester' ->> 'name'", 'null', "(a.standing::json -> 'issued' ->> 'at')::timestamptz")}
  join record a on a.kind = 'accessRequest'
    and (a.standing::json -> 'issued' ->> 'at')::timestamptz between g.since and g.until
  where exists (select 1 from written b
    where b.record_id = a.id and b.kind = 'bundle' and (position(g.id::text in b.body) > 0
      or (g.kind = 'case-moved' and position(g.record_id::text in b.body) > 0)))`;

/** Whoever was told by message of what happened while the entry stood. */
const messages = `${line('message', 'null', 'm.principal', 'null', 'm.at')}
  join message m on m.record_id = g.record_id and m.at between g.since and g.until
    and m.kind not in ('entry-withdrawn', 'copy-withdrawn')`;

/** What an agency was asked, and told of what came of it: its words may say what the entry said. */
const requests = `${line('information-request', "(r.standing::json ->> 'contactId')::uuid", "r.standing::json ->> 'agencyName'", 'null', 'a.at')}
  join record r on r.kind = 'informationRequest' and r.parent_id in (select id from about)
  join written a on a.record_id = r.id and a.kind in ('information-request', 'information-fed-back')
    and a.at between g.since and g.until`;

/** What another area read before it took the case on. */
const transfers = `${line('transfer-notice', "(t.body::json ->> 'receiverId')::uuid", "concat_ws(', ', t.body::json ->> 'contact', t.body::json ->> 'area')", 'null', 't.at')}
  join written t on t.record_id in (select id from about) and t.kind = 'transfer-asked'
    and t.at between g.since and g.until`;

/** What child and parent were told, by letter or in words. */
const feedback = `${line('feedback', 'null', "case p.who when 'child' then c.title else coalesce(p.said ->> 'name', 'The parent or carer') end", 'null', 'f.at')}
  join written f on f.record_id in (select id from about) and f.kind = 'feedback' and f.at between g.since and g.until
  join record c on c.id = f.record_id
  cross join lateral (values ('child', f.body::json -> 'child'), ('parent', f.body::json -> 'parent')) p (who, said)
  where p.said ->> 'told' = 'true'`;

/** Statutory notices that were sent. */
const notices = `${line('notice', 'null', "s.body::json ->> 'to'", 'null', 's.at')}
  join record n on n.kind = 'notice' and n.parent_id in (select id from about)
  join written s on s.record_id = n.id and s.kind = 'notice-sent' and s.at between g.since and g.until`;

const everyPaper = [
  ...[sittingCopies, planCopies, journeyCopies, exported, answers, messages],
  ...[requests, transfers, feedback, notices],
];

interface CarrierColumns {
  paper: Carrier['paper'];
  recipient_id: string | null;
  title: string | null;
  name: string | null;
  copy_number: number | null;
  issued_at: string;
  entry_kind: string;
  withdrawn_at: string;
}

const userOf = (principal: string | null): string | null =>
  /^user:([0-9a-f-]{36})$/.exec(principal ?? '')?.[1] ?? null;

function carrierOf(row: CarrierColumns): Carrier {
  const { paper, title, name, copy_number: copyNumber } = row;
  const principal = paper === 'message' ? title : null;
  return {
    paper,
    recipientId: row.recipient_id ?? userOf(principal),
    principal,
    recipientName: name ?? (principal === null ? (title ?? '') : ''),
    copyNumber,
    issuedAt: row.issued_at,
    entryKind: row.entry_kind,
    withdrawnAt: row.withdrawn_at,
  };
}

/**
 * What may have carried an entry of a record (a case, or a child) that was withdrawn: papers of sittings, copies of plans
 * and of the child's journey, exports, answers to requests for access, messages, what agencies were asked, what another area, child and parent were
 * told, and notices, as far as the reader may see them. Who may have, is told.
 */
export async function findCarriers(tx: Tx, recordId: string): Promise<Carrier[]> {
  const found = await tx.query<CarrierColumns>({
    name: 'carriers',
    text: `with ${withdrawn},
      found as (${everyPaper.join('\nunion\n')})
      select f.*, n.title as name from found f
      left join lateral names_of(array[coalesce(f.recipient_id,
        case when f.title like 'user:%' then substr(f.title, 6)::uuid end)]) n on true
      order by f.issued_at, f.paper, f.copy_number`,
    values: [recordId],
  });
  return found.rows.map(carrierOf);
}
