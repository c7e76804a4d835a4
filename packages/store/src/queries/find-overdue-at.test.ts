import type { RecordKind } from '@mase/workflow';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { begin, type Reading } from '../access.js';
import { openStore, reading, type Store } from '../store.js';
import { openOwner, rowsRead, type TestDatabase, testDatabase } from '../testing/index.js';
import { findIdsOverdueAt } from './find-as-it-was.js';
import { foundPartnership } from './found-partnership.js';

const me = '11111111-1111-7111-8111-111111111111';
const command = '22222222-2222-7222-8222-222222222222';
const records = 4000;
/** The instant that is asked about, years after most clocks ended. */
const at = '2026-06-08T00:00:00.000Z';
const idOf = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

let database: TestDatabase;
let store: Store;
let superuser: pg.Client;
let partnershipId: string;
const who = (): Reading => ({ partnershipId, userId: me, principals: [`user:${me}`] });

beforeAll(async () => {
  const serverUrl = inject('MASE_TEST_SERVER');
  database = await testDatabase(serverUrl);
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Test' });
  store = await openStore(database.connections.app, { size: 1 });
  await openOwner(database.connections.owner, async (client) => {
    await client.query(
      `with made as (
         insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, persons)
         select $1, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
           case when n % 4 = 0 then 'planAction' else 'childCase' end, 1,
           '{"work":"monitoring","panel":"notListed"}', 'monitoring', '{"clocks":[]}', now(), 'Made up', '{}'
         from generate_series(1, $3::integer) n returning id)
       insert into case_reader (partnership_id, record_id, principal, class)
       select $1, id, $2, case when id = '${idOf(160)}' then 'existence' else 'case' end from made`,
      [partnershipId, `user:${me}`, records],
    );
    const clocks = (which: string, due: string, ended: string | null, many = 1) =>
      client.query(
        `insert into clock (partnership_id, id, record_id, rule, start_at, due, started_by, ended, how, ended_by, end_accepted)
         select $1, gen_random_uuid(), r.id, 'contact', '2020-01-01', $3::timestamptz + make_interval(mins => k), $2::uuid,
           $4::timestamptz, case when $4::timestamptz is not null then 'met' end,
           case when $4::timestamptz is not null then $2::uuid end, $4::timestamptz
         from (select id, row_number() over (order by id) as n from record where kind in ('childCase', 'planAction')) r,
           generate_series(1, $5::integer) k where ${which}`,
        [partnershipId, command, due, ended, many],
      );
    // Met in time, late in another year, late on the day that is asked about, ended within the hour before it, and overdue still.
    await clocks('true', '2022-03-01T00:00:00Z', '2022-02-01T00:00:00Z', 6);
    await clocks('n % 2 = 0', '2025-03-01T00:00:00Z', '2025-04-01T00:00:00Z');
    await clocks('n % 40 = 0', '2026-06-01T00:00:00Z', '2026-06-11T00:00:00Z');
    await clocks('n = 7', '2026-06-01T00:00:00Z', '2026-06-07T23:30:00Z');
    await clocks('n = 9', '2026-06-01T00:00:00Z', '2026-06-07T22:30:00Z');
    await clocks('n % 50 = 0', '2026-06-05T00:00:00Z', null);
    await clocks('n = 11', '2026-06-09T00:00:00Z', null);
    await client.query('vacuum analyze');
  });
  const url = new URL(serverUrl);
  url.pathname = `/${database.name}`;
  superuser = new pg.Client({ connectionString: url.toString() });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await store?.close();
  await database?.drop();
});

/** Those that were overdue: of many, and of 160 the reader knows no more than that it is there. */
const overdue = Array.from({ length: records }, (_, index) => index + 1).filter(
  (n) => n !== 160 && (n % 40 === 0 || n % 50 === 0 || n === 7),
);

function pageOf(kind: RecordKind | null, after: string | null, limit = 1000): Promise<string[]> {
  return reading(store, who(), (tx) => findIdsOverdueAt(tx, { at, kind, after, limit }));
}

describe('records on which something was overdue at an instant', () => {
  it('are those whose clock was due before it and had not ended by then, of every kind, in the order in which they were made', async () => {
    expect(await pageOf(null, null)).toEqual(overdue.map(idOf));
    expect(await pageOf('planAction', null)).toEqual(overdue.filter((n) => n % 4 === 0).map(idOf));
    expect(await pageOf('childCase', null)).toEqual(overdue.filter((n) => n % 4 !== 0).map(idOf));
  });

  it('come page by page, and page by page they are the whole', async () => {
    const paged: string[] = [];
    for (
      let page = await pageOf(null, null, 25);
      page.length > 0;
      page = await pageOf(null, paged.at(-1) ?? null, 25)
    )
      paged.push(...page);
    expect(paged).toEqual(overdue.map(idOf));
  });

  it('are none for whoever reads no history', async () => {
    const nobody = { ...who(), principals: ['reads-nothing'] };
    expect(
      await reading(store, nobody, (tx) => findIdsOverdueAt(tx, { at, kind: null, after: null, limit: 9 })),
    ).toEqual([]);
  });

  it('are found without looking at a clock that was not overdue then, however many have ended', async () => {
    const asked = {
      instant: '$1::timestamptz',
      wanted: '$2::text',
      after_id: '$3::uuid',
      most: '$4::integer',
    };
    const found = await superuser.query<{ prosrc: string }>(
      "select prosrc from pg_proc where proname = 'overdue_at'",
    );
    const text = Object.entries(asked).reduce(
      (body, [name, value]) => body.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value),
      found.rows[0]?.prosrc ?? '',
    );
    await begin(superuser as unknown as pg.PoolClient, who(), { purpose: 'read', now: at });
    // As the product's own connections are.
    await superuser.query('set local role mase_looks; set local enable_seqscan = off');
    const read = await rowsRead(superuser, text, [at, null, null, 25]);
    await superuser.query('rollback');
    const held = await superuser.query<{ n: number; all: number }>(
      `select (count(*) filter (where due < $1 and (ended is null or end_accepted > $1::timestamptz - interval '1 hour')))::integer as n,
         count(*)::integer as all from clock`,
      [at],
    );
    const { n, all } = held.rows[0] as { n: number; all: number };
    process.stdout.write(`a page of 25 of ${n} overdue clocks reads ${read.clock.all} of ${all}\n`);
    expect(read.clock.all).toBeGreaterThanOrEqual(n);
    expect(read.clock.all).toBeLessThanOrEqual(n + 5);
  });
});
