import { englandProfile } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type BulkAsked, type BulkRequest, changeMany, resultsFirst } from './change-many.js';
import { foundPartnership } from './queries/found-partnership.js';
import { openStore, type Store } from './store.js';
import { openOwner, type TestDatabase, testDatabase } from './testing/index.js';

let database: TestDatabase;
let store: Store;
let partnershipId: string;

const coordinator = () => ({
  actor: {
    kind: 'import' as const,
    userId: null,
    name: 'Import',
    agencyId: null,
    teamId: null,
    roles: ['coordinator' as const],
  },
  reading: {
    partnershipId,
    userId: '00000000-0000-0000-0000-000000000000',
    principals: ['everyone', 'role:coordinator'],
  },
  profile: englandProfile,
});

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Testshire' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function give(requests: Iterable<BulkAsked>, options = {}) {
  const results = [];
  for await (const result of changeMany(store, coordinator(), requests, options)) results.push(result);
  return results;
}

const child = (localId: string): BulkRequest => ({
  name: 'children/record-child',
  payload: { localId, birthDate: '2010-02-03', from: 'test' },
});
const episode = (childId: string, start: string, end: string): BulkRequest => ({
  name: 'missing-episodes/record-episode',
  payload: { childId, kind: 'missing', start, end, asAt: '2018-03-31', from: 'test' },
});
const count = (table: string) =>
  openOwner(database.connections.owner, async (client) =>
    Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n),
  );

describe('changeMany', () => {
  it('gives out what became of what was asked so far before the next is asked, where that is wanted', async () => {
    let settled = 0;
    const known: number[] = [];
    function* asked(): Generator<BulkAsked> {
      for (const localId of ['R1', 'R2', 'R3']) {
        yield resultsFirst;
        known.push(settled);
        yield child(localId);
      }
      yield resultsFirst;
      known.push(settled);
    }
    for (const trial of [false, true])
      for await (const { outcome } of changeMany(store, coordinator(), asked(), { trial }))
        if (outcome === 'accepted') settled += 1;
    expect(known).toEqual([0, 1, 2, 3, 3, 4, 5, 6]);
  });

  it('looks up the records that it changes, and does not walk through the others, although the books are new to the database', async () => {
    const ids = Array.from({ length: 2_000 }, () => uuidv7());
    await give(ids.map((recordId, place) => ({ ...child(`walk-${place}`), recordId })));
    const fetched = async () => {
      await store.pool.query('select pg_stat_force_next_flush()');
      return openOwner(database.connections.owner, async (client) => {
        const stood = await client.query(
          "select idx_tup_fetch as n from pg_stat_user_tables where relname = 'record'",
        );
        return Number(stood.rows[0].n);
      });
    };
    const before = await fetched();
    const results = await give(
      ids.slice(0, 50).map((recordId) => ({
        name: 'children/record-social-care-referral',
        recordId,
        payload: { referred: '2018-01-01', assessments: [], asAt: '2018-03-31', from: 'test' },
        happened: '2018-01-01T00:00:00.000Z',
      })),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(50).fill('accepted'));
    expect((await fetched()) - before).toBeLessThan(1_500);
  }, 60_000);

  it('two episodes of one child in one transaction raise one proposal, and an overlapping third is refused alone', async () => {
    const [made] = await give([child('1001')]);
    if (made?.outcome !== 'accepted') throw new Error('the child was not recorded');
    const results = await give([
      episode(made.record.id, '2017-06-01', '2017-06-04'),
      episode(made.record.id, '2017-06-03', '2017-06-05'),
      episode(made.record.id, '2017-08-01', '2017-08-02'),
    ]);
    expect(results.map((one) => one.outcome)).toEqual(['accepted', 'refused', 'accepted']);
    const proposals = await openOwner(database.connections.owner, (client) =>
      client.query("select standing from record where kind = 'referralProposal'"),
    );
    expect(proposals.rows).toHaveLength(1);
    expect(JSON.parse(proposals.rows[0].standing).because).toMatchObject({ episodes: 2 });
  });

  it('a trial decides over several batches, each seeing the one before, and stores nothing', async () => {
    const before = await count('record');
    const id = uuidv7();
    const stays = [
      { ...child('1002'), recordId: id },
      episode(id, '2017-01-01', '2017-01-02'),
      episode(id, '2017-01-01', '2017-01-02'),
    ];
    const results = await give(stays, { trial: true, batch: 1 });
    expect(results.map((one) => one.outcome)).toEqual(['accepted', 'accepted', 'refused']);
    expect(await count('record')).toBe(before);
  });

  it('twelve hundred children over three transactions keep one history entry, one audit row and their leaves each', async () => {
    const before = { history: await count('history'), audit: await count('audit') };
    await give(Array.from({ length: 1200 }, (_, index) => child(`2${String(index).padStart(4, '0')}`)));
    expect((await count('history')) - before.history).toBe(1200);
    expect((await count('audit')) - before.audit).toBe(1200);
  });
});
