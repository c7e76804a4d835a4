import { reachedStages, remindedOf, reminderKind, type StoredRecord } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { begin, clockReading } from '../access.js';
import { findProfile } from '../queries/find-profile.js';
import { commit, type Store, type Tx, withClient } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';
import { callOf, type Due, findReached } from './find-reached.js';

const pages = 20;

/**
 * Reminds of clocks that run and have reached a stage of their profile: each stage once, noted in the transaction that
 * puts its messages into the outbox. Of a clock that has passed several, as after days without a worker, only the
 * latest is told. At most twenty pages of `limit` clocks a partnership, each in a transaction of its own, so that what was
 * told long ago is looked through once for all of them; gives how many. `worker` sees which clocks run, `app` whose they are.
 */
export async function remind(worker: Store, app: Store, limit = 500): Promise<number> {
  const partnerships = await worker.pool.query<{ id: string }>('select id from partnership order by id');
  let reminded = 0;
  for (const { id } of partnerships.rows) {
    const now = worker.clock();
    const stages = reachedStages(await findProfile(worker.pool, id, now), now);
    let due: Due[] = [];
    for (let page = 0; page === 0 || (page < pages && due.length === limit); page += 1) {
      due = await findReached(worker, id, stages, limit, due.at(-1));
      if (due.length > 0) await tell(app, id, due, now);
      reminded += due.length;
    }
  }
  return reminded;
}

async function tell(app: Store, partnershipId: string, due: readonly Due[], now: string): Promise<void> {
  await withClient(app, async (tx) => {
    const who = clockReading(partnershipId);
    await begin(tx, who, { purpose: 'change', now });
    const records = await recordsOf(tx, [...new Set(due.map((one) => one.record_id))]);
    const messages = due.flatMap((one) =>
      principalsOf(records.get(one.record_id), one).map((principal) => ({
        id: uuidv7(),
        kind: reminderKind(one.stage),
        principal,
        record_id: one.record_id,
        clock_id: one.id,
      })),
    );
    await tx.query({
      name: 'remind',
      text: `with noted as (
          insert into clock_call (partnership_id, clock_id, command, outcome, at)
          select $1, n.id, n.call, 'given', $2 from json_to_recordset($3) n (id uuid, call text)
          on conflict (clock_id, command) do nothing returning clock_id)
        insert into outbox (partnership_id, id, kind, principal, record_id, at, clock_id)
        select $1, m.id, m.kind, m.principal, m.record_id, $2, m.clock_id
        from json_to_recordset($4) m (id uuid, kind text, principal text, record_id uuid, clock_id uuid)
        where m.clock_id in (select clock_id from noted)`,
      values: [
        partnershipId,
        now,
        JSON.stringify(due.map(({ id, stage }) => ({ id, call: callOf(stage) }))),
        JSON.stringify(messages),
      ],
    });
    await commit(tx);
  });
}

async function recordsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredRecord>> {
  const found = await tx.query<RawRecord>({
    name: 'records to remind of',
    text: `select ${recordColumns} from record where id = any ($1::uuid[])`,
    values: [ids],
  });
  return new Map(found.rows.map((row) => [row.id, storedRecord(row)]));
}

/** Nobody where the clock ended meanwhile, or its record is gone. */
function principalsOf(record: StoredRecord | undefined, { id, to }: Due): string[] {
  const clock = record?.standing.clocks.find((one) => one.id === id);
  return record && clock ? remindedOf(record, clock, to) : [];
}
