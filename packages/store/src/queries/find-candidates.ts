import type { CandidateClock, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** A record that may come before a sitting, with the clocks that bring it up and what sittings decided on it before. */
export interface AgendaCandidate {
  record: StoredRecord;
  title: string;
  grade: string | null;
  clocks: CandidateClock[];
  /** The latest decisions, newest first. */
  decided: string[];
  /** The latest item about it, where it is on an agenda or came back from one; null where no sitting had it. */
  item: LatestItem | null;
}

/** The latest item about something: its state, its sitting, and when that decided or returned it. */
export interface LatestItem {
  phase: string;
  sittingId: string;
  at: string | null;
  /** Whether that sitting was cancelled. */
  isCancelled: boolean;
}

/** What is sought: clocks by rule up to an instant each; how many of each kind and rule; where a page begins. */
export interface CandidatesAsked {
  rules: readonly { rule: string; by: string }[];
  /** How many decisions of each are read. */
  decisions: number;
  limit: number;
  after?: string | undefined;
}

/** The rules as the index on clocks names them: word for word, so that the planner may use it. */
const panelRules = `('panel-review', 'chairs-action', 'grade-confirmation', 'repeat-missing-discussion', 'transfer-answer',
        'eighteenth-birthday', 'nomination-screening', 'person-necessity', 'order-expiry-warning', 'measure-expiry',
        'cluster-meeting', 'requirement-answer', 'challenge-answer', 'challenge-reply')`;

const columns = recordColumns
  .split(', ')
  .map((column) => `r.${column}`)
  .join(', ');

/**
 * One page of the candidates that this reader sees: what is on the panel's list (index `record_listed`), children graded
 * high whom nobody has listed (index `record_high_unlisted`) and what running clocks bring up (index `clock_for_panel`), by id. Of a case whoever reads its sheet finds it and nobody else, so that a
 * receipt tells nothing; row level security keeps the rest. `more` says whether a page follows.
 */
export async function findCandidates(
  tx: Tx,
  { rules, decisions, limit, after }: CandidatesAsked,
): Promise<{ found: AgendaCandidate[]; more: boolean }> {
  const { rows } = await tx.query<
    RawRecord & {
      title: string;
      grade: string | null;
      clocks: string;
      decided: string;
      item: string | null;
    }
  >({
    name: 'agenda candidates',
    text: `with due as materialized (
        select c.record_id, c.rule, c.start_at, c.due from unnest($1::text[], $2::timestamptz[]) w (rule, by)
        cross join lateral (select k.record_id, k.rule, k.start_at, k.due from clock k
          where k.partnership_id = (select app_partnership()) and k.ended is null and k.rule in ${panelRules}
            and k.rule = w.rule and k.due <= w.by and ($4::uuid is null or k.record_id > $4)
          order by k.due, k.record_id limit $3 * 10) c),
      listed as materialized (
        select r.id from unnest(array['childCase', 'personCase', 'locationCase', 'cluster']) w (kind)
        cross join lateral (select k.id from record k
          where k.partnership_id = (select app_partnership()) and k.kind = w.kind
            and k.state like '%"panel":"listed"%' and ($4::uuid is null or k.id > $4)
          order by k.id limit $3) r),
      unlisted as materialized (select k.id from record k
        where k.partnership_id = (select app_partnership()) and k.kind = 'childCase' and k.grade = 'high'
          and k.closed_at is null and k.state like '%"panel":"notListed"%' and ($4::uuid is null or k.id > $4)
        order by k.id limit $3),
      wanted as (select record_id as id from due union select id from listed union select id from unlisted)
      select ${columns}, r.title, r.grade,
        coalesce((select json_agg(json_build_object('rule', d.rule, 'start', d.start_at, 'due', d.due) order by d.due)
          from due d where d.record_id = r.id), '[]')::text as clocks,
        coalesce((select json_agg(i.decision) from (select n.standing::json #>> '{decision,decision}' as decision
          from record n where n.subject_id = r.id and n.kind = 'agendaItem' and n.phase = 'decided'
          order by n.closed_at desc, n.id desc limit $5) i), '[]')::text as decided,
        (select json_build_object('at', n.closed_at, 'sittingId', n.parent_id, 'phase', n.phase, 'isCancelled',
            exists (select 1 from record s where s.id = n.parent_id and s.phase = 'cancelled')) from record n
          where n.subject_id = r.id and n.kind = 'agendaItem' order by n.id desc limit 1)::text as item
      from wanted join record r on r.id = wanted.id
      where r.kind not in ('childCase', 'personCase', 'locationCase')
        or exists (select 1 from case_reader k where k.record_id = r.id and k.class in ('sheet', 'case')
          and (k.until is null or k.until > (select app_now())))
      order by r.id limit $3 + 1`,
    values: [rules.map(({ rule }) => rule), rules.map(({ by }) => by), limit, after ?? null, decisions],
  });
  const found = rows.slice(0, limit).map((row) => ({
    record: storedRecord(row),
    title: row.title,
    grade: row.grade,
    clocks: instants(JSON.parse(row.clocks) as CandidateClock[]),
    decided: JSON.parse(row.decided) as string[],
    item: row.item ? itemOf(JSON.parse(row.item) as LatestItem) : null,
  }));
  return { found, more: rows.length > limit };
}

const instant = (text: string): string => new Date(text).toISOString();

const itemOf = ({ at, ...rest }: LatestItem): LatestItem => ({ ...rest, at: at && instant(at) });

const instants = (clocks: readonly CandidateClock[]): CandidateClock[] =>
  clocks.map(({ rule, start, due }) => ({ rule, start: instant(start), due: instant(due) }));

/** Of these subjects those whose latest item, besides the items named, came back from a sitting that did not reach it. */
export async function findReturned(
  tx: Tx,
  subjects: readonly string[],
  besides: readonly string[],
): Promise<Set<string>> {
  const { rows } = await tx.query<{ subject_id: string }>({
    name: 'returned subjects',
    text: `select l.subject_id from (select distinct on (r.subject_id) r.subject_id, r.phase from record r
        where r.subject_id = any ($1::uuid[]) and r.kind = 'agendaItem' and not r.id = any ($2::uuid[])
        order by r.subject_id, r.id desc) l where l.phase = 'returned'`,
    values: [subjects, besides],
  });
  return new Set(rows.map((row) => row.subject_id));
}
