import { type QueueLine, type Reader, readersJoined, type StoredRecord, topicOf } from '@mase/workflow';
import type { ClientBase } from 'pg';
import { edgeReadersOf } from '../change-rows.js';
import { writeRows } from '../change-write.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';
import { membersOf } from './members-of.js';

/** What a pass found other than it should be, and put right. */
export interface Mended {
  records: number;
  readers: number;
  queue: number;
}

type Keyed<T> = T & { record_id: string };

const readerKey = (one: Keyed<Reader>) => `${one.record_id} ${one.class} ${one.principal}`;
const lineKey = (one: Keyed<QueueLine>) => `${one.record_id} ${one.principal}`;
const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());
const shutOut = (one: { without?: readonly string[] | null }) => [...(one.without ?? [])].sort().join();

/**
 * Works out anew who may read the next records of a partnership after an id, and writes what differs. Inside a
 * transaction: the records stay locked until its end, in the order in which commands lock them. Gives the last id, or
 * null where none was left, and what was put right.
 */
export async function mendMembers(
  tx: ClientBase,
  asked: { partnershipId: string; after: string | null; limit: number },
): Promise<{ last: string | null; mended: Mended }> {
  const found = await tx.query<{ id: string }>(
    'select id from record where partnership_id = $1 and ($2::uuid is null or id > $2) order by id limit $3',
    [asked.partnershipId, asked.after, asked.limit],
  );
  const ids = found.rows.map((row) => row.id);
  const last = ids.at(-1) ?? null;
  if (last === null) return { last, mended: { records: 0, readers: 0, queue: 0 } };
  const locked = await tx.query<RawRecord>(
    `select ${recordColumns} from record where id = any ($1::uuid[]) order by kind, id for no key update`,
    [ids],
  );
  const records = locked.rows.map(storedRecord);
  const readers = await mendReaders(tx, asked.partnershipId, records, ids);
  const queue = await mendQueue(tx, asked.partnershipId, records, ids);
  return { last, mended: { records: ids.length, readers, queue } };
}

async function mendReaders(tx: ClientBase, partnershipId: string, records: StoredRecord[], ids: string[]) {
  const stored = await tx.query<Keyed<Reader>>(
    'select record_id, principal, class, until, without from case_reader where record_id = any ($1::uuid[])',
    [ids],
  );
  const wanted = records.flatMap((record) =>
    membersOf(record).readers.map((one) => ({ record_id: record.id, ...one, until: instant(one.until) })),
  );
  const { gone, put } = differences(stored.rows, wanted, readerKey, (one) => `${one.until} ${shutOut(one)}`);
  const edges = await mendedEdges(tx, records);
  await writeRows(tx, partnershipId, { reader: put, readerGone: gone, edgeReaders: edges });
  return gone.length + put.length + edges.length;
}

/** Links of which the edges say otherwise who reads them. */
async function mendedEdges(tx: ClientBase, records: StoredRecord[]) {
  const links = records.filter(({ kind }) => topicOf(kind).joins);
  const stored = await tx.query<{ record_id: string; readers: string[]; sometimes: string[] }>(
    'select distinct record_id, readers, sometimes from link_edge where record_id = any ($1::uuid[])',
    [links.map(({ id }) => id)],
  );
  const said = (one: { readers: string[]; sometimes: string[] }) => `${one.readers} ${one.sometimes}`;
  return links.flatMap((link) => {
    const wanted = edgeReadersOf(readersJoined(topicOf(link.kind), membersOf(link).readers));
    const other = stored.rows.some((row) => row.record_id === link.id && said(row) !== said(wanted));
    return other ? [{ record_id: link.id, ...wanted }] : [];
  });
}

async function mendQueue(tx: ClientBase, partnershipId: string, records: StoredRecord[], ids: string[]) {
  const stored = await tx.query<Keyed<QueueLine>>(
    'select record_id, principal, due, step, without from queue_row where record_id = any ($1::uuid[])',
    [ids],
  );
  const wanted = records.flatMap((record) =>
    membersOf(record).queue.map((one) => ({ record_id: record.id, ...one, due: instant(one.due) as string })),
  );
  const { gone, put } = differences(
    stored.rows,
    wanted,
    lineKey,
    (one) => `${one.due} ${one.step} ${shutOut(one)}`,
  );
  await writeRows(tx, partnershipId, { queue: put, queueGone: gone });
  return gone.length + put.length;
}

/** Rows that should not be there, and rows that are missing or say something else. */
function differences<T>(stored: T[], wanted: T[], key: (one: T) => string, rest: (one: T) => string) {
  const before = new Map(stored.map((one) => [key(one), one]));
  const after = new Map(wanted.map((one) => [key(one), one]));
  const put = [...after].flatMap(([name, one]) => {
    const known = before.get(name);
    return known && rest(known) === rest(one) ? [] : [one];
  });
  return { gone: [...before].flatMap(([name, one]) => (after.has(name) ? [] : [one])), put };
}
