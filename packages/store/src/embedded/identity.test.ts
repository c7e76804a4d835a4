import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '../embedded.js';
import { findBinaries } from './binaries.js';
import { chooseIdentity, isReachable, NOBODY } from './identity.js';
import { processCommand } from './process-identity.js';

const IS_ROOT = process.getuid?.() === 0;
const path = process.env.PATH;
// A source tree under a folder that is closed to others: then the two other ways do not exist, and that is said.
const CLOSED = IS_ROOT && !isReachable(findBinaries().postgres);
let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'mase-identity-')));
});

afterEach(() => {
  process.env.PATH = path;
  rmSync(home, { recursive: true, force: true });
});

/** Leaves only these programs on the path, as on a machine that has no others. */
function onlyPrograms(...names: string[]): void {
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of names) symlinkSync(name === 'sh' ? '/bin/sh' : `/usr/bin/${name}`, join(bin, name));
  process.env.PATH = bin;
}

/** Nothing is started that could not run: the error says what to do. */
function expectPlainWords(dataDir: string): void {
  expect(() => chooseIdentity(dataDir, findBinaries().postgres)).toThrow(/Start this as a plain user/);
}

async function keepsARowOverARestart(dataDir: string): Promise<void> {
  for (const statement of ['CREATE TABLE kept AS SELECT 1 AS one', 'SELECT one FROM kept']) {
    const server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
    const client = new Client({ connectionString: server.url });
    await client.connect();
    expect((await client.query(statement)).rowCount).toBe(1);
    expect(processCommand(server.pid)).toContain(dataDir);
    await client.end();
    await server.stop();
  }
}

test('a plain user runs PostgreSQL as itself, root never runs it as root', () => {
  const identity = chooseIdentity(join(home, 'postgres'), findBinaries().postgres);
  expect(identity.mode === 'self').toBe(!IS_ROOT);
});

test('where user namespaces are refused, the server runs as nobody and keeps to that on the next start', async () => {
  onlyPrograms('sh', 'true', 'setpriv');
  chmodSync(home, 0o755);
  const dataDir = join(home, 'postgres');
  if (CLOSED) return expectPlainWords(dataDir);
  await keepsARowOverARestart(dataDir);
  process.env.PATH = path;
  expect(statSync(join(dataDir, 'data')).uid).toBe(IS_ROOT ? NOBODY : process.getuid?.());
  const { mode } = chooseIdentity(dataDir, findBinaries().postgres);
  expect(mode).toBe(IS_ROOT ? 'nobody' : 'self');
});

test('where namespaces are refused and the home is closed to nobody, the server still reaches its own files', async () => {
  onlyPrograms('sh', 'true', 'setpriv');
  chmodSync(home, 0o700);
  const dataDir = join(home, 'postgres');
  if (CLOSED) return expectPlainWords(dataDir);
  expect(chooseIdentity(dataDir, findBinaries().postgres).mode).toBe(IS_ROOT ? 'capable' : 'self');
  await keepsARowOverARestart(dataDir);
});

test('where nothing works for root, the error says what to do', () => {
  onlyPrograms('sh', 'true');
  chmodSync(home, 0o700);
  const choose = () => chooseIdentity(join(home, 'postgres'), findBinaries().postgres).mode;
  if (IS_ROOT) expect(choose).toThrow(/Start this as a plain user/);
  else expect(choose()).toBe('self');
});
