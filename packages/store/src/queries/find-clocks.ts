import type { EndedClock, RecordKind } from '@mase/workflow';
import type { Tx } from '../store.js';
import { together } from '../together.js';

/** How a clock stands: it runs, it runs and is overdue, it ended one way or another, or goes on under a second due date. */
export const clockStands = [
  ...(['running', 'overdue', 'met', 'met-late', 'missed', 'cancelled', 'extended'] as const),
];
/** One of these ways. */
export type ClockStand = (typeof clockStands)[number];

/** A clock of a record that the reader reads the whole of. */
export interface ListedClock {
  id: string;
  rule: string;
  start: string;
  due: string;
  ended: string | null;
  how: EndedClock['how'] | null;
  reason: string | null;
  /** The command that started it, and when that was accepted; null where the reader does not read the history. */
  startedBy: string | null;
  startedAt: string | null;
  /** Of one that was extended: when it was due first, and why it was put off. */
  dueFirst: string | null;
  extendedBecause: string | null;
  /** Who extended it; null where the reader does not read the history. */
  extendedBy: string | null;
  recordId: string;
  kind: RecordKind;
  title: string;
  reference: string | null;
  ownerId: string | null;
  persons: string[];
}

/** Where a page of clocks begins: after this due time and clock. */
export interface ClockCursor {
  due: string;
  id: string;
}

/** Which clocks are asked for; what is left out selects nothing away. */
export interface ClocksAsked {
  rules?: readonly string[] | undefined;
  kind?: RecordKind | undefined;
  ownerId?: string | undefined;
  /** Of those whose owner works for this agency, and those that wait for the agency itself. */
  agencyId?: string | undefined;
  stands?: readonly ClockStand[] | undefined;
  /** Due from this instant on, and before that one. */
  from?: string | undefined;
  until?: string | undefined;
  /** The latest due first; the soonest where it is left out. */
  latest?: boolean | undefined;
  after?: ClockCursor | undefined;
  limit: number;
}

/** Rows of readers up to which a list begins with the few records that somebody reads (see `list-records.ts`). */
const fewReaders = 1500;

/** The two ways of standing of a clock that has not ended: they are looked for among those alone, by their index. */
const notEnded: readonly ClockStand[] = ['running', 'overdue'];

const branch = (
  which: string,
  than: '<' | '>',
) => `select c.id, c.rule, c.start_at, c.due, c.ended, c.how, c.reason, c.started_by,
      r.id as record_id, r.kind, r.title, r.reference, r.owner_id, r.persons
    from clock c join record r on r.id = c.record_id
    where ${which} and c.partnership_id = (select app_partnership())
      and ($1::text[] is null or c.rule = any ($1)) and ($2::text is null or r.kind = $2)
      and ($3::uuid is null or r.owner_id = $3)
      and ($4::uuid is null or r.subject_id = $4 or r.owner_id in (
        select u.id from record u where u.kind = 'user' and u.standing::json ->> 'agencyId' = $4::text))
      and ($5::text[] is null or (case when c.how = 'metLate' then 'met-late' when c.ended is not null then c.how
        when c.due < (select app_now()) then 'overdue' else 'running' end) = any ($5))
      and ($6::timestamptz is null or c.due >= $6) and ($7::timestamptz is null or c.due < $7)
      and ($8::timestamptz is null or (c.due, c.id) ${than} ($8, $9::uuid))
      and exists (select 1 from case_reader k where k.record_id = c.record_id and k.class = 'case'
        and (k.until is null or k.until > (select app_now())))`;

/** One page of the clocks on records that this reader reads the whole of, soonest or latest due first; keyset, no offset. */
export async function findClocks(tx: Tx, asked: ClocksAsked): Promise<ListedClock[]> {
  const isRunning = asked.stands?.every((one) => notEnded.includes(one));
  const isOverdue = asked.stands?.every((one) => one === 'overdue');
  // Most clocks have ended, and few that run are overdue: a page of either must not walk past all the others.
  const ends = `${isRunning ? ' and c.ended is null' : ''}${isOverdue ? ' and c.due < (select app_now())' : ''}`;
  const [way, than] = asked.latest ? (['desc', '<'] as const) : (['asc', '>'] as const);
  const order = (of = '') => `order by ${of}due ${way}, ${of}id ${way}`;
  const page = {
    text: `with mine as materialized (
        select k.record_id from case_reader k where k.partnership_id = (select app_partnership())
          and k.principal = any ((select app_principals())::text[]) limit ${fewReaders + 1}),
      page as (
        select * from ((select * from (${branch(`(select count(*) from mine) <= ${fewReaders} and c.record_id = any (array(select record_id from mine))${ends}`, than)} offset 0) few
            ${order()} limit $10)
          union all
          (${branch(`(select count(*) from mine) > ${fewReaders}${ends}`, than)} ${order('c.')} limit $10)) both_ways
        ${order()} limit $10)
      select page.id, page.rule, page.start_at as start, page.due, page.ended, page.how, case when page.how = 'extended' then y.reason else page.reason end as reason,
        h.command as "startedBy", h.at as "startedAt", page.record_id as "recordId", page.kind, page.title, page.reference,
        page.owner_id as "ownerId", page.persons::text[] as persons,
        f.due as "dueFirst", case when f.id is not null then y.reason end as "extendedBecause", x.actor_id as "extendedBy"
      from page
      left join clock f on f.record_id = page.record_id and f.rule = page.rule and f.how = 'extended' and f.ended_by = page.started_by
      left join history h on h.record_id = page.record_id and h.command_id = coalesce(f.started_by, page.started_by)
      left join lateral (select w.body::json ->> 'reason' as reason from written w
        where (f.id is not null or page.how = 'extended') and w.record_id = page.record_id and w.kind = 'clock-extension'
          and w.body::json ->> 'rule' = page.rule and (w.body::json ->> 'was')::timestamptz = coalesce(f.due, page.due)
        order by w.version desc limit 1) y on true
      left join history x on f.id is not null and x.record_id = page.record_id and x.command_id = page.started_by
      ${order('page.')}`,
    values: [
      asked.rules ?? null,
      asked.kind ?? null,
      asked.ownerId ?? null,
      asked.agencyId ?? null,
      asked.stands ?? null,
      asked.from ?? null,
      asked.until ?? null,
      asked.after?.due ?? null,
      asked.after?.id ?? null,
      asked.limit,
    ],
  };
  // Planned for what is asked and how much of it: by one plan for all that may be asked, every clock would be sorted.
  const [, found] = await together([
    tx.query('set local plan_cache_mode = force_custom_plan'),
    tx.query<ListedClock>(page),
    tx.query('set local plan_cache_mode = force_generic_plan'),
  ]);
  return found.rows;
}
