import { englandProfile } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { change } from '../change.js';
import { foundPartnership } from '../queries/found-partnership.js';
import { sendOutgoing } from '../queries/send-outgoing.js';
import { openStore, type Store } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { remind } from './remind.js';

let database: TestDatabase;
let app: Store;
let workers: Store[];
let partnershipId: string;
// Monday 2 November 2026, nine in the morning.
const time = { now: '2026-11-02T09:00:00.000Z' };
const clock = () => time.now;
const referrals = 60;

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  app = await openStore(database.connections.app, { clock });
  workers = await Promise.all([0, 1].map(() => openStore(database.connections.worker, { clock, size: 2 })));
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Testshire' });
  for (let index = 0; index < referrals; index += 1) expect((await referral()).outcome).toBe('accepted');
});
afterAll(async () => {
  await app.close();
  for (const one of workers) await one.close();
  await database.drop();
});

const referral = () =>
  change(app, {
    name: 'child-cases/record-referral',
    payload: {
      seenOrSaid: 'A made-up report',
      immediateDanger: false,
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

const asOwner = async <T extends object>(sql: string): Promise<T[]> =>
  openOwner(database.connections.owner, async (client) => (await client.query<T>(sql)).rows);

/** What two workers do at once until nothing is left to remind of. */
async function workersRemind(): Promise<void> {
  await Promise.all(
    workers.map(async (worker) => {
      while ((await remind(worker, app, 50)) > 0);
      while ((await sendOutgoing(worker)) > 0);
    }),
  );
}

const reminders = () =>
  asOwner<{ kind: string; clocks: number; messages: number; most: number }>(
    `select kind, count(distinct clock_id)::integer as clocks, count(*)::integer as messages,
       (select max(n)::integer from (select count(*) n from message m where m.kind = message.kind
         group by m.clock_id, m.principal) a) as most
     from message where clock_id is not null group by kind order by kind`,
  );

describe('after three days without a worker', () => {
  it('every clock that is overdue is raised within a minute, once, by however many workers', async () => {
    time.now = '2026-11-05T09:00:00.000Z';
    const overdue = await asOwner<{ n: number }>(
      `select count(*)::integer as n from clock where ended is null and due < '${time.now}'`,
    );
    expect(overdue[0]?.n).toBeGreaterThanOrEqual(referrals);
    const begun = performance.now();
    await workersRemind();
    expect(performance.now() - begun).toBeLessThan(60_000);
    const raised = await asOwner<{ n: number }>(
      `select count(*)::integer as n from clock c where c.ended is null and c.due < '${time.now}'
         and exists (select 1 from message m where m.clock_id = c.id and m.kind = 'reminder-overdue')`,
    );
    expect(raised).toEqual(overdue);
    for (const line of await reminders()) expect([line.kind, line.most]).toEqual([line.kind, 1]);
    // The stage that was passed over is not told afterwards.
    expect((await reminders()).map(({ kind }) => kind)).toEqual(['reminder-overdue']);
  });

  it('nothing is said twice, and the next stage comes in its own time', async () => {
    const before = await reminders();
    await workersRemind();
    expect(await reminders()).toEqual(before);
    time.now = '2026-11-10T08:00:00.000Z';
    await workersRemind();
    expect((await reminders()).map(({ kind }) => kind)).toEqual([
      'reminder-long-overdue',
      'reminder-overdue',
    ]);
  });
});

describe('a clock that runs as it should', () => {
  it('warns on the morning of the working day before, and names only whose it is', async () => {
    time.now = '2026-11-11T09:00:00.000Z';
    await referral();
    const warned = () =>
      asOwner<{ principal: string; rule: string }>(
        `select m.principal, c.rule from message m join clock c on c.id = m.clock_id
         where m.kind = 'reminder-due-soon'`,
      );
    await workersRemind();
    expect(await warned()).toEqual([{ principal: 'role:triage-social-worker', rule: 'triage-decision' }]);
  });
});
