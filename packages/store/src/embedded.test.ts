import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { processCommand } from './embedded/process-identity.js';
import { startEmbedded } from './embedded.js';

const MADE = realpathSync(mkdtempSync(join(tmpdir(), 'mase-embedded-')));
let home: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'mase-embedded-')));
  chmodSync(home, 0o700);
  dataDir = join(home, 'postgres');
});

// Making a database takes most of a test's time; those that are about a later start begin with a copy.
beforeAll(async () => {
  const server = await startEmbedded({ dataDir: MADE });
  await server.stop();
});

afterAll(() => rmSync(MADE, { recursive: true, force: true }));

function aMadeDatabase(): void {
  execFileSync('cp', ['-a', MADE, dataDir]);
  rmSync(join(dataDir, 'port'));
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as T;
  } finally {
    await client.end();
  }
}

async function until(fact: () => boolean, ms = 10_000): Promise<boolean> {
  const end = Date.now() + ms;
  while (!fact() && Date.now() < end) await sleep(20);
  return fact();
}

// Node strips the types itself; only the names of the files differ.
const READS_SOURCES = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ resolve: (name, context, next) => {
    try { return next(name, context); } catch { return next(name.replace(/[.]js$/, '.ts'), context); }
  } });`)}`;

/** Another Node process that starts the server, prints its url and stays. */
async function otherProcess(
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ child: ChildProcess; said: string; pid: number }> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
    try {
      const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(JSON.stringify({ url: server.url, pid: server.pid }));
    } catch (error) { console.log(error.message); process.exit(1); }`;
  const child = spawn(process.execPath, ['--import', READS_SOURCES, '--input-type=module', '-e', program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');
  await Promise.race([until(() => said.includes('\n'), 60_000), ended]);
  return { child, said, pid: said.startsWith('{') ? (JSON.parse(said).pid as number) : 0 };
}

test('a first start makes the database mase in UTF-8 with checksums, reachable on 127.0.0.1 only and with its password only', async () => {
  const lines: string[] = [];
  const server = await startEmbedded({ dataDir, onProgress: (line) => lines.push(line) });
  const facts = await ask(
    server.url,
    `SELECT current_database() AS database, current_user AS role, current_setting('server_encoding') AS encoding,
       current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS address,
       current_setting('unix_socket_directories') AS socket, current_setting('fsync') AS fsync,
       (SELECT datlocale FROM pg_database WHERE datname = 'mase') AS locale`,
  );
  expect(facts).toEqual({
    database: 'mase',
    role: 'mase_owner',
    encoding: 'UTF8',
    checksums: 'on',
    address: '127.0.0.1',
    socket: '',
    fsync: 'on',
    locale: 'C.UTF-8',
  });
  expect(lines.at(-1)).toContain(String(server.port));
  expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
  expect(existsSync(join(dataDir, 'data.tmp'))).toBe(false);
  await expect(ask(server.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
    /password authentication failed/,
  );
  await server.stop();
  await server.stop();
  expect(processCommand(server.pid)).toBeUndefined();
});

test('a restart keeps the data, the password and the port', async () => {
  aMadeDatabase();
  const first = await startEmbedded({ dataDir });
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  const second = await startEmbedded({ dataDir });
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
  await second.stop();
});

test('a half-made database from an interrupted first start is thrown away', async () => {
  mkdirSync(join(dataDir, 'data.tmp'), { recursive: true });
  writeFileSync(join(dataDir, 'data.tmp', 'PG_VERSION'), '18');
  const server = await startEmbedded({ dataDir });
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
  await server.stop();
});

test('a second opener of the same folder is refused with the number of the first, which goes on', async () => {
  aMadeDatabase();
  const server = await startEmbedded({ dataDir });
  const second = await otherProcess();
  expect(second.said).toContain(`already open by process ${process.pid}`);
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
  await server.stop();
});

test('killing the program that started it leaves no server, and the folder opens again with what was committed', async () => {
  aMadeDatabase();
  const { child, said, pid } = await otherProcess();
  const { url } = JSON.parse(said) as { url: string };
  await ask(url, 'CREATE TABLE kept AS SELECT 7 AS answer');
  expect(processCommand(pid)).toContain(dataDir);
  child.kill('SIGKILL');
  expect(await until(() => processCommand(pid) === undefined)).toBe(true);
  const server = await startEmbedded({ dataDir });
  expect(await ask(server.url, 'SELECT answer FROM kept')).toEqual({ answer: 7 });
  await server.stop();
});

test('a killed server is reported, and its stale pid file does not stop the next start', async () => {
  aMadeDatabase();
  const server = await startEmbedded({ dataDir });
  await ask(server.url, 'CREATE TABLE kept AS SELECT 9 AS answer');
  process.kill(server.pid, 'SIGKILL');
  expect(await server.exited).not.toBe(0);
  const file = join(dataDir, 'data', 'postmaster.pid');
  // Worse than what the kill left: the number now belongs to another living program.
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
  const again = await startEmbedded({ dataDir });
  expect(again.port).toBe(server.port);
  expect(await ask(again.url, 'SELECT answer FROM kept')).toEqual({ answer: 9 });
  await again.stop();
});

test('it starts without LANG or any other setting of the caller, and still knows every letter', async () => {
  const { said, child, pid } = await otherProcess({ PATH: '/usr/bin:/bin', HOME: home });
  const { url } = JSON.parse(said) as { url: string };
  expect(await ask(url, "SELECT upper('žluťoučký') AS word")).toEqual({ word: 'ŽLUŤOUČKÝ' });
  child.kill('SIGKILL');
  await until(() => processCommand(pid) === undefined);
});
