import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Reading } from '../access.js';
import { openStore, reading, type Store, type Tx } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { foundPartnership } from './found-partnership.js';
import type { ListSort } from './list-orders.js';
import { type ListCursor, listRecords } from './list-records.js';

const cases = 6000;
const me = '11111111-1111-7111-8111-111111111111';
let database: TestDatabase;
let store: Store;
let partnershipId: string;

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Lists' });
  await openOwner(database.connections.owner, async (client) => {
    await client.query(
      `insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, opened_at, next_due, persons)
       select $1, ('01900000-0000-7000-8000-' || lpad(to_hex(k), 12, '0'))::uuid, 'childCase', 1, '{"work":"monitoring","panel":"notListed"}',
         'monitoring', '{"clocks":[]}', now(), 'Case ' || k, case when k % 7 = 0 then null else date_trunc('milliseconds', now()) - (k % 500 || ' hours')::interval end,
         case when k % 5 = 0 then null else date_trunc('milliseconds', now()) + (k % 400 - 200 || ' hours')::interval end, '{}'
       from generate_series(1, $2::integer) k`,
      [partnershipId, cases],
    );
    const readers = (principal: string, every: number) =>
      client.query(
        `insert into case_reader (partnership_id, record_id, principal, class)
         select partnership_id, id, $1, class from (select *, row_number() over (order by id) as n from record) r,
           (values ('case'), ('sheet')) c (class) where n % $2 = 1 % $2`,
        [principal, every],
      );
    await readers(`user:${me}`, 500);
    await readers('team:north:worker', 10);
    await readers('role:coordinator', 1);
    await client.query(
      `insert into case_reader (partnership_id, record_id, principal, class)
       select partnership_id, id, 'role:referrer', 'receipt' from record where title = 'Case 7'`,
    );
    await client.query('vacuum analyze');
  });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const as = (principal: string): Reading => ({
  partnershipId,
  userId: me,
  principals: ['everyone', principal],
});

async function allPages(who: Reading, sort: ListSort): Promise<string[]> {
  const ids: string[] = [];
  let after: ListCursor | undefined;
  do {
    const page = await reading(store, who, (tx) =>
      listRecords(tx, { kind: 'childCase', sort, after, limit: 400 }),
    );
    ids.push(...page.rows.map((row) => row.record.id));
    after = page.next ?? undefined;
  } while (after);
  return ids;
}

async function expected(principal: string, order: string): Promise<string[]> {
  return openOwner(database.connections.owner, async (client) => {
    const found = await client.query<{ id: string }>(
      `select id from record r where exists (select 1 from case_reader k where k.record_id = r.id and k.principal = $1) order by ${order}`,
      [principal],
    );
    return found.rows.map((row) => row.id);
  });
}

/** The blocks that the database touches for a first page. */
async function blocksRead(principal: string, sort: ListSort): Promise<number> {
  return reading(store, as(principal), async (tx) => {
    const asked: { text: string; values: unknown[] }[] = [];
    const listening = {
      query: async (one: (typeof asked)[number]) => {
        asked.push(one);
        return { rows: [] };
      },
    };
    await listRecords(listening as unknown as Tx, { kind: 'childCase', sort, limit: 50 });
    const plan = await tx.query(
      `explain (analyze, buffers, format json) ${asked[0]?.text}`,
      asked[0]?.values,
    );
    const { Plan } = (plan.rows[0] as { 'QUERY PLAN': { Plan: Record<string, number> }[] })[
      'QUERY PLAN'
    ][0] as never as { Plan: Record<string, number> };
    return (Plan['Shared Hit Blocks'] ?? 0) + (Plan['Shared Read Blocks'] ?? 0);
  });
}

const orders: [ListSort, string][] = [
  ['recorded', 'id'],
  ['opened', "coalesce(opened_at, '-infinity'), id"],
  ['-opened', "coalesce(opened_at, '-infinity') desc, id desc"],
  ['due', "coalesce(next_due, 'infinity'), id"],
  ['-due', "coalesce(next_due, '-infinity') desc, id desc"],
];

describe('a list of records', () => {
  it.each([
    ['somebody who reads twelve', `user:${me}`, 12],
    ['a team that reads six hundred', 'team:north:worker', 600],
    ['somebody who reads all', 'role:coordinator', cases],
  ])('holds for %s each once, in order, over all pages', async (_who, principal, count) => {
    const newest = await allPages(as(principal), 'newest');
    expect(newest).toHaveLength(count);
    expect(newest).toEqual(await expected(principal, 'id desc'));
    for (const [sort, order] of orders)
      expect([sort, await allPages(as(principal), sort)]).toEqual([sort, await expected(principal, order)]);
  });

  it('finds a page by what is due next by an index, without sorting every record of the kind', async () => {
    expect(await blocksRead('role:coordinator', 'due')).toBeLessThan(1500);
  });

  it('tells somebody who has a receipt alone nothing of when a case is due', async () => {
    const asked = { kind: 'childCase', limit: 10 } as const;
    const found = (sort: ListSort) =>
      reading(store, as('role:referrer'), (tx) => listRecords(tx, { ...asked, sort }));
    expect((await found('newest')).rows).toHaveLength(1);
    for (const sort of ['due', '-due'] as const) expect((await found(sort)).rows).toEqual([]);
  });

  it('costs little for somebody who reads twelve of thousands, and for somebody who reads nothing', async () => {
    for (const sort of ['newest', '-opened', 'due'] as const)
      for (const principal of [`user:${me}`, 'user:nobody'])
        expect(await blocksRead(principal, sort)).toBeLessThan(400);
  });
});
