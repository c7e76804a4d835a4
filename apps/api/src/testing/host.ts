import { createInterface } from 'node:readline';
import { type Connections, openStore } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.js';

/**
 * One process that serves the api over many databases in turn, for tests of what speaks HTTP to it: loading it costs
 * more than most of them. Reads a line of JSON for each: `{connections}` starts one and answers `{url}`, `{close: url}`
 * ends it and answers `{closed: url}`. It ends with its input. Demonstration mode, without limits on the rate.
 */
const served = new Map<string, () => Promise<void>>();

interface Asked {
  connections?: Connections;
  close?: string;
}

async function start({ app: url }: Connections): Promise<{ url: string }> {
  const store = await openStore(url, { size: 12, applicationName: 'mase api' });
  const log = { level: 'warn', stream: process.stderr };
  const app: FastifyInstance = await buildApp({ store, mode: 'demonstration', limits: 'off', log });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  served.set(address, async () => {
    await app.close();
    await store.close();
  });
  return { url: address };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { connections, close } = JSON.parse(line) as Asked;
  if (close) await served.get(close)?.();
  const answer = connections ? await start(connections) : { closed: close };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
