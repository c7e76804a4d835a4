import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openOwner, type TestDatabase, testDatabase } from '@mase/store/testing';
import { type Profile, shippedInstruments } from '@mase/workflow';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { plainEnvironment } from '../testing/plain-environment.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let folder: string;
let database: TestDatabase;
let env: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-found-'));
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  env = {
    ...plainEnvironment,
    HOME: folder,
    MASE_CONNECTIONS: written('connections.json', database.connections),
  };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value, null, 2), { mode: 0o600 });
  return file;
}

function found(name: string, ...more: string[]): Promise<{ code: number; out: string; err: string }> {
  const email = `${name.toLowerCase()}@example.test`;
  const who = ['--name', name, '--administrator-name', 'Ada Invented', '--administrator-email', email];
  return new Promise((resolve) =>
    execFile(process.execPath, [program, 'found', ...who, ...more], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

const own = { ...shippedInstruments[2], id: 'our-tool', title: 'A made-up tool of our own' };

it('a partnership is founded with an instrument of its own, offered before those of the product', async () => {
  const { code, err } = await found('Ownshire', '--instrument', written('own.json', own));
  expect([code, err]).toEqual([0, '']);
  const { rows } = await openOwner(database.connections.owner, (client) =>
    client.query<{ profile: string }>("select profile from partnership where name = 'Ownshire'"),
  );
  const profile = JSON.parse(rows[0]?.profile ?? '{}') as Profile;
  expect(profile.instruments.slice(0, 2)).toEqual(['our-tool', 'structured-judgement-1']);
  expect(profile.ownInstruments).toEqual([own]);
});

it('an instrument with faults, or one that is there already, founds nothing', async () => {
  const faulty = await found(
    'Faultyshire',
    '--instrument',
    written('faulty.json', { ...own, purpose: 'both' }),
  );
  expect([faulty.code, faulty.err]).toEqual([
    1,
    expect.stringMatching(/faulty\.json:\d+:\d+ \/purpose must be one of/),
  ]);
  const twice = await found('Twiceshire', '--instrument', written('twice.json', shippedInstruments[2]));
  expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('is there twice')]);
});
