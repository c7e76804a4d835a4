import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@mase/store/testing';

/** The built api in a process of its own, over a database of its own. */
export interface ApiProcess {
  url: string;
  /** Ends the process and drops the database. */
  close: () => Promise<void>;
}

const server = fileURLToPath(new URL('../../../api/dist/server.js', import.meta.url));

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function healthy(url: string, api: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (api.exitCode !== null) throw new Error(`the api ended: ${said()}`);
    const answer = await fetch(`${url}/api/v1/demonstration-users`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`the api did not start: ${said()}`);
}

/** Starts the built api in demonstration mode over a database, which goes with it; `settings` are added to its environment. */
export async function apiProcess(
  database: TestDatabase,
  settings: Record<string, string> = {},
): Promise<ApiProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'mase-web-'));
  const connections = join(folder, 'connections.json');
  writeFileSync(connections, JSON.stringify(database.connections), { mode: 0o600 });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    MASE_CONNECTIONS: connections,
    MASE_MODE: 'demonstration',
    MASE_API_PORT: String(port),
    MASE_LOG: 'warn',
    ...settings,
  };
  const api = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let lines = '';
  for (const stream of [api.stdout, api.stderr])
    stream.on('data', (chunk: Buffer) => (lines += chunk.toString()));
  await healthy(url, api, () => lines);
  let closing = false;
  api.once('exit', (code) => {
    if (!closing) process.stderr.write(`the api ended by itself with ${code}: ${lines}\n`);
  });
  const close = async (): Promise<void> => {
    closing = true;
    const ended = new Promise((done) => api.once('exit', done));
    if (api.kill('SIGTERM')) await ended;
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  };
  return { url, close };
}
