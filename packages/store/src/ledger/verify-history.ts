import type { RecordKind } from '@mase/workflow';
import type { OperatorClient } from '../operators/open-operator.js';
import type { HistoryFault, StoredEntry } from './history-entry.js';
import { canonicalText, digestOf } from './leaf.js';
import { Replay, type ReplayedClock } from './replay.js';

/** How much was verified. */
export interface Verified {
  records: number;
  entries: number;
  clocks: number;
  rows: number;
}

interface RecordColumns {
  id: string;
  partnership_id: string;
  kind: RecordKind;
  version: number;
  state: string;
  standing: string;
  at: string;
  parent_id: string | null;
  subject_id: string | null;
  phase: string;
  /** Whether a disposal that was certified says that this record went by it. */
  registered: boolean;
}

const recordsAtOnce = 200;
const rowsAtOnce = 500;

/**
 * Replays every history, a few records at a time in the order of their ids, and gives what is not as it was recorded:
 * versions, leaves, columns, steps of the charts, standings, clocks and the digests of what was written. Memory does
 * not grow with the number of records. `counted` is filled as it goes.
 */
export async function* verifyHistory(
  client: OperatorClient,
  counted: Verified,
): AsyncGenerator<HistoryFault> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const found = await client.query<RecordColumns>(
      `select id, partnership_id, kind, version, state, standing, at, parent_id, subject_id, phase,
         exists (select 1 from disposal_record d join disposal_certificate c on c.disposal_id = d.disposal_id
           where d.record_id = record.id) as registered
       from record where id > $1 order by id limit $2`,
      [after, recordsAtOnce],
    );
    if (found.rows.length === 0) return;
    after = found.rows.at(-1)?.id as string;
    counted.records += found.rows.length;
    const replays = new Map(found.rows.map((record) => [record.id, new Replay(record)]));
    const ids = [...replays.keys()];
    for await (const row of pages<StoredEntry>(client, historyPage, ids)) {
      counted.entries += 1;
      replays.get(row.record_id)?.take(row);
    }
    await compareClocks(client, ids, replays, counted);
    await compareRows(client, ids, replays, counted);
    for (const record of found.rows) {
      const replay = replays.get(record.id) as Replay;
      compareStanding(record, replay);
      yield* replay.faults;
    }
  }
}

interface Page {
  text: string;
  /** The place of a row in the order of the pages. */
  place(row: never): unknown[];
  first: unknown[];
}

const nobody = '00000000-0000-0000-0000-000000000000';
const historyPage: Page = {
  text: `select record_id, version, kind, command_id, command, actor_id, happened, at, entry, salt, leaf from history
    where record_id = any ($1::uuid[]) and (record_id, version) > ($3::uuid, $4::integer) order by record_id, version limit $2`,
  place: (row: StoredEntry) => [row.record_id, row.version],
  first: [nobody, 0],
};
const clockPage: Page = {
  text: `select id, record_id, rule, start_at, due, started_by, ended, how, reason, ended_by, end_accepted from clock
    where record_id = any ($1::uuid[]) and (record_id, id) > ($3::uuid, $4::uuid) order by record_id, id limit $2`,
  place: (row: { record_id: string; id: string }) => [row.record_id, row.id],
  first: [nobody, nobody],
};
const writtenPage: Page = {
  text: `select id, record_id, kind, version, body, exists (select 1 from withdrawn_row w where w.written_id = b.id) as withdrawn
    from (select id, record_id, kind, version, body from written
      union all select id, record_id, kind, version, body from unsanitised_text) b
    where record_id = any ($1::uuid[]) and (record_id, id) > ($3::uuid, $4::uuid) order by record_id, id limit $2`,
  place: clockPage.place,
  first: [nobody, nobody],
};

async function* pages<T extends object>(
  client: OperatorClient,
  page: Page,
  ids: string[],
): AsyncGenerator<T> {
  for (let place = page.first; ; ) {
    const found = await client.query<T>(page.text, [ids, rowsAtOnce, ...place]);
    yield* found.rows;
    if (found.rows.length < rowsAtOnce) return;
    place = page.place(found.rows.at(-1) as never);
  }
}

async function compareClocks(
  client: OperatorClient,
  ids: string[],
  replays: Map<string, Replay>,
  counted: Verified,
): Promise<void> {
  for await (const { id, record_id, ...stored } of pages<ReplayedClock & { id: string; record_id: string }>(
    client,
    clockPage,
    ids,
  )) {
    counted.clocks += 1;
    const replay = replays.get(record_id) as Replay;
    const expected = replay.clocks.get(id);
    replay.clocks.delete(id);
    if (!expected) replay.fault('clockUnknown', `No entry started the clock ${id} (${stored.rule}).`, null);
    else if (canonicalText(stored) !== canonicalText(expected))
      replay.fault(
        'clockDiffers',
        `The clock ${id} (${stored.rule}) is not as the entries started and ended it.`,
        null,
      );
  }
  for (const replay of replays.values())
    for (const [id, clock] of replay.clocks)
      replay.fault('clockMissing', `The clock ${id} (${clock.rule}) was started, but is not there.`, null);
}

async function compareRows(
  client: OperatorClient,
  ids: string[],
  replays: Map<string, Replay>,
  counted: Verified,
): Promise<void> {
  type Written = {
    id: string;
    record_id: string;
    kind: string;
    version: number;
    body: string;
    withdrawn: boolean;
  };
  for await (const row of pages<Written>(client, writtenPage, ids)) {
    counted.rows += 1;
    const replay = replays.get(row.record_id) as Replay;
    const expected = replay.rows.get(row.id);
    replay.rows.delete(row.id);
    if (!expected) replay.fault('rowUnknown', `No entry wrote the row ${row.id} (${row.kind}).`, row.version);
    else if (
      digestOf(row.body) !== expected.digest ||
      row.kind !== expected.kind ||
      row.version !== expected.version
    )
      replay.fault(
        'rowDiffers',
        `The row ${row.id} (${row.kind}) is not what its entry says was written.`,
        row.version,
      );
    if (row.withdrawn !== replay.withdrawn.has(row.id))
      replay.fault(
        'rowWithdrawn',
        `The row ${row.id} (${row.kind}) is ${row.withdrawn ? 'kept back, but no entry withdrew it' : 'shown, but an entry withdrew it'}.`,
        row.version,
      );
  }
  for (const replay of replays.values())
    for (const [id, row] of replay.rows)
      replay.fault('rowMissing', `The row ${id} (${row.kind}) was written, but is not there.`, row.version);
}

function compareStanding(record: RecordColumns, replay: Replay): void {
  const { last } = replay;
  if (replay.disposed && (record.phase !== 'disposed' || !record.registered))
    replay.fault('emptied', 'The history has lost its text, and the record was not disposed of.', null);
  if (!last) {
    if (!replay.disposed) replay.fault('noHistory', 'The record has no history.', null);
    return;
  }
  const pairs: [string, unknown, unknown][] = [
    ['kind', record.kind, last.record.kind],
    ['version', record.version, last.record.version],
    ['state', canonicalText([JSON.parse(record.state)]), canonicalText([last.state])],
    ['standing', record.standing, canonicalText(last.standing)],
    ['at', record.at, last.command.at],
    ['parent_id', record.parent_id, last.record.parentId],
    ['subject_id', record.subject_id, last.record.subjectId],
  ];
  for (const [column, stored, said] of pairs)
    if (stored !== said)
      replay.fault('standing', `The ${column} of the record is not that of its last entry.`, record.version);
}
