import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './api-process.js';
import { smallPartnership } from './real-api.js';

/** A part of the product that may be killed. */
export type Part = 'api' | 'web';

/** The built api and web as two processes over the small partnership, that can be killed and started again. */
export interface KilledSite {
  base: string;
  /** Kills a part as a machine that loses power does. */
  kill: (part: Part) => Promise<void>;
  /** Starts a part again at the address it had, and waits until it answers. */
  start: (part: Part) => Promise<void>;
  close: () => Promise<void>;
}

const program = (part: Part): string =>
  fileURLToPath(new URL(`../../../${part}/dist/server.js`, import.meta.url));

/** Starts both; `close` ends them and drops the database. */
export async function killedSite(testServer: string): Promise<KilledSite> {
  const { database } = await smallPartnership(testServer);
  const folder = mkdtempSync(join(tmpdir(), 'mase-killed-'));
  const connections = join(folder, 'connections.json');
  writeFileSync(connections, JSON.stringify(database.connections), { mode: 0o600 });
  const [apiPort, webPort] = [await freePort(), await freePort()];
  const addresses = { api: `http://127.0.0.1:${apiPort}`, web: `http://127.0.0.1:${webPort}` };
  const env = {
    ...process.env,
    ...{ MASE_CONNECTIONS: connections, MASE_MODE: 'demonstration', MASE_LOG: 'silent' },
    ...{ MASE_API_PORT: String(apiPort), MASE_API_URL: addresses.api, MASE_WEB_PORT: String(webPort) },
    MASE_WEB_SECRET: 'a made-up secret of forty letters, no more',
  };
  const running = new Map<Part, ChildProcess>();

  async function start(part: Part): Promise<void> {
    running.set(part, spawn(process.execPath, [program(part)], { env, stdio: 'ignore' }));
    for (let tries = 0; tries < 300; tries += 1) {
      const answer = await fetch(`${addresses[part]}/health`).catch(() => null);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error(`the ${part} does not answer`);
  }
  async function kill(part: Part, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const one = running.get(part);
    if (!one || one.exitCode !== null) return;
    const ended = new Promise((done) => one.once('exit', done));
    one.kill(signal);
    await ended;
    running.delete(part);
  }
  await start('api');
  await start('web');
  const close = async (): Promise<void> => {
    await kill('web', 'SIGTERM');
    await kill('api', 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  };
  return { base: addresses.web, kill: (part) => kill(part), start, close };
}
