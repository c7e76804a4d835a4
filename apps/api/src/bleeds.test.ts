import { addUser, beginSession } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { aReferral } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

const requests = Number(process.env.MASE_BLEED_REQUESTS ?? 1500);
const users = 200;
const atOnce = 40;

/** Somebody with one case that nobody else of the two hundred reads. */
interface Somebody {
  token: string;
  caseId: string;
}

let api: TestApi;
const people: Somebody[] = [];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const { store, database, founded } = api;
  for (let index = 0; index < users; index += 1) {
    const userId = await addUser(store, database.connections.owner, founded.partnershipId, {
      name: `Reader ${index}`,
      email: `reader-${index}@fernshire.example.org`,
      agencyId: founded.agencies.school as string,
      roles: ['referrer'],
    });
    const { sessionId: token } = await beginSession(store, { userId, partnershipId: founded.partnershipId });
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/v1/child-cases/record-referral',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': uuidv7() },
      payload: aReferral({ seenOrSaid: `Made-up words of ${index}` }),
    });
    people.push({ token, caseId: answer.json().id });
  }
}, 300_000);
afterAll(() => api.close());

describe('two hundred people over ten connections', () => {
  it('get nothing of one another', async () => {
    expect(api.store.pool.options.max).toBe(10);
    let asked = 0;
    const bleeds: string[] = [];
    const one = async () => {
      for (; asked < requests; ) {
        const index = asked;
        asked += 1;
        const { token, caseId } = people[(index * 7919) % users] as Somebody;
        const other = people[(index * 7919 + 1 + (index % (users - 1))) % users] as Somebody;
        const headers = { authorization: `Bearer ${token}` };
        const looksAtOther = index % 3 === 0;
        const url = looksAtOther ? `/api/v1/child-cases/${other.caseId}` : '/api/v1/child-cases?limit=100';
        const answer = await api.app.inject({ url, headers });
        if (looksAtOther) {
          if (answer.statusCode !== 404) bleeds.push(`${url}: ${answer.statusCode}`);
        } else {
          const ids = (answer.json().items as { id: string }[]).map(({ id }) => id);
          if (ids.join() !== caseId) bleeds.push(`${caseId} got ${ids}`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    console.log(`${asked} requests of ${users} people, ${atOnce} at a time: ${bleeds.length} bleeds`);
    expect(bleeds).toEqual([]);
  }, 3_600_000);
});

describe('the role of the api without a context', () => {
  it('gets no row from any table, and no error', async () => {
    const tables = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind in ('r', 'v', 'm') and has_table_privilege('mase_app', c.oid, 'select')`,
      );
      const filled = await client.query('select 1 from record limit 1');
      expect(filled.rowCount).toBe(1);
      return found.rows.map((row) => row.name);
    });
    expect(tables.length).toBeGreaterThan(10);
    await openOwner(api.database.connections.app, async (client) => {
      const contexts = [
        [],
        ["set app.purpose = 'change'"],
        ["set app.now = ''", "set app.principals = '{everyone}'"],
      ];
      for (const context of contexts) {
        for (const statement of context) await client.query(statement);
        for (const table of tables)
          expect([table, (await client.query(`select * from "${table}"`)).rowCount]).toEqual([table, 0]);
      }
    });
  });
});
