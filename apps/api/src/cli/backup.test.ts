import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connections, connectionsOf, openStore, Sealer } from '@mase/store';
import { openOwner, type TestDatabase, testDatabase, testPasswords } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { foundDemonstration } from '../demonstration/found.js';
import { plainEnvironment } from '../testing/plain-environment.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const server = inject('MASE_TEST_SERVER');
const restored = `restored_${process.pid}`;
let folder: string;
let database: TestDatabase;
let digest: string;

const at = (name: string) => join(folder, name);

function mase(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...plainEnvironment, HOME: folder, MASE_LEDGER: at('ledger') };
  return new Promise((resolve) =>
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

async function seal({ sealer: url }: Connections): Promise<string[]> {
  const sealer = new Sealer({ url, folder: at('ledger') });
  const { halted } = await sealer.look();
  await sealer.stop();
  return halted.map(({ reason }) => reason);
}

const written = (name: string, value: object) => {
  writeFileSync(at(name), JSON.stringify(value), { mode: 0o600 });
  return at(name);
};
const proof = () => ['--key', at('ledger/sealer.pub'), '--checkpoints', at('ledger/checkpoints.jsonl')];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-backup-verbs-'));
  database = await testDatabase(server);
  written('connections.json', database.connections);
  const url = new URL(server);
  url.pathname = `/${restored}`;
  written('restored.json', connectionsOf(url.toString(), testPasswords));
  await openOwner(server, (client) => client.query(`create database ${restored} template template0`));
  const store = await openStore(database.connections.app);
  await foundDemonstration(store, database.connections.owner);
  await store.close();
  await mase('make-sealing-key');
  await seal(database.connections);
});
afterAll(async () => {
  await database.drop();
  await openOwner(server, (client) => client.query(`drop database if exists ${restored} with (force)`));
  rmSync(folder, { recursive: true, force: true });
});

describe('a disaster, at the command line', () => {
  it('a backup is made with the address of its role alone, and says what it holds and its digest', async () => {
    written('backup.json', { backup: database.connections.backup });
    const made = await mase('backup', '--out', at('kept'), '--connections', at('backup.json'));
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/Wrote [\d,]+ rows of \d+ tables .* sealed entries, root [0-9a-f]{64}/s);
    digest = /manifest: ([0-9a-f]{64})/.exec(made.out)?.[1] ?? '';
    const again = await mase('backup', '--out', at('kept'), '--connections', at('backup.json'));
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('holds something already') });
  });

  it('it is checked without a database, and one that was made by somebody else is told apart', async () => {
    const check = (hex: string) => mase('restore', '--check', '--from', at('kept'), '--digest', hex);
    expect(await check(digest)).toMatchObject({ code: 0, out: expect.stringContaining('is whole') });
    expect(await check('0'.repeat(64))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not the one that was made'),
    });
  });

  it('after the server is lost the backup is restored, what is lost is named, and sealing goes on', async () => {
    // What happens after the backup is sealed outside the database, and lost with it.
    await mase('doctor', '--connections', at('connections.json'));
    await seal(database.connections);
    const connections = ['--connections', at('restored.json')];
    const done = await mase('restore', '--from', at('kept'), '--digest', digest, ...connections);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('Now run mase verify');
    expect(statSync(at('restored.json')).mode & 0o777).toBe(0o600);

    const lost = await mase('verify', ...connections, ...proof());
    expect(lost).toMatchObject({ code: 1, out: expect.stringMatching(/checkpoint/) });
    const own = JSON.parse(readFileSync(at('restored.json'), 'utf8')) as Connections;
    expect(await seal(own)).not.toEqual([]);
    const accepted = await mase('accept-restore', '--reason', 'Disk of db1 failed', ...connections);
    expect(accepted).toMatchObject({ code: 0, out: expect.stringContaining('set back from') });
    expect(await seal(own)).toEqual([]);
    expect(await mase('verify', ...connections, ...proof())).toMatchObject({ code: 0, err: '' });
    expect((await mase('doctor', ...connections)).out).toContain('migrations: all');
  });

  it('a database that holds something is left as it is', async () => {
    const twice = await mase('restore', '--from', at('kept'), '--connections', at('restored.json'));
    expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('goes into an empty database') });
  });
});
