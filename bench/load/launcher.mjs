import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { send } from './clients.mjs';
import { freePort } from './processes.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A data folder of its own for `npm start`, in a temporary place. */
export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mase-start-'));
  return { folder: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the product as `npm start` does and waits for the first page; gives the milliseconds that took. */
export async function startProduct(folder) {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'start', '--data', folder, '--port', String(port)],
    {
      cwd: root,
      env: { ...process.env, MASE_API_SETTINGS: `${root}bench/load/api-settings.json` },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const agent = new Agent();
  for (;;) {
    const page = await send(agent, `http://127.0.0.1:${port}/session/sign-in`).catch(() => undefined);
    if (page?.status === 200) break;
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    if (performance.now() - started > 180_000) throw new Error('npm start did not come to its first page');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const ms = performance.now() - started;
  return {
    ms,
    run: JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')),
    connections: JSON.parse(readFileSync(join(folder, 'connections.json'), 'utf8')),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}
