import type { ContentClass, RecordKind, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** A record of a list, with the facts that lists show and the classes of content that this reader may see of it. */
export interface ListedRecord {
  record: StoredRecord;
  title: string;
  reference: string | null;
  grade: string | null;
  phase: string;
  ownerId: string | null;
  teamId: string | null;
  nextDue: string | null;
  nextStep: string | null;
  openedAt: string | null;
  closedAt: string | null;
  classes: ContentClass[];
}

/** Where a page begins: after the record with this place in the order of the list. */
export interface ListCursor {
  rank: number;
  at: string;
  id: string;
}

/** What a list selects; what is left out selects nothing away. */
export interface ListAsked {
  kind: RecordKind;
  phases?: readonly string[] | undefined;
  /** Only cases on the panel's list. */
  panel?: 'listed' | undefined;
  grade?: string | undefined;
  teamId?: string | undefined;
  ownerId?: string | undefined;
  reference?: string | undefined;
  /** Only what waits for this step, and where a day is given, is due for it by then: for whoever reads the whole of it. */
  waits?: { step: string; by?: string | undefined } | undefined;
  parentId?: string | undefined;
  ids?: readonly string[] | undefined;
  sort: ListSort;
  after?: ListCursor | undefined;
  limit: number;
}

/** The orders of lists: newest record first; by the time it opened, latest first; what is proposed first. */
export type ListSort = 'newest' | 'opened' | 'proposedFirst';

const never = "'-infinity'::timestamptz";
const orders: Record<ListSort, { rank: string; at: string }> = {
  newest: { rank: '0::int', at: never },
  opened: { rank: '0::int', at: `coalesce(r.opened_at, ${never})` },
  proposedFirst: { rank: "(r.phase = 'proposed')::int", at: never },
};

const columns = recordColumns
  .split(', ')
  .map((column) => `r.${column}`)
  .join(', ');

const reads = (classes: string) => `exists (select 1 from case_reader k
        where k.record_id = r.id and k.class ${classes} and (k.until is null or k.until > (select app_now())))`;

/** Kinds of which somebody may know a receipt and no more. */
const isCase = (kind: RecordKind): boolean =>
  kind === 'childCase' || kind === 'personCase' || kind === 'locationCase';

/**
 * What the reader may not see of a case, he or she cannot ask by a filter either: by a receipt alone no more is found
 * than whether the case is closed, and grade and listing are for whoever reads the sheet.
 */
function withinReach({ kind, phases, grade, teamId, ownerId, panel, waits }: ListAsked): string {
  if (waits) return `and ${reads("= 'case'")}`;
  if (!isCase(kind)) return '';
  if (grade || panel) return `and ${reads("in ('sheet', 'case')")}`;
  if (teamId || ownerId) return `and ${reads("not in ('existence', 'receipt')")}`;
  if (kind !== 'childCase') return phases ? `and ${reads("not in ('existence', 'receipt')")}` : '';
  return phases ? `and (r.phase = 'closed' or ${reads("not in ('existence', 'receipt')")})` : '';
}

/** Prepared statements go by name: a text for each kind of question. */
function nameOf(asked: ListAsked): string {
  const { kind, phases, grade, teamId, ownerId, panel, sort, waits } = asked;
  const reach = grade || panel ? 'sheet' : teamId || ownerId ? 'more' : phases ? 'phase' : 'any';
  return `list records ${sort}${waits ? ' waits' : ''}${panel ? ` ${panel}` : ''}${isCase(kind) ? ` ${kind === 'childCase' ? 'cases' : 'strand'} ${reach}` : ''}`;
}

/** Rows of readers up to which a list begins with them: more stand for so many records that a page is soon full. */
const fewReaders = 1500;

/**
 * Whoever reads few records gets them by what he or she reads, everybody else by the order of the list: walking through
 * all records of a kind for the few that somebody reads would cost with what is stored, not with what is asked for.
 * `offset 0` keeps the planner from walking all the same, in the order of an index.
 */
function listText(asked: ListAsked): string {
  const { sort } = asked;
  const order = `order by ${sort === 'newest' ? '' : 'rank desc, place desc, '}id desc limit ${sort === 'newest' ? '$10' : '$12'}`;
  return `with mine as materialized (
      select k.record_id from case_reader k where k.partnership_id = (select app_partnership())
        and k.principal = any ((select app_principals())::text[]) limit ${fewReaders + 1})
    select ${recordColumns}, title, reference, grade, phase, owner_id, team_id, next_due, next_step, opened_at, closed_at,
      rank, classes from (
      (select * from (${branchText(asked, `(select count(*) from mine) <= ${fewReaders} and r.id = any (array(select record_id from mine))`)} offset 0) few ${order})
      union all
      (${branchText(asked, `(select count(*) from mine) > ${fewReaders}`)} ${order})) listed ${order}`;
}

function branchText(asked: ListAsked, which: string): string {
  const { sort, panel, waits } = asked;
  const { rank, at } = orders[sort];
  const last = sort === 'newest' ? 10 : 12;
  const after = {
    newest: 'r.id < $9::uuid',
    opened: `(${at}, r.id) < ($11::timestamptz, $9::uuid) and $10::int is not null`,
    proposedFirst: `(${rank}, ${at}, r.id) < ($10::int, $11::timestamptz, $9::uuid)`,
  }[sort];
  return `select ${columns}, r.title, r.reference, r.grade, r.phase, r.owner_id, r.team_id, r.next_due, r.next_step,
      r.opened_at, r.closed_at, ${rank} as rank, ${at} as place,
      (select json_agg(distinct c.class)::text from case_reader c
        where c.record_id = r.id and (c.until is null or c.until > (select app_now()))) as classes
    from record r
    where ${which} and r.partnership_id = (select app_partnership()) and r.kind = $1
      and ($2::text[] is null or r.phase = any ($2)) and ($3::text is null or r.grade = $3)
      and ($4::text is null or r.team_id = $4) and ($5::uuid is null or r.owner_id = $5)
      and ($6::text is null or r.reference = $6) and ($7::uuid is null or r.parent_id = $7)
      ${waits ? `and r.next_step = $${last + 1}::text and ($${last + 2}::timestamptz is null or r.next_due <= $${last + 2})` : ''}
      ${panel ? 'and r.state like \'%"panel":"listed"%\'' : ''}
      ${withinReach(asked)}
      and ($8::uuid[] is null or r.id = any ($8)) and ($9::uuid is null or ${after})`;
}

interface RawListed extends RawRecord {
  title: string;
  reference: string | null;
  grade: string | null;
  phase: string;
  owner_id: string | null;
  team_id: string | null;
  next_due: string | null;
  next_step: string | null;
  opened_at: string | null;
  closed_at: string | null;
  classes: string | null;
  rank: number;
}

/** One page of the records of a kind that this reader may see, with the cursor of the next page; keyset, no offset. */
export async function listRecords(
  tx: Tx,
  asked: ListAsked,
): Promise<{ rows: ListedRecord[]; next: ListCursor | null }> {
  const { after } = asked;
  const found = await tx.query<RawListed>({
    name: nameOf(asked),
    text: listText(asked),
    values: [
      asked.kind,
      asked.phases ?? null,
      asked.grade ?? null,
      asked.teamId ?? null,
      asked.ownerId ?? null,
      asked.reference ?? null,
      asked.parentId ?? null,
      asked.ids ?? null,
      after?.id ?? null,
      ...(asked.sort === 'newest' ? [] : [after?.rank ?? null, after?.at ?? null]),
      asked.limit + 1,
      ...(asked.waits ? [asked.waits.step, asked.waits.by ?? null] : []),
    ],
  });
  const page = found.rows.slice(0, asked.limit);
  const last = page.at(-1);
  const more = found.rows.length > asked.limit && last !== undefined;
  const at = asked.sort === 'opened' ? (last?.opened_at ?? '-infinity') : '-infinity';
  return { rows: page.map(listed), next: more ? { rank: last.rank, at, id: last.id } : null };
}

function listed(row: RawListed): ListedRecord {
  return {
    record: storedRecord(row),
    title: row.title,
    reference: row.reference,
    grade: row.grade,
    phase: row.phase,
    ownerId: row.owner_id,
    teamId: row.team_id,
    nextDue: row.next_due,
    nextStep: row.next_step,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    classes: JSON.parse(row.classes ?? '[]') as ContentClass[],
  };
}
