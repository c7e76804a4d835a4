import { createInterface } from 'node:readline';
import { type Connections, openStore } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.js';
import { type ServedGuarded, serveGuarded } from './serve-guarded.js';

/**
 * One process that serves the api over many databases in turn, for tests of what speaks HTTP to it: loading it costs
 * more than most of them. Reads a line of JSON for each: `{connections}` starts one and answers `{url}`, `{guarded: url}`
 * one over the guarded world made on that server and answers what its readers may see, `{close: url}` ends it and
 * answers `{closed: url}` with what it logged. It ends with its input. Demonstration mode, without limits on the rate.
 */
const served = new Map<string, () => Promise<object>>();

interface Asked {
  connections?: Connections;
  guarded?: string;
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
    return {};
  });
  return { url: address };
}

async function startGuarded(server: string): Promise<ServedGuarded> {
  const { close, ...one } = await serveGuarded(server);
  served.set(one.url, close);
  return one;
}

async function answer({ connections, guarded, close = '' }: Asked): Promise<object> {
  if (connections) return start(connections);
  if (guarded) return startGuarded(guarded);
  const left = await served.get(close)?.();
  return { closed: close, ...left };
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Asked))}\n`);
process.exit(0);
