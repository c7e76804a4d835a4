import { englandProfile } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { change } from '../change.js';
import { openStore, type Store } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { foundPartnership } from './found-partnership.js';
import { sendOutgoing, sweep } from './send-outgoing.js';

let database: TestDatabase;
let app: Store;
let worker: Store;
let partnershipId: string;

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  app = await openStore(database.connections.app);
  worker = await openStore(database.connections.worker);
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Testshire' });
});
afterAll(async () => {
  await app.close();
  await worker.close();
  await database.drop();
});

const danger = () =>
  change(app, {
    name: 'child-cases/record-referral',
    payload: {
      seenOrSaid: 'A child says an adult is outside now',
      immediateDanger: true,
      child: { description: 'A girl of about twelve' },
    },
    actor: { kind: 'import', userId: null, name: 'Test', agencyId: null, teamId: null, roles: ['referrer'] },
    reading: {
      partnershipId,
      userId: '00000000-0000-0000-0000-000000000000',
      principals: ['everyone', 'role:referrer'],
    },
    profile: englandProfile,
  });

describe('outgoing work', () => {
  it('four workers at once tell the duty manager, the out-of-hours team and the police desk of each danger exactly once', async () => {
    for (let index = 0; index < 20; index += 1) expect((await danger()).outcome).toBe('accepted');
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        while ((await sendOutgoing(worker, 7)) > 0);
      }),
    );
    const told = await openOwner(database.connections.owner, (client) =>
      client.query(
        'select principal, count(*)::integer as n from message group by principal order by principal',
      ),
    );
    expect(told.rows).toEqual([
      { principal: 'role:duty-manager', n: 20 },
      { principal: 'role:out-of-hours', n: 20 },
      { principal: 'role:police-desk', n: 20 },
    ]);
  });

  it('the worker’s role reads no record, history or written row', async () => {
    for (const table of ['record', 'history', 'written', 'search_term'])
      await expect(worker.pool.query(`select 1 from ${table} limit 1`)).rejects.toMatchObject({
        code: '42501',
      });
  });
});

describe('what outlives its use', () => {
  it('is swept: drafts that nobody changed for 90 days and messages after a year, and nothing younger', async () => {
    const nobody = '00000000-0000-0000-0000-000000000000';
    await openOwner(database.connections.owner, async (client) => {
      for (const [form, days] of [
        ['old', 91],
        ['young', 89],
      ] as const)
        await client.query(
          `insert into draft (partnership_id, user_id, form, record, body, saved_at)
           values ($1, $2, $3, 'new', '{}', now() - make_interval(days => $4))`,
          [partnershipId, nobody, form, days],
        );
      await client.query(
        "update message set at = now() - interval '2 years' where principal = 'role:police-desk'",
      );
    });
    const swept = await sweep(worker);
    expect(swept.drafts).toBe(1);
    expect(swept.messages).toBeGreaterThan(19);
    const left = await openOwner(database.connections.owner, (client) =>
      client.query('select form from draft union select distinct principal from message order by 1'),
    );
    expect(left.rows.map(({ form }) => form)).toEqual(['role:duty-manager', 'role:out-of-hours', 'young']);
  });
});
