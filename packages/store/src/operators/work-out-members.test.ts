import { type Changes, type Command, englandProfile } from '@mase/workflow';
import { aBusyWorld, anEmptyWorld, runRandomCommands } from '@mase/workflow/testing';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ChangeBatch } from '../change-batch.js';
import { writeRows } from '../change-write.js';
import { foundPartnership } from '../queries/found-partnership.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import type { Mended } from './mend-members.js';
import { workOutMembers } from './work-out-members.js';

let database: TestDatabase;
let partnershipId: string;
const owner = <T>(work: Parameters<typeof openOwner<T>>[1]) => openOwner(database.connections.owner, work);

/** Everything that a busy world and some hundred random commands in it were, command by command. */
function acceptedCommands(): [Command, Changes][] {
  const accepted: [Command, Changes][] = [];
  const busy = aBusyWorld();
  const again = anEmptyWorld({ at: busy.commands[0]?.at as string });
  for (const command of busy.commands) {
    const decision = again.submit(command);
    if (!('changes' in decision)) throw new Error(`${command.name} is refused the second time`);
    accepted.push([command, decision.changes]);
  }
  runRandomCommands({
    seed: 7,
    count: 399,
    onAccepted: (command, changes) => accepted.push([command, changes]),
  });
  return accepted;
}

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  partnershipId = await foundPartnership(database.connections.owner, {
    name: 'Test',
    profile: englandProfile,
  });
  await owner(async (client) => {
    await client.query('begin');
    for (const [command, changes] of acceptedCommands()) {
      const batch = new ChangeBatch(partnershipId);
      batch.add(command, changes);
      await writeRows(client as unknown as PoolClient, batch.partnership, batch.toRows());
    }
    await client.query('commit');
  });
});
afterAll(() => database.drop());

const membersText = () =>
  owner(async (client) => {
    const readers = await client.query(
      'select record_id, principal, class, until, without from case_reader order by 1, 2, 3',
    );
    const queue = await client.query(
      'select record_id, principal, due, step, without from queue_row order by 1, 2',
    );
    const edges = await client.query(
      'select record_id, node, readers, sometimes from link_edge order by 1, 2',
    );
    return JSON.stringify([readers.rows, queue.rows, edges.rows]);
  });
const passOver = (options: Parameters<typeof workOutMembers>[1] = {}) =>
  workOutMembers(database.connections.owner, options);
const audited = () =>
  owner(
    async (client) =>
      (await client.query("select 1 from audit where action = 'operator/work-out-members'")).rowCount,
  );

describe('working out who may read', () => {
  it('after random commands nothing differs from what their changes left, and the pass is audited', async () => {
    const before = await membersText();
    const done = (await passOver()) as Mended;
    expect(done).toMatchObject({ readers: 0, queue: 0 });
    expect(done.records).toBeGreaterThan(50);
    expect(await membersText()).toBe(before);
    expect(await audited()).toBe(1);
  });

  it('after random commands every edge of a link says who reads the link, as its rows of readers do', async () => {
    const differ = await owner(async (client) => {
      const found = await client.query<{ edges: number; differ: number }>(
        `select count(*) as edges, count(*) filter (where
            (select coalesce(array_agg(distinct principal), '{}') from case_reader k
              where k.record_id = e.record_id and class not in ('existence', 'receipt') and until is null and without is null)
              <> e.readers
            or (select coalesce(array_agg(distinct principal), '{}') from case_reader k
              where k.record_id = e.record_id and class not in ('existence', 'receipt')
                and (until is not null or without is not null)) <> e.sometimes) as differ
          from link_edge e`,
      );
      return found.rows[0];
    });
    expect(Number(differ?.edges)).toBeGreaterThan(1);
    expect(Number(differ?.differ)).toBe(0);
  });

  it('is not done again by the same rules, but by others or when asked for', async () => {
    expect(await passOver()).toBeNull();
    expect(await audited()).toBe(1);
    expect(await passOver({ force: true })).toMatchObject({ readers: 0 });
    expect(await passOver({ rules: 'others' })).toMatchObject({ readers: 0 });
    expect(await passOver()).toMatchObject({ readers: 0 });
  });

  it('mends rows that were put in, taken out or changed behind everybody’s back', async () => {
    const before = await membersText();
    await owner(async (client) => {
      await client.query('begin');
      await client.query(
        "insert into case_reader select partnership_id, id, 'everyone', 'case' from record where kind = 'childCase' limit 1",
      );
      await client.query(
        "delete from case_reader where (record_id, principal, class) in (select record_id, principal, class from case_reader where class = 'sheet' limit 3)",
      );
      await client.query(
        "update case_reader set until = '2020-01-01' where (record_id, principal, class) in (select record_id, principal, class from case_reader where class = 'identity' or class = 'receipt' limit 2)",
      );
      await client.query(
        'update case_reader set without = array[gen_random_uuid()] where (record_id, principal, class) in (select record_id, principal, class from case_reader order by 1 desc, 2, 3 limit 1)',
      );
      await client.query(
        'delete from queue_row where (record_id, principal) in (select record_id, principal from queue_row order by 1 limit 2)',
      );
      await client.query(
        "update queue_row set due = due + interval '1 day' where (record_id, principal) in (select record_id, principal from queue_row order by 1 desc limit 1)",
      );
      await client.query("update link_edge set readers = array['everyone'], sometimes = '{}'");
      await client.query('commit');
    });
    expect(await membersText()).not.toBe(before);
    const mended = (await passOver({ force: true })) as Mended;
    expect(mended.readers).toBeGreaterThanOrEqual(5);
    expect(mended.queue).toBe(3);
    expect(await membersText()).toBe(before);
  });

  it('goes on where it was broken off, and leaves no record out', async () => {
    const before = await membersText();
    await owner((client) => client.query('delete from case_reader'));
    let batches = 0;
    const broken = passOver({
      rules: 'broken off',
      batch: 10,
      onProgress: () => {
        batches += 1;
        if (batches === 2) throw new Error('the power failed');
      },
    });
    await expect(broken).rejects.toThrow('the power failed');
    const rest = (await passOver({ rules: 'broken off', batch: 10 })) as Mended;
    const all = await owner(async (client) => (await client.query('select 1 from record')).rowCount);
    expect(rest.records).toBe((all as number) - 20);
    expect(await membersText()).toBe(before);
    expect(await passOver({ rules: 'broken off' })).toBeNull();
  });

  it('waits for another that runs, and then finds nothing left to do', async () => {
    const both = await Promise.all([passOver({ rules: 'two at once' }), passOver({ rules: 'two at once' })]);
    expect(both.filter((one) => one === null)).toHaveLength(1);
  });
});
