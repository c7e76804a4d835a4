import { englandProfile, reachedStages } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { change } from '../change.js';
import { foundPartnership } from '../queries/found-partnership.js';
import { sendOutgoing } from '../queries/send-outgoing.js';
import { openStore, type Store } from '../store.js';
import { addCopies, openOwner, rowsRead, type TestDatabase, testDatabase } from '../testing/index.js';
import { callOf, findReached, reachedQuery } from './find-reached.js';
import { remind } from './remind.js';

/** `npm run soak -- reminders` asks at the size of the largest partnership. Each case has a running clock. */
const cases = Number(process.env.MASE_SOAK_REMINDERS ?? 6_000);
const minute = 60_000;
const day = 24 * 60 * minute;
/** Over how long the clocks are due, one after the other: of more cases more are due each day. */
const spread = Number(process.env.MASE_SOAK_REMINDER_DAYS ?? 4) * day;
// Monday 2 November 2026, nine in the morning.
const start = Date.parse('2026-11-02T09:00:00.000Z');

let database: TestDatabase;
let app: Store;
let worker: Store;
let partnershipId: string;
const time = { now: new Date(start).toISOString() };
const clock = () => time.now;

const owner = <T>(work: Parameters<typeof openOwner<T>>[1]) => openOwner(database.connections.owner, work);
const counted = (sql: string) => owner(async (client) => Number((await client.query(sql)).rows[0]?.n));

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  app = await openStore(database.connections.app, { clock });
  worker = await openStore(database.connections.worker, { clock, size: 2 });
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Testshire' });
  const said = await change(app, {
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
  if (said.outcome !== 'accepted') throw new Error(said.outcome);
  await owner(async (client) => {
    await client.query('set session_replication_role = replica');
    const found = await client.query<{ id: string; kind: string }>(
      "select id, kind from record where kind in ('child', 'childCase')",
    );
    const idOf = (kind: string) => found.rows.find((one) => one.kind === kind)?.id as string;
    await addCopies(client, { caseId: idOf('childCase'), childId: idOf('child'), to: cases });
    // The copies are due a minute after one another.
    await client.query(
      `update clock c set due = first.due + (c.due - first.due) * $1::float8
       from (select min(due) as due from clock) first`,
      [spread / (cases * minute)],
    );
    await client.query('vacuum analyze');
  });
}, 3_600_000);
afterAll(async () => {
  await app?.close();
  await worker?.close();
  await database?.drop();
});

/** What the worker does until nothing is left to remind of and nothing waits; how long each took, in milliseconds. */
async function raised(): Promise<{ reminding: number; sending: number }> {
  const begun = performance.now();
  while ((await remind(worker, app)) > 0);
  const reminded = performance.now();
  while ((await sendOutgoing(worker)) > 0);
  return { reminding: reminded - begun, sending: performance.now() - reminded };
}

/** What finding the next clocks to remind of reads: rows of clocks, and how long it takes. */
async function foundNow(): Promise<string> {
  const { text, values } = reachedQuery(partnershipId, reachedStages(englandProfile, time.now), 500);
  const begun = performance.now();
  const { clock: clocks } = await rowsRead(worker.pool, text, values);
  return `${clocks.all} clocks read in ${(performance.now() - begun).toFixed(0)} ms`;
}
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** Notes every stage that was reached as told before. */
async function noted(): Promise<void> {
  const reached = await findReached(
    worker,
    partnershipId,
    reachedStages(englandProfile, time.now),
    cases * 2,
  );
  const calls = JSON.stringify(reached.map(({ id, stage }) => ({ id, call: callOf(stage) })));
  await owner(async (client) => {
    await client.query(
      `insert into clock_call (partnership_id, clock_id, command, outcome, at)
       select $1, n.id, n.call, 'given', $2 from json_to_recordset($3) n (id uuid, call text)`,
      [partnershipId, time.now, calls],
    );
    await client.query('vacuum analyze');
  });
}

const toldBy = (instant: string) => `exists (select 1 from clock_call k where k.clock_id = c.id
  and k.command like 'remind/%overdue' and k.at <= '${instant}')`;
const told = `exists (select 1 from message m where m.clock_id = c.id and m.kind like 'reminder-%overdue')`;
const overdue = () => `from clock c where c.ended is null and c.due < '${time.now}'`;

describe(`among ${cases} cases with a running clock each`, () => {
  it('what is overdue after three days without a worker is raised within a minute, once', async () => {
    // A third is overdue already, and was raised while the worker ran.
    const stopped = new Date(start + day + Math.floor(spread / 3)).toISOString();
    time.now = stopped;
    await noted();
    time.now = new Date(Date.parse(stopped) + 3 * day).toISOString();
    const waits = await counted(`select count(*) as n ${overdue()} and not ${toldBy(stopped)}`);
    expect(waits).toBeGreaterThan((cases * 3 * day * 0.9) / spread);
    const first = await foundNow();
    const { reminding, sending } = await raised();
    const all = await counted(`select count(*) as n ${overdue()}`);
    console.log(
      `${cases} cases, ${all} overdue: ${waits} raised in ${seconds(reminding + sending)} (found and noted in ${seconds(reminding)}, sent in ${seconds(sending)}); the first 500 found: ${first}; nothing new: ${await foundNow()}`,
    );
    expect(reminding + sending).toBeLessThan(60_000);
    expect(
      await counted(`select count(*) as n ${overdue()} and not ${toldBy(stopped)} and not ${told}`),
    ).toBe(0);
    const twice = `select count(*) as n from (select from message m where m.clock_id is not null
      group by m.clock_id, m.principal, m.kind having count(*) > 1) t`;
    expect(await counted(twice)).toBe(0);
  }, 3_600_000);

  it('the worker finds what has come to a stage by an index, however many are not due yet', async () => {
    const asked = reachedQuery(partnershipId, reachedStages(englandProfile, time.now), 500);
    const plan = await worker.pool.query(
      `explain (analyze, buffers, format json) ${asked.text}`,
      asked.values,
    );
    const [{ Plan, 'Execution Time': took }] = plan.rows[0]['QUERY PLAN'];
    const nodes = JSON.stringify(Plan);
    console.log(`nothing new to remind of among ${cases}: ${took} ms`);
    expect(nodes).not.toMatch(/"Node Type":"Seq Scan"[^{}]*"Relation Name":"clock"/);
    expect(nodes).toMatch(/"Index Name":"clock_(running|by_due)"/);
  });
});
