import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { englandProfile } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../embedded.js';
import { emptyCount } from '../ledger/ledger-fault.js';
import { Sealer } from '../ledger/sealer.js';
import { verifyAudit } from '../ledger/verify-audit.js';
import { verifyHistory } from '../ledger/verify-history.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { migrate } from '../migrate.js';
import { migrations } from '../migrations/index.js';
import { asOperatorClient } from '../operators/open-operator.js';
import { foundPartnership } from '../queries/found-partnership.js';
import { schemaText } from '../schema-text.js';
import { openOwner } from '../testing/index.js';
import { LedgerWorld } from '../testing/ledger-world.js';
import { checkBackup } from './check-backup.js';
import { fileOf, manifestFile, readManifest } from './manifest.js';
import { restoreBackup } from './restore-backup.js';
import { leftOut } from './tables.js';
import { type MadeBackup, writeBackup } from './write-backup.js';

const folder = mkdtempSync(join(tmpdir(), 'mase-backup-'));
const kept = join(folder, 'kept');
let world: LedgerWorld;
let made: MadeBackup;
/** Another server of databases, on which nothing is but an owner who is no superuser. */
let server: EmbeddedServer;
let databases = 0;

async function emptyDatabase(): Promise<string> {
  databases += 1;
  const name = `empty_${databases}`;
  await openOwner(server.url, async (client) => {
    if (databases === 1) await client.query("create role plain_owner login createrole password 'plain'");
    await client.query(`create database ${name} owner plain_owner template template0`);
  });
  const url = new URL(server.url);
  Object.assign(url, { username: 'plain_owner', password: 'plain', pathname: `/${name}` });
  return url.toString();
}

/** How many rows each table has, by its name. */
const countsOf = (url: string) =>
  asOperatorClient(url, 'count', async (client) => {
    const names = (
      await client.query<{ name: string }>(
        "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
      )
    ).rows;
    const counts: { [name: string]: number } = {};
    for (const { name } of names)
      counts[name] =
        (await client.query<{ n: number }>(`select count(*)::integer as n from "${name}"`)).rows[0]?.n ?? 0;
    return counts;
  });

const verified = (url: string) =>
  asOperatorClient(url, 'verify', async (client) => {
    const faults: unknown[] = [];
    for await (const fault of verifyLedger(client, world.proof, emptyCount())) faults.push(fault);
    const counted = { records: 0, entries: 0, clocks: 0, rows: 0, audits: 0 };
    for await (const fault of verifyHistory(client, counted)) faults.push(fault);
    for await (const fault of verifyAudit(client, counted)) faults.push(fault);
    return { faults, entries: counted.entries };
  });

/** A copy of the backup, in which something may be changed. */
function copied(change: (path: (name: string) => string) => void): string {
  const place = mkdtempSync(join(folder, 'copy-'));
  for (const name of readdirSync(kept)) writeFileSync(join(place, name), readFileSync(join(kept, name)));
  change((name) => join(place, name));
  return place;
}

const editManifest = (change: (manifest: MadeBackup['manifest']) => void) =>
  copied((path) => {
    const { manifest } = readManifest(kept);
    change(manifest);
    writeFileSync(path(manifestFile), JSON.stringify(manifest));
  });

beforeAll(async () => {
  world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
  await world.live(24);
  await world.dispose();
  await world.seal();
  server = await startEmbedded({ dataDir: join(folder, 'server'), settings: { fsync: 'off' } });
}, 180_000);
afterAll(async () => {
  await server.stop();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is made while people work, with the right of the backup’s role alone, for its owner’s eyes alone', async () => {
    [made] = await Promise.all([
      writeBackup(world.database.connections.backup, kept),
      world.act(0),
      world.act(1),
      world.act(2),
    ]);
    expect(statSync(kept).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(kept)) expect(statSync(join(kept, name)).mode & 0o777).toBe(0o600);
    expect(made.manifest.migrations).toEqual(migrations.map((one) => one.name));
    expect(made.manifest.ledger.map(({ size }) => size > 10)).toEqual([true, true]);
  });

  it('holds every table but those that it names with a reason', async () => {
    const names = Object.keys(await countsOf(world.database.connections.owner));
    const held = [...made.manifest.tables, ...leftOut].map(({ name }) => name);
    expect(held.sort()).toEqual(names.sort());
  });

  it('holds no word of a record that was disposed of before it was made', () => {
    const text = readdirSync(kept)
      .filter((name) => name.endsWith('.gz'))
      .map((name) => gunzipSync(readFileSync(join(kept, name))).toString('utf8'))
      .join('\n');
    expect(text).toContain('An adult waits at the gate.');
    expect(text).not.toContain('A made-up return');
  });

  it('is refused in a folder that holds something, and leaves no folder where it cannot be ended', async () => {
    const url = world.database.connections.owner;
    await expect(writeBackup(url, kept)).rejects.toThrow('holds something already');
    const place = join(folder, 'broken-off');
    const onProgress = (table: string) => {
      if (table === 'record') throw new Error('the disk is full');
    };
    await expect(writeBackup(url, place, { onProgress })).rejects.toThrow('the disk is full');
    expect(readdirSync(folder)).not.toContain('broken-off');
  });
});

describe('a backup that is not whole is refused before anything is touched, and it is said why', () => {
  it.each<[string, () => string, RegExp]>([
    [
      'cut off',
      () =>
        copied((path) =>
          writeFileSync(path(fileOf('history')), readFileSync(path(fileOf('history'))).subarray(0, 900)),
        ),
      /history\.copy\.gz is cut off: 900 of \d+ bytes/,
    ],
    ['without a part', () => copied((path) => rmSync(path(fileOf('audit')))), /audit\.copy\.gz is missing/],
    [
      'altered by one bit',
      () =>
        copied((path) => {
          const bytes = readFileSync(path(fileOf('record')));
          bytes[100] = (bytes[100] as number) ^ 1;
          writeFileSync(path(fileOf('record')), bytes);
        }),
      /record\.copy\.gz is altered/,
    ],
    [
      'never finished',
      () => copied((path) => rmSync(path(manifestFile))),
      /holds no manifest\.json: it is no backup, or one that was never finished/,
    ],
    [
      'with half a manifest',
      () =>
        copied((path) =>
          writeFileSync(path(manifestFile), readFileSync(path(manifestFile)).subarray(0, 500)),
        ),
      /is cut off or altered/,
    ],
    [
      'of another form',
      () =>
        editManifest((manifest) => {
          manifest.form = 2;
        }),
      /form 2 and this program reads form 1/,
    ],
    [
      'that names a file outside its folder',
      () =>
        editManifest(({ tables }) => {
          Object.assign(tables[0] as object, { file: '../x' });
        }),
      /does not say what a backup says/,
    ],
    [
      'of a newer program',
      () =>
        editManifest((manifest) => {
          manifest.migrations.push('Later1999999999999');
        }),
      /made by a newer program \(Later1999999999999\)/,
    ],
  ])('%s', async (_name, place, reason) => {
    const url = await emptyDatabase();
    await expect(restoreBackup(url, place())).rejects.toThrow(reason);
    const left = await openOwner(url, (client) =>
      client.query("select 1 from pg_class where relnamespace = 'public'::regnamespace"),
    );
    expect(left.rowCount).toBe(0);
  });

  it('altered together with its manifest, by the digest that was kept elsewhere', async () => {
    const place = editManifest((manifest) => {
      manifest.begun = '2020-01-01T00:00:00.000Z';
    });
    await expect(checkBackup(place, { expected: made.digest })).rejects.toThrow('not the one that was made');
    expect((await checkBackup(kept, { expected: made.digest })).digest).toBe(made.digest);
  });
});

describe('a backup that tells of other rows than it holds', () => {
  it.each<[string, (manifest: MadeBackup['manifest']) => void, RegExp]>([
    [
      'in a count',
      ({ tables }) => {
        Object.assign(tables.find((one) => one.name === 'history') as object, { rows: 1 });
      },
      /history has \d+ rows where the backup says 1/,
    ],
    [
      'in a root',
      ({ ledger }) => {
        Object.assign(ledger[1] as object, { root: '0'.repeat(64) });
      },
      /has another root/,
    ],
    [
      'in a column',
      ({ tables }) => {
        tables[0]?.columns.pop();
      },
      /does not fit its own schema/,
    ],
  ])('%s leaves no row, and a whole one can be restored afterwards', async (_name, change, reason) => {
    const url = await emptyDatabase();
    await expect(restoreBackup(url, editManifest(change))).rejects.toThrow(reason);
    const left = await openOwner(url, (client) =>
      client.query('select count(*)::integer as n from partnership'),
    );
    expect(left.rows).toEqual([{ n: 0 }]);
    await restoreBackup(url, kept);
    expect((await verified(url)).faults).toEqual([]);
  });
});

describe('restored into an empty server', () => {
  let url: string;

  it('there are the same counts, the same roots of the ledger and the same schema, and everything verifies', async () => {
    url = await emptyDatabase();
    const { connections } = await restoreBackup(url, kept, { expected: made.digest });
    expect(connections.owner).toBe(url);
    const counts = await countsOf(url);
    const partnerships = counts.partnership as number;
    // The restore itself is in the audit of each partnership, and so is each look of this test.
    for (const { name, rows } of made.manifest.tables)
      expect([name, counts[name]]).toEqual([name, name === 'audit' ? rows + 2 * partnerships : rows]);
    const again = await writeBackup(url, join(folder, 'again'));
    expect(again.manifest.ledger).toEqual(made.manifest.ledger);
    const { faults, entries } = await verified(url);
    expect([faults, entries > 20]).toEqual([[], true]);
    const schema = readFileSync(new URL('../../../../docs/schema.sql', import.meta.url), 'utf8');
    expect(await openOwner(url, schemaText)).toBe(schema);
  });

  it('the sealer seals on, and another backup is refused there', async () => {
    const connections = await migrate(url);

    const own = new Sealer({ url: connections.sealer, folder: world.folder });
    const look = await own.look();
    await own.stop();
    expect(look.halted).toEqual([]);
    expect(look.entries).toBeGreaterThan(0);
    expect((await verified(url)).faults).toEqual([]);
    await expect(restoreBackup(url, kept)).rejects.toThrow('has rows already: a backup goes into an empty');
  });

  it('by two people at once, one restores and the other is refused', async () => {
    const both = await emptyDatabase();
    const ends = await Promise.allSettled([restoreBackup(both, kept), restoreBackup(both, kept)]);
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused.map((end) => (end as PromiseRejectedResult).reason.message)).toEqual([
      expect.stringContaining('has rows already'),
    ]);
    const counts = await countsOf(both);
    for (const { name, rows } of made.manifest.tables)
      if (name !== 'audit') expect([name, counts[name]]).toEqual([name, rows]);
  });

  it('a backup of an older schema is brought up to date, and no database of something else is touched', async () => {
    const [older, newer, foreign] = [await emptyDatabase(), await emptyDatabase(), await emptyDatabase()];
    await migrate(older, {}, migrations.length - 1);
    await foundPartnership(older, { name: 'Olderham', profile: englandProfile });
    const place = join(folder, 'older');
    await writeBackup(older, place);
    await restoreBackup(newer, place);
    expect(await countsOf(newer)).toMatchObject({ partnership: 1, migration: migrations.length });
    await openOwner(foreign, (client) => client.query('create table stranger (id integer)'));
    await expect(restoreBackup(foreign, place)).rejects.toThrow('tables of something else (stranger)');
  });
});
