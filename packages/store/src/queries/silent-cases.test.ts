import { type Changes, type Command, englandProfile, phasesBeforeOwner } from '@mase/workflow';
import { aBusyWorld, anEmptyWorld, runRandomCommands } from '@mase/workflow/testing';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ChangeBatch } from '../change-batch.js';
import { writeRows } from '../change-write.js';
import { openStore, reading, type Store } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { foundPartnership } from './found-partnership.js';
import { findSilentCases, noteSilentCases } from './silent-cases.js';

let database: TestDatabase;
let partnershipId: string;
let worker: Store;
let app: Store;

const owner = <T>(work: Parameters<typeof openOwner<T>>[1]) => openOwner(database.connections.owner, work);

/** A busy partnership, and some hundred random commands in it. */
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
  runRandomCommands({ seed: 20_261_126, count: 399, onAccepted });
  return accepted;
}

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  partnershipId = await foundPartnership(database.connections.owner, {
    name: 'Test',
    profile: englandProfile,
  });
  worker = await openStore(database.connections.worker, { size: 1 });
  app = await openStore(database.connections.app, { size: 1 });
});
afterAll(async () => {
  await worker.close();
  await app.close();
  await database.drop();
});

const silentNow = (live: string) =>
  owner(async (client) => {
    await client.query('set role mase_backup');
    const found = await client.query<{ record_id: string; lacks: string[] }>(
      `select * from silent_now($1, ${live}, $2)`,
      [partnershipId, phasesBeforeOwner],
    );
    return found.rows;
  });
const everybody = '(select array_agg(distinct principal) from queue_row)';
const asRole = (...roles: string[]) => ({
  partnershipId,
  userId: '0198c1d0-0000-7000-8000-000000000001',
  principals: ['everyone', ...roles.map((role) => `role:${role}`)],
});
const listedFor = (...roles: string[]) => reading(app, asRole(...roles), (tx) => findSilentCases(tx, 100));

describe('no case goes silent', () => {
  it('after any of some hundred random commands: each leaves every open case an owner, a next step and a place in a list', async () => {
    await owner(async (client) => {
      let open = 0;
      for (const [command, changes] of acceptedCommands()) {
        const batch = new ChangeBatch(partnershipId);
        batch.add(command, changes);
        await client.query('begin');
        await writeRows(client as unknown as PoolClient, batch.partnership, batch.toRows());
        await client.query('commit');
        const silent = await client.query(`select * from silent_now($1, ${everybody}, $2)`, [
          partnershipId,
          phasesBeforeOwner,
        ]);
        expect([command.name, silent.rows]).toEqual([command.name, []]);
      }
      const found = await client.query<{ n: number }>(
        "select count(*)::integer as n from record where kind like '%Case' and phase not in ('closed', 'declined')",
      );
      open = found.rows[0]?.n ?? 0;
      expect(open).toBeGreaterThan(10);
    });
  });

  it('one that only people who have left would find is found, and every one where nobody works any more', async () => {
    expect(await noteSilentCases(worker)).toBe(0);
    await owner((client) => client.query("update record set phase = 'ended' where kind = 'user'"));
    const all = await silentNow("'{}'");
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all.flatMap(({ lacks }) => lacks))).toEqual(new Set(['holder']));
    expect(await noteSilentCases(worker)).toBe(all.length);
  });

  it.each([
    ['owner', 'update record set owner_id = null, team_id = null where id = $1'],
    ['next-step', 'update record set next_due = null where id = $1'],
    ['place', 'delete from queue_row where record_id = $1'],
  ])('one without %s is found, and what it lacks is said', async (lack, spoil) => {
    const found = await owner(async (client) => {
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>(
        "select id from record where kind = 'childCase' and phase = 'monitoring' limit 1",
      );
      await client.query(spoil, [rows[0]?.id]);
      const silent = await client.query<{ record_id: string; lacks: string[] }>(
        `select * from silent_now($1, ${everybody}, $2)`,
        [partnershipId, phasesBeforeOwner],
      );
      await client.query('rollback');
      return [silent.rows, rows[0]?.id] as const;
    });
    expect(found[0]).toEqual([{ record_id: found[1], lacks: [lack] }]);
  });

  it('is told to the chair and those who oversee by reference, to nobody else, and never of a case that is closed to them', async () => {
    const noted = await listedFor('chair');
    expect(noted.length).toBeGreaterThan(5);
    expect(Object.keys(noted[0] ?? {})).not.toContain('title');
    for (const role of ['worker', 'manager', 'member', 'administrator'])
      expect(await listedFor(role)).toEqual([]);
    const [first] = noted;
    await owner((client) =>
      client.query("delete from case_reader where record_id = $1 and principal like 'role:%'", [first?.id]),
    );
    const after = await listedFor('chair');
    expect(after.map(({ id }) => id)).toEqual(noted.slice(1).map(({ id }) => id));
  });

  it('is forgotten once somebody holds it again, and since when is kept while nobody does', async () => {
    const [before] = await listedFor('chair');
    await noteSilentCases(worker);
    const [again] = await listedFor('chair');
    expect(again?.since).toBe(before?.since);
    await owner((client) =>
      client.query('update record set phase = $1 where id = $2', ['closed', before?.id]),
    );
    await noteSilentCases(worker);
    expect((await listedFor('chair')).map(({ id }) => id)).not.toContain(before?.id);
  });
});
