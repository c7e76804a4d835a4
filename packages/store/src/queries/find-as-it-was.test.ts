import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Changes,
  type Command,
  contentClasses,
  englandProfile,
  type StoredRecord,
} from '@mase/workflow';
import { aBusyWorld, anEmptyWorld, runRandomCommands } from '@mase/workflow/testing';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ChangeBatch } from '../change-batch.js';
import { writeRows } from '../change-write.js';
import { Sealer } from '../ledger/sealer.js';
import { makeSealingKey } from '../ledger/sealing-key.js';
import { openStore, reading, type Store } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';
import { chanceOf } from '../testing/chance.js';
import { holdOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { findRecordsAsTheyWere, findSealedBefore, findWrittenAsItWas } from './find-as-it-was.js';
import { foundPartnership } from './found-partnership.js';

/** The books as a reader of everything finds them: every record by its id, and what is written on each. */
interface Books {
  /** An instant after this was sealed and before anything else was accepted. */
  at: string;
  records: Map<string, StoredRecord>;
  written: Map<string, string[]>;
}

let database: TestDatabase;
let app: Store;
let partnershipId: string;
const folder = mkdtempSync(join(tmpdir(), 'mase-as-it-was-'));
const run: Books[] = [];

/** A busy partnership, and random commands in it. */
function acceptedCommands(): [Command, Changes][] {
  const accepted: [Command, Changes][] = [];
  const busy = aBusyWorld();
  const again = anEmptyWorld({ at: busy.commands[0]?.at as string });
  for (const command of busy.commands) {
    const decision = again.submit(command);
    if (!('changes' in decision)) throw new Error(`${command.name} is refused the second time`);
    accepted.push([command, decision.changes]);
  }
  const onAccepted = (command: Command, changes: Changes) => accepted.push([command, changes]);
  runRandomCommands({ seed: 11, count: 399, onAccepted });
  return accepted;
}

/** Whoever reads every record, and what was withdrawn since, as information governance does: what may be read is no matter of this test. */
const everything = () => ({
  partnershipId,
  userId: '0198c1d0-0000-7000-8000-000000000001',
  principals: ['reads-everything', 'role:information-governance'],
});

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  partnershipId = await foundPartnership(database.connections.owner, {
    name: 'Test',
    profile: englandProfile,
  });
  app = await openStore(database.connections.app, { size: 1 });
  makeSealingKey(folder);
  const time = { now: Date.parse('2026-11-01T00:00:00.000Z') };
  const sealer = new Sealer({
    url: database.connections.sealer,
    folder,
    clock: () => new Date(time.now).toISOString(),
  });
  const owner = await holdOwner(database.connections.owner);
  for (const [command, changes] of acceptedCommands()) {
    const batch = new ChangeBatch(partnershipId);
    batch.add(command, changes);
    await owner.query('begin');
    await writeRows(owner as unknown as PoolClient, batch.partnership, batch.toRows());
    await owner.query(
      `insert into case_reader (partnership_id, record_id, principal, class)
       select $1, id, 'reads-everything', c from record, unnest($2::text[]) c
       on conflict do nothing`,
      [partnershipId, contentClasses],
    );
    await owner.query('commit');
    time.now += 60_000;
    await sealer.look();
    const records = await owner.query<RawRecord>(`select ${recordColumns} from record where version > 0`);
    const written = await owner.query<{ record_id: string; ids: string[] }>(
      'select record_id, array_agg(id::text order by at desc, id desc) as ids from written group by 1',
    );
    run.push({
      at: new Date(time.now + 30_000).toISOString(),
      records: new Map(records.rows.map((row) => [row.id, storedRecord(row)])),
      written: new Map(written.rows.map((row) => [row.record_id, row.ids])),
    });
  }
  await sealer.stop();
  await owner.end();
}, 300_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const known = ({ at: _at, ...record }: StoredRecord) => record;

describe('the books as they were', () => {
  it('equal what was on them at 1,000 sealed positions chosen at random from a recorded run: the list of everything, and one record with what was written', async () => {
    const chance = chanceOf(20_261_126);
    const all = [...(run.at(-1) as Books).records.keys()];
    let records = 0;
    for (let time = 0; time < 1000; time += 1) {
      const books = run[chance(run.length)] as Books;
      const chosen = [...books.records.values()];
      const one = chosen[chance(chosen.length)] as StoredRecord;
      const whole = time % 10 === 0;
      await reading(app, everything(), async (tx) => {
        const position = await findSealedBefore(tx, books.at);
        if (!position) throw new Error(`nothing was sealed before ${books.at}`);
        const found = await findRecordsAsTheyWere(tx, position, whole ? all : [one.id]);
        const wanted = whole ? chosen : [one];
        const byId = (some: StoredRecord[]) => some.sort((a, b) => (a.id < b.id ? -1 : 1)).map(known);
        expect(byId(found)).toEqual(byId([...wanted]));
        const written = await findWrittenAsItWas(tx, position, one);
        expect(written.map((row) => row.id)).toEqual(books.written.get(one.id) ?? []);
        records += found.length;
      });
    }
    expect(records).toBeGreaterThan(1000);
  }, 300_000);

  it('are nothing before the first seal, and the last position for any instant after it', async () => {
    await reading(app, everything(), async (tx) => {
      expect(await findSealedBefore(tx, '2020-01-01T00:00:00.000Z')).toBeNull();
      const last = await findSealedBefore(tx, '2099-01-01T00:00:00.000Z');
      expect(last?.size).toBeGreaterThanOrEqual(run.length);
      const exactly = await findSealedBefore(tx, last?.at ?? '');
      expect(exactly).toEqual(last);
    });
  });

  it('are shown of no record to whoever does not read its history now', async () => {
    const [books] = run.slice(-1) as [Books];
    const nobody = { ...everything(), principals: ['reads-nothing'] };
    await reading(app, nobody, async (tx) => {
      const position = await findSealedBefore(tx, books.at);
      if (!position) throw new Error('nothing was sealed');
      expect(await findRecordsAsTheyWere(tx, position, [...books.records.keys()])).toEqual([]);
      const found = await tx.query('select * from versions_at($1, 1000000)', [[...books.records.keys()]]);
      expect(found.rows).toEqual([]);
    });
  });
});
