import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUseError } from './claim-folder.js';
import { PLAIN_ENVIRONMENT } from './cluster.js';
import type { Identity } from './identity.js';
import { processCommand } from './process-identity.js';

/** A running PostgreSQL: its process id, a promise of its end, and the way to end it. */
export interface Postmaster {
  pid: number;
  exited: Promise<number | null>;
  stop(): Promise<void>;
}

// The watcher's read ends when Node ends, however it ends: no server outlives the program that started it.
const GUARD = `
exec 3<&0 0</dev/null
"$@" 3<&- &
server=$!
echo $server
( read -r line <&3; kill -INT $server ) 2>/dev/null &
watcher=$!
exec 3<&- 1>&-
wait $server
code=$?
kill $watcher 2>/dev/null
exit $code
`;

/** Starts `postgres` on the data folder and resolves when it accepts connections on `port`; rejects with the end of its log when it does not. */
export async function startPostmaster(
  folder: string,
  postgres: string,
  identity: Identity,
  port: number,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const log = join(folder, 'server.log');
  if (existsSync(log)) renameSync(log, `${log}.previous`);
  const logFile = openSync(log, 'w', 0o600);
  const chosen = {
    ...settings,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
  };
  const args = [
    '-D',
    join(folder, 'data'),
    ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const [command = 'sh', ...words] = [...identity.prefix, 'sh', '-c', GUARD, 'sh', postgres, ...args];
  const child = spawn(command, words, {
    cwd: '/',
    env: PLAIN_ENVIRONMENT,
    uid: identity.uid,
    gid: identity.gid,
    // A session of its own: Ctrl-C on the terminal must not reach the database before the programs that use it.
    detached: true,
    stdio: ['pipe', 'pipe', logFile],
  });
  closeSync(logFile);
  child.stdin?.on('error', () => undefined);
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  const pid = await Promise.race([firstLine(child), exited.then(() => 0)]);
  await untilReady(folder, pid, port, child).catch(async (error) => {
    child.stdin?.end();
    await exited;
    throw error;
  });
  return { pid, exited, stop: () => stop(child, pid, exited) };
}

/** Removes a `postmaster.pid` that a killed server left; waits up to `patienceMs` for one that is still ending, then throws FolderInUseError. */
export async function clearStalePid(folder: string, patienceMs = 30_000): Promise<void> {
  const file = join(folder, 'data', 'postmaster.pid');
  const giveUp = Date.now() + patienceMs;
  for (;;) {
    const pid = Number(readLines(file)[0]);
    if (!pid) return;
    if (!processCommand(pid)?.includes(join(folder, 'data'))) return rmSync(file, { force: true });
    if (Date.now() > giveUp) throw new FolderInUseError(folder, pid);
    await sleep(20);
  }
}

async function untilReady(folder: string, pid: number, port: number, child: ChildProcess): Promise<void> {
  const giveUp = Date.now() + 60_000;
  for (;;) {
    // A file left by a killed server also says ready; only ours carries our process and port.
    const lines = readLines(join(folder, 'data', 'postmaster.pid'));
    if (Number(lines[0]) === pid && Number(lines[3]) === port && lines[7]?.trim() === 'ready') return;
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > giveUp) {
      const tail = readLines(join(folder, 'server.log')).slice(-12).join('\n');
      throw new Error(
        `PostgreSQL ${ended ? 'ended while starting' : 'did not become ready in 60 s'}:\n${tail}`,
      );
    }
    await sleep(10);
  }
}

function firstLine(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) resolve(Number.parseInt(said, 10));
    });
  });
}

async function stop(child: ChildProcess, pid: number, exited: Promise<unknown>): Promise<void> {
  child.stdin?.end();
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const waiting = new AbortController();
    const inTime = await Promise.race([
      exited.then(() => true),
      sleep(30_000, false, { signal: waiting.signal }).catch(() => false),
    ]);
    waiting.abort();
    if (inTime) return;
    process.kill(pid, signal);
  }
  await exited;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
