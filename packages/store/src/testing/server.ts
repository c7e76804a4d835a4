import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { folderHolder } from '../embedded/claim-folder.js';
import { type EmbeddedServer, startEmbedded } from '../embedded.js';

declare module 'vitest' {
  interface ProvidedContext {
    MASE_TEST_SERVER: string;
  }
}

interface SharedServer {
  users: number;
  url: Promise<string>;
  close?: () => Promise<void>;
}

// Every project loads this file anew; the server is shared through the process.
const place = globalThis as { maseTestServer?: SharedServer };

const PREFIX = 'mase-test-';
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // The passwords of the roles are words in the source; hashing them thousands of times guards nothing.
  scram_iterations: '1',
};

/** vitest's global setup: one PostgreSQL for the whole run, started when the first project that lists this file has tests to run, published as MASE_TEST_SERVER. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  place.maseTestServer ??= share();
  const shared = place.maseTestServer;
  shared.users += 1;
  project.provide('MASE_TEST_SERVER', await shared.url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    place.maseTestServer = undefined;
    await shared.close?.();
  };
}

function share(): SharedServer {
  const shared: SharedServer = { users: 0, url: Promise.resolve('') };
  shared.url = begin(shared);
  return shared;
}

async function begin(shared: SharedServer): Promise<string> {
  const given = process.env.MASE_TEST_SERVER;
  const url = given ?? (await startOwn(shared));
  try {
    await prepareTemplate(url);
  } catch (error) {
    await shared.close?.();
    throw error;
  }
  return url;
}

async function startOwn(shared: SharedServer): Promise<string> {
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  let server: EmbeddedServer;
  try {
    server = await startEmbedded({ dataDir: join(folder, 'postgres'), settings: SETTINGS });
  } catch (error) {
    remove();
    throw error;
  }
  process.env.MASE_TEST_SERVER = server.url;
  // What Node has compiled of the product serves every process that tests start.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  shared.close = async () => {
    delete process.env.MASE_TEST_SERVER;
    delete process.env.NODE_COMPILE_CACHE;
    await server.stop();
    remove();
  };
  return server.url;
}

// A run that was killed could not remove its folder; a young one may only not have been claimed yet.
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 600_000 && !folderHolder(join(folder, 'postgres')))
      rmSync(folder, { recursive: true, force: true });
  }
}

async function prepareTemplate(url: string): Promise<void> {
  const file = new URL('./template.ts', import.meta.url);
  if (!existsSync(file)) return;
  const template = (await import(file.href)) as { prepareTemplate(url: string): Promise<unknown> };
  await template.prepareTemplate(url);
}
