import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '../../packages/store/src/embedded.js';
import { writeFakeProduct } from './fake-product.mjs';
import { nextFreePort } from './ports.mjs';

interface RunFile {
  launcher: { pid: number };
  database: { pid: number; port: number };
  api: { pid: number; url: string };
  worker: { pid: number };
  web: { pid: number; url: string };
}

const DATABASE_OF_YOUR_OWN = 'postgres://ann:secret@db.example/mase';

const MADE = mkdtempSync(join(tmpdir(), 'mase-made-'));
let folder: string;
let data: string;
let port: number;
let npm: ChildProcess;
let said: string;

// Making a database takes most of a start's time; the launcher makes one in the first test, all others get a copy.
beforeAll(async () => {
  const server = await startEmbedded({ dataDir: MADE });
  await server.stop();
});

afterAll(() => rmSync(MADE, { recursive: true, force: true }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-system-'));
  data = join(folder, 'data');
  port = await nextFreePort(20_000 + Math.floor(Math.random() * 20_000));
  writeFakeProduct(folder, { data, port });
});

afterEach(async () => {
  if (npm?.exitCode === null && npm.signalCode === null) {
    npm.kill('SIGTERM');
    await once(npm, 'exit');
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function start(): Promise<RunFile> {
  said = '';
  npm = spawn('npm', ['start'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  npm.stdout?.on('data', (chunk) => (said += chunk));
  npm.stderr?.on('data', (chunk) => (said += chunk));
  await until(
    () => / s {2}Ready$/m.test(said) && began().length >= 3,
    () => said,
  );
  return runFile();
}

const runFile = () => JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as RunFile;
const journal = () => readFileSync(join(data, 'journal'), 'utf8').trim().split('\n');
const began = () => journal().filter((line) => line.includes('began'));
const pids = ({ launcher, database, api, worker, web }: RunFile) =>
  [launcher, database, api, worker, web].map(({ pid }) => pid);

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(
      existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '',
    );
  } catch {
    return false;
  }
}

async function until(fact: () => boolean, why: () => string = () => ''): Promise<void> {
  for (const end = Date.now() + 40_000; !fact(); await sleep(20)) {
    if (Date.now() > end) throw new Error(`waited too long: ${why()}`);
  }
}

test('SIGTERM to npm stops web, worker, api and database in this order and leaves nothing running', async () => {
  const run = await start();
  expect(await (await fetch(`${run.web.url}/health`)).text()).toBe('well');
  expect(said).toContain(run.web.url);
  expect(said).toMatch(/ann\.example +coordinator/);
  expect(pids(run).every(lives)).toBe(true);
  expect(statSync(join(data, 'run.json')).mode & 0o777).toBe(0o600);
  npm.kill('SIGTERM');
  await once(npm, 'exit');
  await until(() => !pids(run).some(lives));
  expect(journal().slice(-3)).toEqual(['web ended', 'worker ended', 'api ended']);
  expect(existsSync(join(data, 'run.json'))).toBe(false);
  expect(readFileSync(join(data, 'postgres/server.log'), 'utf8')).toContain('database system is shut down');
});

test('a second start migrates again but loads the demonstration only once, and still prints the sign-ins', async () => {
  execFileSync('cp', ['-a', MADE, join(data, 'postgres')]);
  await start();
  npm.kill('SIGTERM');
  await once(npm, 'exit');
  await start();
  expect(said).toMatch(/ann\.example +coordinator/);
  expect(journal().filter((line) => line.startsWith('demo'))).toHaveLength(1);
  expect(journal().filter((line) => line.startsWith('migrate'))).toHaveLength(2);
});

test('with a database of your own none is started, and each program runs under its heap limit', async () => {
  writeFakeProduct(folder, { data, port, databaseUrl: DATABASE_OF_YOUR_OWN });
  const run = await start();
  expect(run.database.pid).toBeUndefined();
  expect(existsSync(join(data, 'postgres'))).toBe(false);
  expect(journal()).toContain(`migrate ${DATABASE_OF_YOUR_OWN}`);
  expect(began().sort()).toEqual([
    'api began with --max-old-space-size=256',
    'web began with --max-old-space-size=128',
    'worker began with --max-old-space-size=128',
  ]);
});

test('api, worker, web and database are started again when they are killed, each at its old address', async () => {
  execFileSync('cp', ['-a', MADE, join(data, 'postgres')]);
  const before = await start();
  for (const name of ['api', 'worker', 'web', 'database'] as const) {
    process.kill(before[name].pid, 'SIGKILL');
    await until(
      () => runFile()[name].pid !== undefined && runFile()[name].pid !== before[name].pid,
      () => `${name}: ${said}`,
    );
  }
  const after = runFile();
  expect(said).toContain('worker ended unexpectedly (SIGKILL)');
  expect(after.api.url).toBe(before.api.url);
  expect(after.database.port).toBe(before.database.port);
  await until(() => pids(after).every(lives));
});

test('killing the launcher itself leaves nothing running', async () => {
  execFileSync('cp', ['-a', MADE, join(data, 'postgres')]);
  const run = await start();
  process.kill(run.launcher.pid, 'SIGKILL');
  await until(() => !pids(run).some(lives));
});

test('a busy port is not taken from its owner: the next free one is used and said', async () => {
  writeFakeProduct(folder, { data, port, databaseUrl: DATABASE_OF_YOUR_OWN });
  const owner = createServer().listen(port, '127.0.0.1');
  await once(owner, 'listening');
  const run = await start();
  expect(run.web.url).toBe(`http://127.0.0.1:${port + 1}`);
  expect(said).toContain(`Port ${port} is busy; the web uses ${port + 1}`);
  expect(said).toContain(`the api uses ${port + 2}`);
  owner.close();
});

test('a second start on the same data folder is refused while the first goes on', async () => {
  execFileSync('cp', ['-a', MADE, join(data, 'postgres')]);
  const first = await start();
  const second = spawn('npm', ['start'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  second.stderr.on('data', (chunk) => (complaint += chunk));
  const [code] = await once(second, 'exit');
  expect(code).not.toBe(0);
  expect(complaint).toContain(`already open by process ${first.launcher.pid}`);
  expect(existsSync(join(data, 'run.json'))).toBe(true);
});
