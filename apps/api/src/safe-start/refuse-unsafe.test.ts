import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@mase/store';
import { openOwner, type TestDatabase, testDatabase } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { foundDemonstration } from '../demonstration/found.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { addressDangers } from './address-dangers.js';
import { dangersOf } from './refuse-unsafe.js';

let database: TestDatabase;
let folder: string;
let connections: string;
beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  folder = mkdtempSync(join(tmpdir(), 'mase-safe-'));
  connections = join(folder, 'connections.json');
  writeFileSync(connections, JSON.stringify(database.connections), { mode: 0o600 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const owner = (sql: string) => openOwner(database.connections.owner, (client) => client.query(sql));

/** The dangers of a login, but for those of the test's server, which forgets on purpose what it was told. */
async function dangers(
  login: string,
  mode: 'live' | 'demonstration' = 'live',
  all = false,
): Promise<string[]> {
  const store = await openStore(login, { size: 1 });
  try {
    const app = login === database.connections.app ? { app: store } : {};
    const found = await dangersOf({
      program: 'api',
      mode,
      connections,
      addresses: [login],
      stores: [store],
      ...app,
    });
    return all ? found : found.filter((one) => !one.includes('= off'));
  } finally {
    await store.close();
  }
}

describe('outside the demonstration nothing starts', () => {
  it('with a danger, and with none of them everything does', async () => {
    for (const login of ['app', 'worker', 'sealer'] as const)
      expect([login, await dangers(database.connections[login])]).toEqual([login, []]);
  });

  it('on a database that does not keep what it acknowledges', async () => {
    const found = await dangers(database.connections.app, 'live', true);
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(found).toContain(
        `The database runs with ${name} = off: what is acknowledged can be lost when it stops.`,
      );
  });

  it('under a login that is a superuser, or owns a table', async () => {
    const found = await dangers(database.connections.owner);
    expect(found.join(' ')).toMatch(/is a superuser.*owns the table/);
    await owner('alter table draft owner to mase_worker');
    try {
      expect(await dangers(database.connections.worker)).toEqual([
        'The database login mase_worker owns the table draft: it could switch its protection off.',
      ]);
    } finally {
      await owner('alter table draft owner to current_user');
    }
  });

  it('under a login that passes row level security or makes roles', async () => {
    const login = database.name;
    const url = new URL(database.connections.app);
    Object.assign(url, { username: login, password: 'made-up' });
    for (const [may, words] of [
      ['bypassrls', `The database login ${login} passes row level security.`],
      ['createrole', `The database login ${login} may make roles.`],
    ]) {
      await owner(`create role ${login} login password 'made-up' ${may}`);
      const found = await dangers(url.toString());
      await owner(`drop role ${login}`);
      expect(found).toEqual([words]);
    }
  });

  it('where a table has lost its row level security', async () => {
    await owner('alter table message no force row level security');
    expect((await dangers(database.connections.app))[0]).toContain('The table message is not held');
    await owner('alter table message force row level security');
  });

  it('where the database is elsewhere and not asked over TLS', () => {
    const at = (address: string) => addressDangers(address);
    expect(at('postgres://a:b@127.0.0.1:5432/mase')).toEqual([]);
    expect(at('postgres://a:b@db.example.org/mase?sslmode=verify-full')).toEqual([]);
    for (const mode of ['', '?sslmode=require', '?sslmode=disable'])
      expect(at(`postgres://a:made-up@db.example.org/mase${mode}`)).toEqual([
        expect.stringMatching(/^The database is at db.example.org (?!.*made-up)/),
      ]);
  });

  it.each([
    ['postgres://a:b@localhost/mase?host=db.example.org', 'has the parameter host'],
    ['postgres:///mase?host=db.example.org', 'has the parameter host'],
    ['postgres://a:b@db.example.org/mase?sslmode=verify-full&sslmode=disable', 'says sslmode more than once'],
    ['postgres://a:b@db.example.org/mase?sslmode=verify-full&ssl=false', 'has the parameter ssl'],
  ])(
    'where the address says in its parameters that the database is elsewhere or asked in the clear: %s',
    (address, words) => {
      expect(addressDangers(address).join(' ')).toContain(words);
    },
  );

  it('where others can read the file of addresses, or it is gone', async () => {
    chmodSync(connections, 0o640);
    expect(await dangers(database.connections.app)).toEqual([
      `MASE_CONNECTIONS: others than its owner can open ${connections} (0640): chmod 600 it.`,
    ]);
    chmodSync(connections, 0o600);
    const elsewhere = {
      program: 'api',
      mode: 'live',
      connections: `${connections}.gone`,
      addresses: [],
      stores: [],
    } as const;
    expect((await dangersOf(elsewhere))[0]).toContain('cannot be opened (ENOENT)');
  });

  it('under a login that is a member of a role that reads more', async () => {
    const login = database.name;
    const url = new URL(database.connections.app);
    Object.assign(url, { username: login, password: 'made-up' });
    await owner(`create role ${login} login password 'made-up' in role mase_backup`);
    const found = await dangers(url.toString());
    await owner(`drop role ${login}`);
    expect(found).toEqual([
      `The database login ${login} is a member of mase_backup: it reads what that role reads.`,
    ]);
  });

  it('as a demonstration on a database that is none', async () => {
    const id = '01890000-0000-7000-8000-00000000abcd';
    expect(await dangers(database.connections.app, 'demonstration')).toEqual([]);
    await owner(
      `insert into partnership (id, name, profile, created_at) values ('${id}', 'Made-up Shire', '{}', now())`,
    );
    expect((await dangers(database.connections.app, 'demonstration'))[0]).toContain(
      'no account of the demonstration',
    );
    await owner(`delete from partnership where id = '${id}'`);
  });

  it('on the data of a demonstration, which is welcome in a demonstration', async () => {
    const store = await openStore(database.connections.app, { size: 2 });
    await foundDemonstration(store, database.connections.owner, { now: '2026-01-05T09:00:00.000Z' });
    await store.close();
    expect((await dangers(database.connections.app))[0]).toContain('accounts of the demonstration');
    chmodSync(connections, 0o644);
    expect(await dangers(database.connections.owner, 'demonstration', true)).toEqual([]);
    chmodSync(connections, 0o600);
  });
});

describe('a program that was built', () => {
  const start = (file: string, more: object = {}) =>
    spawnSync(process.execPath, [new URL(`../../dist/${file}`, import.meta.url).pathname], {
      env: { ...plainEnvironment, MASE_CONNECTIONS: connections, MASE_MODE: 'live', ...more },
      encoding: 'utf8',
      timeout: 30_000,
    });

  it('says why it does not start and ends with 78, listening nowhere', () => {
    const key = join(folder, 'code-key');
    writeFileSync(key, 'ab'.repeat(32), { mode: 0o600 });
    const settings = join(folder, 'settings.json');
    writeFileSync(
      settings,
      JSON.stringify({ codeKeyFile: 'code-key', publicUrl: 'https://mase.example.org' }),
    );
    const api = start('server.js', { MASE_API_SETTINGS: settings });
    expect([api.status, api.stderr]).toEqual([
      78,
      expect.stringContaining('The api does not start, as this is not safe'),
    ]);
    const worker = start('worker.js');
    expect([worker.status, worker.stderr]).toEqual([
      78,
      expect.stringContaining('The worker does not start'),
    ]);
    expect(worker.stderr).toContain('MASE_LEDGER names no folder');
    const told = start('worker.js', { MASE_LEDGER: 'elsewhere' });
    expect(told.stderr).not.toContain('MASE_LEDGER');
    expect(`${api.stderr}${worker.stderr}`).not.toMatch(/postgres:\/\//);
  });
});
