import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { send } from './clients.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A port of 127.0.0.1 that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a program of the repository with a port, and waits until its /health answers. */
export async function startProcess(
  script,
  env,
  { args = [], nodeArgs = [], portName = 'MASE_API_PORT' } = {},
) {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeArgs, `${root}${script}`, ...args], {
    env: {
      ...process.env,
      // A few people here ask as much as a whole partnership: no limit on one person's requests stands in the way.
      MASE_API_SETTINGS: `${root}bench/load/api-settings.json`,
      ...env,
      [portName]: String(port),
      MASE_LOG: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const agent = new Agent();
  for (let attempt = 0; ; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}`);
    const answer = await send(agent, `${url}/health`).catch(() => undefined);
    if (answer?.status === 200) break;
    if (attempt > 300) throw new Error(`${script} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    port,
    pid: child.pid,
    child,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}
