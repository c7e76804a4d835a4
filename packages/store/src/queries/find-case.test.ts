import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Reading } from '../access.js';
import { openStore, reading, type Store, type Tx } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { findLateCase, latestOpened } from './find-case.js';
import { foundPartnership } from './found-partnership.js';

const me = '11111111-1111-7111-8111-111111111111';
const idOf = (one: string) => `01900000-0000-7000-8000-${one.padStart(12, '0')}`;
const young = idOf('a');
const old = idOf('b');
const first = '01910000-0000-7000-8000-000000000001';
let database: TestDatabase;
let store: Store;
let who: Reading;

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  const partnershipId = await foundPartnership(database.connections.owner, { name: 'Long cases' });
  who = { partnershipId, userId: me, principals: ['everyone', `user:${me}`] };
  await openOwner(database.connections.owner, async (client) => {
    await client.query(
      `insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, persons)
       select $1, id, 'childCase', 1, '{"work":"monitoring","panel":"notListed"}', 'monitoring', '{"clocks":[]}', now(), 'Made up', '{}'
       from unnest($2::uuid[]) id`,
      [partnershipId, [young, old]],
    );
    await client.query(
      `insert into case_reader (partnership_id, record_id, principal, class)
       select $1, id, $3, class from unnest($2::uuid[]) id, unnest(array['case', 'sheet']) class`,
      [partnershipId, [young, old], `user:${me}`],
    );
    const write = (record: string, kind: string, count: number, from: number) =>
      client.query(
        `insert into written (partnership_id, id, record_id, kind, class, version, happened, at, body)
         select $1, ('01910000-0000-7000-8000-' || lpad(to_hex($5::integer + k), 12, '0'))::uuid, $2, $3, 'case', 1,
           now() - ($4::integer - k || ' hours')::interval, now() - ($4::integer - k || ' hours')::interval, '{"said":"Made up"}'
         from generate_series(1, $4::integer) k`,
        [partnershipId, record, kind, count, from],
      );
    await write(old, 'contact', 4000, 0);
    await write(old, 'grade', 8, 10_000);
    await write(young, 'contact', 60, 20_000);
    await write(young, 'grade', 8, 30_000);
    await client.query('vacuum analyze');
  });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** The blocks that the database touches to open a case. */
async function blocksRead(id: string): Promise<number> {
  return reading(store, who, async (tx) => {
    const asked: { text: string; values: unknown[] }[] = [];
    const listening = {
      query: async (one: (typeof asked)[number]) => {
        asked.push(one);
        return { rows: [] };
      },
    };
    await findLateCase(listening as unknown as Tx, id);
    const plan = await tx.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json) ${asked[0]?.text}`,
      asked[0]?.values,
    );
    const used = plan.rows[0]?.['QUERY PLAN'][0]?.Plan ?? {};
    return (used['Shared Hit Blocks'] ?? 0) + (used['Shared Read Blocks'] ?? 0);
  });
}

const open = (id: string, entry?: string) => reading(store, who, (tx) => findLateCase(tx, id, entry));

describe('a case that has grown old', () => {
  it('is opened with its latest contacts and everything else that was written', async () => {
    const found = await open(old);
    const of = (kind: string) => found?.written.filter((row) => row.kind === kind) ?? [];
    expect([of('contact').length, of('grade').length, found?.earlier]).toEqual([latestOpened, 8, true]);
    const contacts = of('contact').map(({ at }) => at);
    expect(contacts).toEqual([...contacts].sort().reverse());
    expect(contacts[0]).toBe((await open(old))?.written.find(({ kind }) => kind === 'contact')?.at);
  });

  it('shows an earlier entry where that is asked for, and none of another case', async () => {
    const ids = async (entry: string) => (await open(old, entry))?.written.map(({ id }) => id) ?? [];
    expect(await ids(first)).toContain(first);
    expect((await open(young, first))?.written.map(({ id }) => id)).not.toContain(first);
  });

  it('costs what a young one costs', async () => {
    const [ofYoung, ofOld] = [await blocksRead(young), await blocksRead(old)];
    expect(ofOld).toBeLessThan(ofYoung * 1.5 + 20);
  });
});
