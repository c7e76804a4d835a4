import { englandProfile } from '@mase/workflow';
import {
  aChildCase,
  aListing,
  aLocationCase,
  anEmptyWorld,
  aPersonCase,
  aSitting,
  aWorld,
  type ChildCaseBuilder,
  leftList,
  type World,
  watched,
} from '@mase/workflow/testing';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ChangeBatch } from '../change-batch.js';
import { writeRows } from '../change-write.js';
import { openStore, type Store } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { awaitChecks } from './await-checks.js';
import { foundPartnership } from './found-partnership.js';

let database: TestDatabase;
let partnershipId: string;
let worker: Store;
let app: Store;

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  partnershipId = await foundPartnership(database.connections.owner, {
    name: 'Test',
    profile: englandProfile,
  });
  worker = await openStore(database.connections.worker, { size: 2 });
  app = await openStore(database.connections.app, { size: 1 });
});
afterAll(async () => {
  await worker.close();
  await app.close();
  await database.drop();
});

const ask = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  openOwner(database.connections.owner, async (client) => (await client.query<T>(text, values)).rows);

/** What is on a record, in a world of its own. */
interface Made {
  id: string;
  world: World;
}

let series = 0;
const fresh = () => {
  series += 1;
  return aWorld({ series });
};

/** The case of a child on which a sitting has decided so, with somebody who watches. */
function decided(over: Parameters<ReturnType<typeof aSitting>['deciding']>[1]): ChildCaseBuilder {
  const one = aChildCase(fresh()).graded('medium').listed();
  aSitting(one.world)
    .withItem(one.id)
    .inSession()
    .deciding(one.id, { ...over, ...watched })
    .ended();
  return one;
}
const removed = () => decided({ decision: 'remove' });
const person = (...about: [] | ['deceased', object]) => leftList(() => aPersonCase(fresh()), ...about);
const place = () => leftList(() => aLocationCase(fresh()));
const found = { found: 'Nothing new (made up)' };

/** Writes all that happened in the world of each record into the database. */
async function write(all: readonly Made[]): Promise<void> {
  await openOwner(database.connections.owner, async (client) => {
    for (const { world } of all) {
      const again = anEmptyWorld({ at: world.commands[0]?.at as string });
      for (const command of world.commands) {
        const decision = again.submit(command);
        if (!('changes' in decision)) throw new Error(`${command.name} is refused the second time`);
        const batch = new ChangeBatch(partnershipId);
        batch.add(command, decision.changes);
        await client.query('begin');
        await writeRows(client as unknown as PoolClient, batch.partnership, batch.toRows());
        await client.query('commit');
      }
    }
  });
}

/** The books as they were before a check had a clock: it stands in what was written, and nowhere else. */
async function asBefore(): Promise<void> {
  await ask(`update record set standing = jsonb_set(standing::jsonb, '{clocks}', (
      select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(standing::jsonb -> 'clocks') c
        where c ->> 'rule' <> 'next-check'))::text where standing like '%"next-check"%'`);
  await ask(`delete from clock where rule = 'next-check' and ended is null`);
  await ask(`delete from queue_row where step = 'next-check'`);
  await ask(`delete from case_reader k using record r where r.id = k.record_id
    and r.kind in ('personCase', 'locationCase') and k.principal = 'role:coordinator'`);
}

const lines = (id: string) =>
  ask<{ principal: string; due: Date }>(
    `select principal, due from queue_row where record_id = $1 and step = 'next-check'`,
    [id],
  );
const inWorld = ({ id, world }: Made) =>
  (world.queue.get(id) ?? []).filter(({ step }) => step === 'next-check');

describe('a check that was fixed before each had a clock', () => {
  it('is put once, by the worker, into the list in which it would stand today, on each record that stands so still', async () => {
    const closed = aChildCase(fresh()).closed();
    const standing: Made[] = [
      removed(),
      decided({ decision: 'step-down', grade: 'low' }),
      closed,
      person(),
      place(),
    ];
    const passed = removed();
    const dead = person('deceased', {});
    const others: Made[] = [
      passed,
      dead,
      removed().give('list-for-panel', aListing(), 'manager'),
      removed().give('record-next-check', found, 'manager'),
      aChildCase(fresh()).closed().give('relist', { reason: 'New signs (made up)' }, 'triage'),
      person().give('relist', { reason: 'New signs (made up)' }),
    ];
    const expected = standing.map((one) => inWorld(one).map(({ principal, due }) => [principal, due]));
    expect(expected.map((each) => each[0]?.[0])).toEqual([
      ...['role:coordinator', 'role:coordinator', 'team:team-north:manager'],
      ...['role:coordinator', 'role:coordinator'],
    ]);
    await write([...standing, ...others]);
    await asBefore();
    // A check that was fixed of somebody who has died, when it was still asked for; and one whose day has passed.
    for (const [id, day] of [
      [dead.id, '2027-09-01'],
      [passed.id, '2026-01-01'],
    ])
      await ask(
        `update written set body = (body::jsonb || jsonb_build_object('nextCheck', $2::text))::text
          where record_id = $1 and kind = 'panel-decision'`,
        [id, day],
      );

    expect(await awaitChecks(worker, app)).toBe(standing.length);
    for (const [index, { id }] of standing.entries())
      expect((await lines(id)).map(({ principal, due }) => [principal, new Date(due).toISOString()])).toEqual(
        expected[index],
      );
    for (const { id } of others) expect(await lines(id)).toEqual([]);
    const reads = await ask(
      `select distinct r.kind from case_reader k join record r on r.id = k.record_id
        where r.kind in ('personCase', 'locationCase') and k.principal = 'role:coordinator'
          and k.class = 'case' and k.until is null order by r.kind`,
    );
    expect(reads).toEqual([{ kind: 'locationCase' }, { kind: 'personCase' }]);
    expect(await awaitChecks(worker, app)).toBe(0);
  });
});
