import { createInterface } from 'node:readline';
import { type Connections, openStore } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.js';
import { type ServedGuarded, serveGuarded } from './serve-guarded.js';

/**
 * One process that serves the api over many databases in turn, for tests of what speaks HTTP to it: loading it costs
 * more than most of them. Reads a line of JSON for each: `{connections}` starts one and answers `{url}`, `{guarded: url}`
 * one over the guarded world made on that server and answers what its readers may see, `{close: url}` ends it and
 * answers `{closed: url}` with what it logged. With `behind` the clock of what is started stands so many milliseconds
 * ago, and `{url, behind}` sets it again. It ends with its input. Demonstration mode, without limits on the rate.
 */
const served = new Map<string, () => Promise<object>>();
const clocks = new Map<string, { behind: number }>();

interface Asked {
  connections?: Connections;
  url?: string;
  behind?: number;
  guarded?: string;
  close?: string;
}

async function start({ app: url }: Connections, behind: number): Promise<{ url: string }> {
  const time = { behind };
  const clock = () => new Date(Date.now() - time.behind).toISOString();
  const store = await openStore(url, { size: 12, applicationName: 'mase api', clock });
  const log = { level: 'warn', stream: process.stderr };
  const app: FastifyInstance = await buildApp({ store, mode: 'demonstration', limits: 'off', log });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  clocks.set(address, time);
  served.set(address, async () => {
    clocks.delete(address);
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

async function answer({ connections, url = '', behind = 0, guarded, close = '' }: Asked): Promise<object> {
  if (connections) return start(connections, behind);
  if (guarded) return startGuarded(guarded);
  const time = clocks.get(url);
  if (time) return Object.assign(time, { behind });
  const left = await served.get(close)?.();
  return { closed: close, ...left };
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Asked))}\n`);
process.exit(0);
