import { englandProfile } from '@mase/workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { change } from '../change.js';
import { openStore, type Store } from '../store.js';
import { holdOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { foundPartnership } from './found-partnership.js';
import { giveDue } from './give-due.js';

let database: TestDatabase;
let app: Store;
let worker: Store;
let owner: Awaited<ReturnType<typeof holdOwner>>;
let partnershipId: string;
let now = Date.parse('2026-11-03T09:00:00Z');
const clock = () => new Date(now).toISOString();
const pass = (minutes: number) => {
  now += minutes * 60_000;
};

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  app = await openStore(database.connections.app, { clock });
  worker = await openStore(database.connections.worker, { clock });
  owner = await holdOwner(database.connections.owner);
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Testshire' });
});
afterAll(async () => {
  await owner.end();
  await app.close();
  await worker.close();
  await database.drop();
});

const by = (role: 'referrer' | 'duty-manager', of = partnershipId) => ({
  actor: { kind: 'import', userId: null, name: 'Test', agencyId: null, teamId: null, roles: [role] } as const,
  reading: {
    partnershipId: of,
    userId: '00000000-0000-0000-0000-000000000000',
    principals: ['everyone', `role:${role}`],
  },
  profile: englandProfile,
});

async function danger(of?: string): Promise<string> {
  const outcome = await change(app, {
    ...by('referrer', of),
    name: 'child-cases/record-referral',
    payload: {
      seenOrSaid: 'A child says an adult is outside now',
      immediateDanger: true,
      child: { description: 'A girl of about twelve' },
    },
  });
  if (outcome.outcome !== 'accepted') throw new Error(outcome.outcome);
  return outcome.record.id;
}

const acknowledge = (recordId: string) =>
  change(app, {
    ...by('duty-manager'),
    name: 'child-cases/acknowledge-danger',
    recordId,
    payload: { doing: 'Going' },
    ifMatch: 'any',
  });

const histories = async (recordId: string) =>
  (
    await owner.query<{ command: string; happened: string; at: string }>(
      "select command, happened, at from history where record_id = $1 and command = 'child-cases/repeat-danger' order by version",
      [recordId],
    )
  ).rows;

const none = { given: 0, refused: 0, failed: 0 };

beforeEach(async () => {
  await owner.query('delete from clock_call');
  await owner.query("update clock set ended = now() where ended is null and rule = 'danger-acknowledgement'");
});

describe('a clock that is due', () => {
  it('repeats the alert each hour until a named person has acknowledged the danger, and says when it was due', async () => {
    const id = await danger();
    pass(59);
    expect(await giveDue(worker, app)).toEqual(none);
    pass(4);
    expect(await giveDue(worker, app)).toEqual({ ...none, given: 1 });
    expect(await giveDue(worker, app)).toEqual(none);
    const [first] = await histories(id);
    expect(Date.parse(first?.at as string) - Date.parse(first?.happened as string)).toBe(3 * 60_000);
    pass(60);
    expect(await giveDue(worker, app)).toEqual({ ...none, given: 1 });
    expect((await acknowledge(id)).outcome).toBe('accepted');
    pass(180);
    expect(await giveDue(worker, app)).toEqual(none);
    expect(await histories(id)).toHaveLength(2);
    const told = await owner.query('select count(*)::integer as n from outbox where record_id = $1', [id]);
    expect(told.rows[0].n).toBe(9);
  });

  it('is raised once by four workers at once, for every one that came due in three days down', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1) ids.push(await danger());
    pass(3 * 24 * 60);
    const began = performance.now();
    const counts = await Promise.all([1, 2, 3, 4].map(() => giveDue(worker, app)));
    expect(counts.reduce((sum, one) => sum + one.given, 0)).toBe(25);
    expect(counts.reduce((sum, one) => sum + one.failed + one.refused, 0)).toBe(0);
    for (const id of ids) expect(await histories(id)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(await giveDue(worker, app)).toEqual(none);
  });

  it('that the rules refuse is noted with the reason, named by code, and not asked again', async () => {
    const id = await danger();
    await owner.query(
      `insert into clock (partnership_id, id, record_id, rule, start_at, due, started_by)
       values ($1, '0193a000-0000-7000-8000-000000000001', $2, 'danger-acknowledgement', $3, $3, $2)`,
      [partnershipId, id, clock()],
    );
    expect(await giveDue(worker, app)).toEqual({ ...none, refused: 1 });
    pass(30);
    expect(await giveDue(worker, app)).toEqual(none);
    const noted = await owner.query('select outcome, why from clock_call');
    expect(noted.rows).toEqual([{ outcome: 'refused', why: 'notPermitted' }]);
  });

  it('that could not be stored is tried again a minute later, and holds up no other', async () => {
    const id = await danger();
    pass(61);
    const gone = await openStore(database.connections.app, { clock });
    await gone.close();
    expect(await giveDue(worker, gone)).toEqual({ ...none, failed: 1 });
    expect(await giveDue(worker, app)).toEqual(none);
    pass(2);
    expect(await giveDue(worker, app)).toEqual({ ...none, given: 1 });
    expect(await histories(id)).toHaveLength(1);
  });

  it('of a partnership whose profile cannot be read holds up no other partnership', async () => {
    const other = await foundPartnership(database.connections.owner, { name: 'Othershire' });
    await danger(other);
    pass(1);
    const id = await danger();
    await owner.query("update partnership set profile = 'no profile' where id = $1", [other]);
    pass(61);
    expect(await giveDue(worker, app)).toEqual({ ...none, given: 1, failed: 1 });
    expect(await histories(id)).toHaveLength(1);
  });
});

describe('the worker’s role', () => {
  it('sees which clocks run and when they are due, and nothing that was recorded', async () => {
    await expect(worker.pool.query('select reason from clock')).rejects.toMatchObject({ code: '42501' });
    await expect(
      worker.pool.query("insert into clock_call values ($1, $1, 'x', 'given', 1, now())", [partnershipId]),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
