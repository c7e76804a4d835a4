import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOwner } from '@mase/store/testing';
import { aReferral } from '@mase/workflow/testing';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ownCertificate } from '../testing/certificate.js';
import { type Fault, type MailServer, mailServer, points } from '../testing/mail-server.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const program = new URL('../../dist/worker.js', import.meta.url).pathname;
const certificate = ownCertificate(['127.0.0.1']);
const account = { user: 'mase', password: 'a made-up password' };
/** Longer than a start takes on a busy machine. */
const patience = { timeout: 100_000, interval: 50 };

let api: TestApi;
let server: MailServer;
let folder: string;
let running: ChildProcess | undefined;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  server = await mailServer({ tls: 'implicit', certificate, account });
  folder = mkdtempSync(join(tmpdir(), 'mase-killed-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 });
  write('connections.json', JSON.stringify(api.database.connections));
  write('authority.pem', certificate.cert);
  write('password', account.password);
  write(
    'mail.json',
    JSON.stringify({
      ...{ host: '127.0.0.1', port: server.port, tls: 'implicit', authorityFile: 'authority.pem' },
      ...{ from: 'mase@example.test', site: 'https://mase.example.test' },
      ...{ user: account.user, passwordFile: 'password' },
    }),
  );
});
afterAll(async () => {
  await kill();
  await server?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker as it runs, by this machine's clock. */
function start(): void {
  running = spawn(process.execPath, [program], {
    env: {
      ...plainEnvironment,
      ...{ MASE_MODE: 'demonstration', MASE_LEDGER: 'elsewhere', MASE_LOG: 'silent' },
      ...{ MASE_CONNECTIONS: join(folder, 'connections.json'), MASE_MAIL: join(folder, 'mail.json') },
    },
    stdio: 'ignore',
  });
}

async function kill(): Promise<void> {
  const gone = running;
  running = undefined;
  if (!gone || gone.exitCode !== null || gone.signalCode !== null) return;
  gone.kill('SIGKILL');
  await once(gone, 'exit');
}

/** Somebody is in danger: several people are told at once, by a letter each. */
async function danger(): Promise<void> {
  api.time.now = new Date().toISOString();
  const child = { firstName: 'Made-up', lastName: 'Child', birthDate: '2012-03-04' };
  const words = aReferral({ child, seenOrSaid: 'A made-up report', immediateDanger: true });
  await api.give('referrer', 'child-cases/record-referral', words);
}

const rows = <T extends object>(sql: string) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query(sql)).rows as T[]);
const letters = () => rows<{ id: string }>('select id from mail order by id');
const waiting = async (kinds = '%') =>
  (await rows(`select id from mail where state <> 'accepted' and kind like '${kinds}'`)).length;
/** As if whoever was killed had been so for longer than a lease. */
const leaseOver = () => rows("update mail set next_at = now() where state = 'waiting'");

/** Every letter was taken with its own Message-ID, and where it was taken twice, byte by byte the same. */
async function onceInEffect(): Promise<{ letters: number; again: number }> {
  const all = (await letters()).map(({ id }) => `<${id}@example.test>`);
  const ids = await Promise.all(server.taken.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId));
  expect([...new Set(ids)].sort()).toEqual(all);
  for (const id of all)
    expect(new Set(server.taken.filter((_one, n) => ids[n] === id).map(({ raw }) => raw)).size).toBe(1);
  return { letters: all.length, again: ids.length - all.length };
}

describe('a worker that is killed while it hands a letter in', () => {
  it('at each point of the conversation leaves no letter untold, and none told twice in effect, within a minute', async () => {
    // Last of all where the server has taken the letter and does not come to say so: that one goes out again.
    const at: Fault['point'][] = ['sign-in', ...points];
    expect(at.at(-1)).toBe('answer');
    let killed = 0;
    for (const point of at) {
      await leaseOver();
      await danger();
      server.met.length = 0;
      server.faults.push({ point, manner: 'stalls' });
      start();
      await expect.poll(() => server.met.map((one) => one.point), patience).toEqual([point]);
      await kill();
      killed = Date.now();
    }
    start();
    await expect.poll(() => waiting('urgent'), patience).toBe(0);
    const took = (Date.now() - killed) / 1000;
    // What is not urgent is gathered for a minute before it goes.
    await leaseOver();
    await expect.poll(() => waiting(), patience).toBe(0);
    const seen = await onceInEffect();
    console.log(
      `${at.length} kills, ${seen.letters} letters, ${seen.again} sent again, the last ${took} s after the kill`,
    );
    expect(took).toBeLessThan(60);
    expect(seen.letters).toBeGreaterThanOrEqual(at.length * 3);
    expect(seen.again).toBeGreaterThanOrEqual(1);
  }, 600_000);
});
