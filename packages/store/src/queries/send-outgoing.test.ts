import { englandProfile } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { change } from '../change.js';
import { openStore, type Store } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { foundPartnership } from './found-partnership.js';
import { sendOutgoing } from './send-outgoing.js';

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
