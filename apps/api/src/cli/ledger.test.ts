import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '@mase/store';
import { openOwner, type TestDatabase, testDatabase } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { foundDemonstration } from '../demonstration/found.js';
import { plainEnvironment } from '../testing/plain-environment.js';

const built = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
let folder: string;
let database: TestDatabase;
let env: Record<string, string>;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(built('worker.js'))) throw new Error('The worker is not built: run npm run build');
  folder = mkdtempSync(join(tmpdir(), 'mase-ledger-verbs-'));
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  const connections = join(folder, 'connections.json');
  writeFileSync(connections, JSON.stringify(database.connections), { mode: 0o600 });
  env = {
    ...plainEnvironment,
    HOME: folder,
    MASE_CONNECTIONS: connections,
    MASE_LEDGER: join(folder, 'ledger'),
  };
  const store = await openStore(database.connections.app);
  await foundDemonstration(store, database.connections.owner);
  await store.close();
});
afterAll(async () => {
  await stopWorker();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function mase(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, [built('cli/main.js'), ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

async function startWorker(): Promise<void> {
  // Tests run on a server without fsync, which a worker refuses outside a demonstration.
  const own = { ...env, MASE_MODE: 'demonstration' };
  worker = spawn(process.execPath, [built('worker.js')], { env: own, stdio: 'ignore' });
}

async function stopWorker(): Promise<void> {
  const running = worker;
  worker = undefined;
  // A worker that was told to end while it still started was ended by the signal itself.
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}

const unsealed = () =>
  openOwner(database.connections.owner, async (client) => {
    const found = await client.query<{ n: number }>(
      'select (select count(*) from history)::integer + (select count(*) from audit)::integer - (select count(*) from ledger_entry)::integer as n',
    );
    return found.rows[0]?.n as number;
  });

/** Waits until everything is sealed; gives how long ago the last audit line was accepted, in milliseconds. */
async function untilSealed(): Promise<number> {
  for (let tries = 0; tries < 400 && (await unsealed()) > 0; tries += 1) await sleep(25);
  const found = await openOwner(database.connections.owner, (client) =>
    client.query<{ at: Date | string }>('select max(at) as at from audit'),
  );
  return Date.now() - new Date(found.rows[0]?.at ?? 0).getTime();
}

const key = () => join(folder, 'ledger', 'sealer.pub');
const checkpoints = () => join(folder, 'ledger', 'checkpoints.jsonl');
const proof = () => ['--key', key(), '--checkpoints', checkpoints()];

describe('the ledger at the command line', () => {
  it('a key is made once, for its owner alone; doctor says that nothing is sealed yet', async () => {
    expect((await mase('doctor')).out).toContain('ledger: nothing is sealed');
    expect(await mase('make-sealing-key')).toMatchObject({ code: 0, err: '' });
    expect(statSync(join(folder, 'ledger', 'sealer.key')).mode & 0o777).toBe(0o600);
    expect(await mase('make-sealing-key')).toMatchObject({ code: 1 });
  });

  it('the worker seals what is there, and each new line within five seconds of its acceptance', async () => {
    await startWorker();
    await untilSealed();
    const windows: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      await mase('doctor');
      windows.push(Math.round(await untilSealed()));
    }
    process.stdout.write(`unsealed for at most ${Math.max(...windows)} ms after an act\n`);
    expect(Math.max(...windows)).toBeLessThan(5000);
    expect((await mase('doctor')).out).toContain('entries are sealed');
  });

  it('verify compares ledger, histories and audit, and prints the unsealed window', async () => {
    const verified = await mase('verify', ...proof());
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain('All as recorded.');
    expect(verified.out).toMatch(/unsealed window: \d entries wait/);
    expect((await mase('verify')).out).toContain('Ledger: not compared');
    expect((await mase('verify', '--key', key())).code).toBe(2);
  });

  it('verify says where and what somebody changed, and ends with 1', async () => {
    await untilSealed();
    await openOwner(database.connections.owner, (client) =>
      client.query(
        "update audit set action = 'nothing' where id = (select id from audit order by at limit 1)",
      ),
    );
    const verified = await mase('verify', '--json', ...proof());
    expect(verified.code).toBe(1);
    const { faults, first } = JSON.parse(verified.out) as {
      faults: number;
      first: { code: string; reason: string }[];
    };
    expect(faults).toBe(2);
    expect(first[0]).toMatchObject({ code: 'column', position: expect.any(Number) });
    expect(first[0]?.reason).toContain('its text says another action');
    await openOwner(database.connections.owner, (client) =>
      client.query("update audit set action = entry::json ->> 'action' where action = 'nothing'"),
    );
    expect((await mase('verify', ...proof())).code).toBe(0);
    const kept = await openOwner(database.connections.owner, async (client) => {
      const { rows } = await client.query<{ result: { faults: number; withCheckpoints: boolean } }>(
        "select entry::json -> 'result' as result from audit where action = 'operator/verified' order by at desc",
      );
      return rows.map(({ result: { faults, withCheckpoints } }) => [faults, withCheckpoints]);
    });
    // Each verification, the newest first; the one before them was made without checkpoints.
    expect(kept).toEqual([
      [0, true],
      [2, true],
      [0, false],
      [0, true],
    ]);
  });

  it('an export and a proof are verified without a database', async () => {
    await untilSealed();
    const [out, bare, proved] = ['ledger.jsonl', 'bare.jsonl', 'proof.json'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    expect(await mase('export-ledger', '--out', out)).toMatchObject({ code: 0 });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(await mase('export-ledger', '--bare', '--out', bare)).toMatchObject({ code: 0 });
    const id = await openOwner(
      database.connections.owner,
      async (client) =>
        (await client.query<{ id: string }>('select id from audit order by at limit 1')).rows[0]
          ?.id as string,
    );
    expect(await mase('prove', id, '--out', proved)).toMatchObject({ code: 0 });
    const connections = env.MASE_CONNECTIONS as string;
    delete env.MASE_CONNECTIONS;
    const copied = join(folder, 'checkpoints-copy.jsonl');
    copyFileSync(checkpoints(), copied);
    // The file of checkpoints may have grown since the export: what it then knows more of is missing in the export.
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n').length - 1;
    const known = readFileSync(copied, 'utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => JSON.parse(line).checkpoint.size <= lines);
    writeFileSync(copied, `${known.join('\n')}\n`);
    for (const file of [out, bare])
      expect(await mase('verify', '--export', file, '--key', key(), '--checkpoints', copied)).toMatchObject({
        code: 0,
        err: '',
      });
    const held = await mase('verify', '--proof', proved, '--key', key());
    expect(held).toMatchObject({ code: 0, err: '' });
    expect(held.out).toContain(`audit ${id}: position`);
    writeFileSync(proved, readFileSync(proved, 'utf8').replace('"position": ', '"position": 1'));
    expect((await mase('verify', '--proof', proved, '--key', key())).code).toBe(1);
    env.MASE_CONNECTIONS = connections;
    expect((await mase('prove', '018f0000-0000-7000-8000-000000000000', '--out', proved)).code).toBe(1);
  });

  it('a new key takes over while no worker seals; who has the old key can still verify', async () => {
    const old = join(folder, 'old.pub');
    copyFileSync(key(), old);
    expect((await mase('rotate-sealing-key')).err).toContain('stop every worker first');
    await stopWorker();
    expect(await mase('rotate-sealing-key')).toMatchObject({ code: 0, err: '' });
    await startWorker();
    await untilSealed();
    expect(await mase('verify', '--key', old, '--checkpoints', checkpoints())).toMatchObject({
      code: 0,
      err: '',
    });
    await stopWorker();
    expect((await mase('accept-restore', '--reason', 'None')).out).toContain('not behind');
  });
});
