import type { ContentClass, RecordKind, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';
import { type ListOrder, type ListSort, listOrders, never } from './list-orders.js';

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
  /** Only what waits for this agency, for it to name an owner too, or is with somebody who works for it. */
  agencyId?: string | undefined;
  /** Only what was due before now. */
  overdue?: boolean | undefined;
  /** Only what opened between two instants, the second not among them; of reports, what was submitted. */
  opened?: { from: string; until: string } | undefined;
  parentId?: string | undefined;
  ids?: readonly string[] | undefined;
  sort: ListSort;
  after?: ListCursor | undefined;
  limit: number;
}

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
 * What the reader may not see of a case, he or she cannot ask by a filter or by an order either: by a receipt alone no more
 * is found than whether the case is closed, and grade and listing are for whoever reads the sheet.
 */
function withinReach(asked: ListAsked): string {
  const { kind, phases, grade, teamId, ownerId, panel, waits, sort, parentId, opened } = asked;
  if (waits) return `and ${reads("= 'case'")}`;
  // Whoever is to do what a sitting gave is not told of whom it is, nor by what is found when it is asked for by that.
  if (kind === 'planAction' && parentId)
    return `and (r.standing::json ->> 'caseKind' is null or ${reads("= 'case'")})`;
  // Whoever was given a part of a report is told neither when it came nor how far the desk is with it.
  if (kind === 'intelligence' && phases) return `and ${reads("= 'unsanitised'")}`;
  if (kind === 'intelligence' && (opened || listOrders[sort].of))
    return `and ${reads("in ('unsanitised', 'receipt')")}`;
  if (!isCase(kind)) return '';
  if (grade || panel) return `and ${reads("in ('sheet', 'case')")}`;
  if (teamId || ownerId || listOrders[sort].isOfWhole)
    return `and ${reads("not in ('existence', 'receipt')")}`;
  if (kind !== 'childCase') return phases ? `and ${reads("not in ('existence', 'receipt')")}` : '';
  return phases ? `and (r.phase = 'closed' or ${reads("not in ('existence', 'receipt')")})` : '';
}

/** Prepared statements go by name: a text for each kind of question. */
function nameOf(asked: ListAsked): string {
  const { kind, phases, grade, teamId, ownerId, panel, sort, waits, agencyId, overdue, opened } = asked;
  const reach =
    grade || panel
      ? 'sheet'
      : teamId || ownerId || listOrders[sort].isOfWhole
        ? 'more'
        : phases
          ? 'phase'
          : 'any';
  const ofAction = kind === 'planAction' ? ` action${asked.parentId ? ' about' : ''}` : '';
  const ofReport = kind === 'intelligence' ? ` report${phases ? ' phase' : ''}` : '';
  return `list records${ofAction}${ofReport} ${sort}${opened ? ' between' : ''}${waits ? ' waits' : ''}${agencyId ? ' agency' : ''}${overdue ? ' overdue' : ''}${panel ? ` ${panel}` : ''}${isCase(kind) ? ` ${kind === 'childCase' ? 'cases' : 'strand'} ${reach}` : ''}`;
}

/** Rows of readers up to which a list begins with them: more stand for so many records that a page is soon full. */
const fewReaders = 1500;

/**
 * Whoever reads few records gets them by what he or she reads, everybody else by the order of the list: walking through
 * all records of a kind for the few that somebody reads would cost with what is stored, not with what is asked for.
 * `offset 0` keeps the planner from walking all the same, in the order of an index.
 */
function listText(asked: ListAsked): string {
  const { place, down } = listOrders[asked.sort];
  const way = down ? 'desc' : 'asc';
  const order = `order by ${place ? `rank ${way}, place ${way}, ` : ''}id ${way} limit ${place ? '$12' : '$10'}`;
  return `with mine as materialized (
      select k.record_id from case_reader k where k.partnership_id = (select app_partnership())
        and k.principal = any ((select app_principals())::text[]) limit ${fewReaders + 1})
    select ${recordColumns}, title, reference, grade, phase, owner_id, team_id, next_due, next_step, opened_at, closed_at,
      rank, classes from (
      (select * from (${branchText(asked, `(select count(*) from mine) <= ${fewReaders} and r.id = any (array(select record_id from mine))`)} offset 0) few ${order})
      union all
      (${branchText(asked, `(select count(*) from mine) > ${fewReaders}`)} ${order})) listed ${order}`;
}

/** What comes after the cursor: by id alone, by a place and id, or by a rank before both. */
function afterText({ place, rank, down }: ListOrder): string {
  const than = down ? '<' : '>';
  if (!place) return `r.id ${than} $9::uuid`;
  if (!rank) return `(${place}, r.id) ${than} ($11::timestamptz, $9::uuid) and $10::int is not null`;
  return `(${rank}, ${place}, r.id) ${than} ($10::int, $11::timestamptz, $9::uuid)`;
}

/** What else is asked, with its values, which stand behind those that every list has. */
function further({ kind, sort, waits, agencyId, overdue, opened }: ListAsked): {
  text: string;
  values: unknown[];
} {
  const last = listOrders[sort].place ? 12 : 10;
  const before = [...(waits ? [waits.step, waits.by ?? null] : []), ...(agencyId ? [agencyId] : [])];
  const values = [...before, ...(opened ? [opened.from, opened.until] : [])];
  const openedFrom = last + before.length + 1;
  const text = [
    waits
      ? `and r.next_step = $${last + 1}::text and ($${last + 2}::timestamptz is null or r.next_due <= $${last + 2})`
      : '',
    agencyId
      ? `and (${kind === 'planAction' ? '' : `r.subject_id = $${last + before.length}::uuid or `}r.owner_id in (select u.id from record u
          where u.kind = 'user' and u.standing::json ->> 'agencyId' = $${last + before.length}::text)
          or (r.phase = 'awaitingOwner' and r.standing::json ->> 'ownerAgencyId' = $${last + before.length}::text))`
      : '',
    overdue ? 'and r.next_due < (select app_now())' : '',
    opened
      ? `and coalesce(r.opened_at, ${never}) >= $${openedFrom}::timestamptz
          and coalesce(r.opened_at, ${never}) < $${openedFrom + 1}::timestamptz`
      : '',
  ];
  return { text: text.join(' '), values };
}

function branchText(asked: ListAsked, which: string): string {
  const { panel } = asked;
  const order = listOrders[asked.sort];
  return `select ${columns}, r.title, r.reference, r.grade, r.phase, r.owner_id, r.team_id, r.next_due, r.next_step,
      r.opened_at, r.closed_at, ${order.rank ?? '0::int'} as rank, ${order.place ?? never} as place,
      (select json_agg(distinct c.class)::text from case_reader c
        where c.record_id = r.id and (c.until is null or c.until > (select app_now()))) as classes
    from record r
    where ${which} and r.partnership_id = (select app_partnership()) and r.kind = $1
      and ($2::text[] is null or r.phase = any ($2)) and ($3::text is null or r.grade = $3)
      and ($4::text is null or r.team_id = $4) and ($5::uuid is null or r.owner_id = $5)
      and ($6::text is null or r.reference = $6) and ($7::uuid is null or r.parent_id = $7)
      ${further(asked).text}
      ${panel ? 'and r.state like \'%"panel":"listed"%\'' : ''}
      ${withinReach(asked)}
      and ($8::uuid[] is null or r.id = any ($8)) and ($9::uuid is null or ${afterText(order)})`;
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
      ...(listOrders[asked.sort].place ? [after?.rank ?? null, after?.at ?? null] : []),
      asked.limit + 1,
      ...further(asked).values,
    ],
  });
  const page = found.rows.slice(0, asked.limit);
  const last = page.at(-1);
  const more = found.rows.length > asked.limit && last !== undefined;
  const { of: column, without = '-infinity' } = listOrders[asked.sort];
  const at = (column && last?.[column]) ?? without;
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
