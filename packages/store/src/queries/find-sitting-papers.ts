import {
  type ClusterStanding,
  type LinkStanding,
  nodeOf,
  recordsJoined,
  type StoredRecord,
} from '@mase/workflow';
import { themesLooked } from '../sittings-beside.js';
import type { Tx } from '../store.js';
import {
  type RawRecord,
  type RawWritten,
  recordColumns,
  storedRecord,
  writtenColumns,
  writtenRow,
} from '../stored-record.js';
import type { DatedRow } from './find-case.js';
import { findRecordsById } from './find-records-by-id.js';

/** All that one reader may see towards the papers of a sitting; what the database keeps from him is not in it. */
export interface SittingPapers {
  partnership: string;
  sitting: StoredRecord;
  /** The last sitting of the same panel before this one that has minutes, and the next after it. */
  previous: StoredRecord | null;
  next: StoredRecord | null;
  /**
   * Items of both sittings, their cases, clusters, children, persons and places, actions, missing episodes and earlier decided
   * items; with them links, measures and disseminated reports of intelligence about those on the agenda.
   */
  records: StoredRecord[];
  /** The records at either end of a link, as far as this reader sees them. */
  ends: Map<string, StoredRecord>;
  /** What was written on them, newest first. */
  written: DatedRow[];
  /** The classes of content that this reader reads, by record. */
  classes: Map<string, string[]>;
  /** Accounts and agencies that the records name. */
  people: StoredRecord[];
}

const of = (alias: string) =>
  recordColumns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

const neighbours = `
  with s as (select * from record where id = $1 and kind = 'sitting')
  select 'own' as place, ${of('s')}, (select name from partnership p where p.id = s.partnership_id) as partnership from s
  union all (select 'previous', ${of('p')}, null from record p, s
    where p.kind = 'sitting' and p.partnership_id = s.partnership_id
      and (case when s.parent_id is null then p.parent_id is null and p.title = s.title else p.parent_id = s.parent_id end)
      and p.phase in ('minutesDrafted', 'minutesAgreed') and p.opened_at < s.opened_at
    order by p.opened_at desc, p.id desc limit 1)
  union all (select 'next', ${of('n')}, null from record n, s
    where n.kind = 'sitting' and n.partnership_id = s.partnership_id
      and (case when s.parent_id is null then n.parent_id is null and n.title = s.title else n.parent_id = s.parent_id end)
      and n.phase <> 'cancelled' and n.opened_at > s.opened_at
    order by n.opened_at, n.id limit 1)`;

/**
 * Overdue actions of earlier decisions are known by their ids: a command's ids share all but the last four digits. What
 * the last sittings gave on themes is open until it is done: no case brings it back.
 */
const hanging = `
  with item as (select * from record where parent_id = any ($1::uuid[]) and kind = 'agendaItem'),
  heard as (select * from item where phase <> 'takenOff'),
  cases as (select * from record where id in (select subject_id from heard)
    and kind in ('childCase', 'personCase', 'locationCase', 'cluster')),
  earlier as (select * from record where subject_id in (select subject_id from heard) and kind = 'agendaItem'
    and phase = 'decided' and not parent_id = any ($1::uuid[])),
  late as (select r.*, i.id as item_id from clock c
    join record r on r.id = c.record_id and r.kind = 'planAction'
    join record i on i.subject_id = r.parent_id and i.kind = 'agendaItem' and i.phase = 'decided'
    join record s on s.id = i.parent_id and s.opened_at < $3
      and (case when $4::uuid is null then s.parent_id is null and s.title = $2 else s.parent_id = $4 end)
    join written w on w.record_id = i.id and w.kind = 'decision' and left(w.id::text, 32) = left(r.id::text, 32)
    where c.rule = 'action-due' and c.ended is null and c.due < (select app_now())),
  lately as (select id from record s where s.kind = 'sitting' and s.opened_at < $3
      and (case when $4::uuid is null then s.parent_id is null and s.title = $2 else s.parent_id = $4 end)
    order by s.opened_at desc, s.id desc limit $5),
  themes as (select r.*, i.id as item_id from record i
    join record r on r.parent_id = i.id and r.kind = 'planAction' and r.phase <> 'ended'
    where i.kind = 'agendaItem' and i.reference is null and i.parent_id in (select id from lately)),
  unratified as (select r.* from clock c
    join record r on r.id = c.record_id and r.kind = 'agendaItem'
    join record s on s.id = r.parent_id and s.title = $2 and s.opened_at < $3
    where c.rule = 'ratification' and c.ended is null)
  select ${recordColumns} from item
  union select ${recordColumns} from cases
  union select ${recordColumns} from earlier
  union select ${recordColumns} from late
  union select ${recordColumns} from themes
  union select ${recordColumns} from unratified
  union select ${recordColumns} from record where id in (select item_id from late union select item_id from themes)
  union select ${recordColumns} from record where kind = 'sitting'
    and id in (select parent_id from earlier union select parent_id from unratified)
  union select ${recordColumns} from record where kind in ('child', 'person', 'location')
    and id in (select parent_id from cases)
  union select ${recordColumns} from record where kind = 'planAction'
    and parent_id in (select subject_id from heard union select id from heard)
  union select ${recordColumns} from record where kind = 'missingEpisode' and parent_id in (select parent_id from cases)
  order by id`;

/** What is linked with, done about and reported of those on the agenda. */
const around = `
  select ${recordColumns} from record where kind = 'link' and id in (select e.record_id from link_edge e
    where e.partnership_id = (select app_partnership()) and e.node = any ($1::text[]))
  union select ${recordColumns} from record where kind = 'disruptionMeasure'
    and (parent_id = any ($2::uuid[]) or subject_id = any ($2::uuid[]))
  union select ${recordColumns} from record where partnership_id = (select app_partnership()) and kind = 'intelligence'
    and phase = 'disseminated' and persons && $2::uuid[]
  order by id`;

const named = `
  select ${recordColumns} from record
  where kind = 'user' and (id = any ($1::uuid[]) or team_id = any ($2::text[])) and partnership_id = (select app_partnership())
  union all select ${recordColumns} from record where kind = 'agency' and partnership_id = (select app_partnership())`;

/**
 * Reads everything towards the papers of a sitting under the reader's context, in seven statements however long the
 * agenda is; null where the sitting is not there for this reader.
 */
export async function findSittingPapers(tx: Tx, sittingId: string): Promise<SittingPapers | null> {
  const found = await tx.query<RawRecord & { place: string; partnership: string | null }>({
    name: 'papers sitting',
    text: neighbours,
    values: [sittingId],
  });
  const at = (place: string) => found.rows.find((row) => row.place === place);
  const own = at('own');
  if (!own) return null;
  const [previous, next] = ['previous', 'next'].map((place) => at(place) ?? null);
  const sitting = storedRecord(own);
  const about = sitting.standing as unknown as { panel: string; startsAt: string };
  const hung = await tx.query<RawRecord>({
    name: 'papers records',
    text: hanging,
    values: [
      [sittingId, ...(previous ? [previous.id] : [])],
      about.panel,
      about.startsAt,
      sitting.parentId,
      themesLooked,
    ],
  });
  const records = [...hung.rows.map(storedRecord), ...(await readAround(tx, hung.rows))];
  const ends = await findRecordsById(
    tx,
    records.flatMap(({ kind, standing }) => (kind === 'link' ? recordsJoined(standing as LinkStanding) : [])),
  );
  const ids = [sittingId, ...(previous ? [previous.id] : []), ...records.map((one) => one.id)];
  const written = await readWritten(tx, ids, records);
  const classes = await findClasses(tx, ids);
  const people = await tx.query<RawRecord>({
    name: 'papers people',
    text: named,
    values: namesIn([sitting, ...records], written),
  });
  return {
    partnership: own.partnership ?? '',
    sitting,
    previous: previous ? storedRecord(previous) : null,
    next: next ? storedRecord(next) : null,
    records,
    ends: new Map(ends.map((one) => [one.id, one])),
    written,
    classes,
    people: people.rows.map(storedRecord),
  };
}

async function readAround(tx: Tx, hung: readonly RawRecord[]): Promise<StoredRecord[]> {
  const about = hung.filter(({ kind }) => ['child', 'person', 'location'].includes(kind));
  // A case whose child's record is not open to this reader tells who it is all the same.
  const cases = hung.filter(({ kind, parent_id: parent }) => nodeKinds[kind] && parent);
  const nodes = new Map([
    ...about.map(({ kind, id }): [string, string] => [id, `${kind}:${id}`]),
    ...cases.map(({ kind, parent_id: id }): [string, string] => [id as string, `${nodeKinds[kind]}:${id}`]),
  ]);
  const shared = hung
    .filter(({ kind }) => kind === 'cluster')
    .flatMap((row) => (storedRecord(row) as StoredRecord<ClusterStanding>).standing.hub ?? []);
  const found = await tx.query<RawRecord>({
    name: 'papers around',
    text: around,
    values: [[...nodes.values(), ...shared.map(nodeOf)], [...nodes.keys()]],
  });
  return found.rows.map(storedRecord);
}

const nodeKinds: { [kind: string]: string } = {
  childCase: 'child',
  personCase: 'person',
  locationCase: 'location',
};

/** The classes of content that this reader reads of each of these records; one of which nothing is read is left out. */
export async function findClasses(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = await tx.query<{ record_id: string; classes: string[] }>({
    name: 'papers classes',
    text: `select record_id, array_agg(distinct class) as classes from case_reader
      where record_id = any ($1::uuid[]) and (until is null or until > (select app_now())) group by record_id`,
    values: [ids],
  });
  return new Map(found.rows.map((row) => [row.record_id, row.classes]));
}

async function readWritten(tx: Tx, ids: string[], records: readonly StoredRecord[]): Promise<DatedRow[]> {
  const found = await tx.query<RawWritten>({
    name: 'papers written',
    text: `select ${writtenColumns} from written where record_id = any ($1::uuid[]) order by at desc, id desc`,
    values: [ids],
  });
  const kinds = new Map(records.map((one) => [one.id, one.kind]));
  return found.rows.map((row) => ({
    ...writtenRow(row, kinds.get(row.record_id) ?? 'sitting'),
    at: row.at,
    authorId: row.author_id,
  }));
}

/** The ids of people and the teams that records and rows name. */
function namesIn(records: readonly StoredRecord[], written: readonly DatedRow[]): [string[], string[]] {
  const people = new Set<string>();
  const teams = new Set<string>();
  const take = (value: unknown, into: Set<string>) => {
    if (typeof value === 'string' && value !== '') into.add(value);
  };
  for (const { standing } of records) {
    const { chairId, workerId, ownerId, team } = standing as unknown as Record<string, unknown>;
    for (const id of [chairId, workerId, ownerId]) take(id, people);
    take(team, teams);
  }
  for (const { authorId, body } of written) {
    take(authorId, people);
    const { presenterId, actions } = body as { presenterId?: string; actions?: unknown };
    take(presenterId, people);
    if (Array.isArray(actions))
      for (const { ownerId } of actions as { ownerId?: string }[]) take(ownerId, people);
  }
  return [[...people], [...teams]];
}
