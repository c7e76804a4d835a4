import type { QueueLine, Reader, StoredRecord } from '@mase/workflow';
import type { ClientBase } from 'pg';
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
  if (gone.length > 0)
    await tx.query(
      `delete from case_reader c using json_to_recordset($1::json) as x(record_id uuid, principal text, class text)
       where c.record_id = x.record_id and c.principal = x.principal and c.class = x.class`,
      [JSON.stringify(gone)],
    );
  if (put.length > 0)
    await tx.query(
      `insert into case_reader (partnership_id, record_id, principal, class, until, without)
       select $1::uuid, x.record_id, x.principal, x.class, x.until, x.without
       from json_to_recordset($2::json) as x(record_id uuid, principal text, class text, until timestamptz, without uuid[])
       on conflict (record_id, principal, class) do update set until = excluded.until, without = excluded.without, partnership_id = excluded.partnership_id`,
      [partnershipId, JSON.stringify(put)],
    );
  return gone.length + put.length;
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
  if (gone.length > 0)
    await tx.query(
      `delete from queue_row q using json_to_recordset($1::json) as x(record_id uuid, principal text)
       where q.record_id = x.record_id and q.principal = x.principal`,
      [JSON.stringify(gone)],
    );
  if (put.length > 0)
    await tx.query(
      `insert into queue_row (partnership_id, record_id, principal, due, step, without)
       select $1::uuid, x.record_id, x.principal, x.due, x.step, x.without
       from json_to_recordset($2::json) as x(record_id uuid, principal text, due timestamptz, step text, without uuid[])
       on conflict (record_id, principal) do update set due = excluded.due, step = excluded.step, without = excluded.without, partnership_id = excluded.partnership_id`,
      [partnershipId, JSON.stringify(put)],
    );
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
