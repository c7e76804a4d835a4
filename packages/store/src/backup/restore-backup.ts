import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { migrate } from '../migrate.js';
import { asOperatorClient } from '../operators/open-operator.js';
import type { Connections, LoginRole } from '../roles.js';
import { checkBackup } from './check-backup.js';
import { CopyInStream } from './copy-streams.js';
import { mustBeRestorable } from './is-restorable.js';
import { ledgerRoots } from './ledger-roots.js';
import { type BackupManifest, BackupRefusedError, fileOf } from './manifest.js';
import { columnList, tablesInOrder } from './tables.js';

/** How a backup is restored. */
export interface RestoreOptions {
  /** The passwords of the roles that are to be kept. */
  passwords?: Partial<Record<LoginRole, string>>;
  /** The digest of the manifest as it was printed when the backup was made. */
  expected?: string | undefined;
  onProgress?: (doing: 'checking' | 'restoring', table: string, rows: number) => void;
}

/** A database that was restored: what is in it, and the addresses of its roles. */
export interface RestoredDatabase {
  manifest: BackupManifest;
  connections: Connections;
}

/**
 * Restores a backup into an empty database that the owner's address names: makes the roles, and the tables as they were
 * when the backup was made; puts in every row, compares counts and the roots of the ledger, in one transaction; then
 * brings the database up to this program. Before anything is touched the whole backup is read and compared with its
 * manifest. Throws `BackupRefusedError`: the database then has no rows, and a whole backup can be restored into it.
 */
export async function restoreBackup(
  ownerUrl: string,
  folder: string,
  options: RestoreOptions = {},
): Promise<RestoredDatabase> {
  const told = options.onProgress;
  const { manifest } = await checkBackup(folder, {
    expected: options.expected,
    onProgress: (table, rows) => told?.('checking', table, rows),
  });
  await mustBeRestorable(ownerUrl, manifest);
  await migrate(ownerUrl, options.passwords, manifest.migrations.length);
  await load(ownerUrl, folder, manifest, (table, rows) => told?.('restoring', table, rows));
  const connections = await migrate(ownerUrl, options.passwords);
  await asOperatorClient(ownerUrl, 'restore', async () => undefined);
  return { manifest, connections };
}

async function load(
  ownerUrl: string,
  folder: string,
  manifest: BackupManifest,
  onProgress: (table: string, rows: number) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mase restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    const tables = await tablesInOrder(client);
    mustFit(tables, manifest);
    // The owner passes row level security for this transaction alone, whose locks keep everybody else out.
    const each = (words: string) =>
      client.query(tables.map(({ name }) => `alter table "${name}" ${words}`).join('; '));
    await each('no force row level security, disable trigger user');
    await mustHaveNoRows(
      client,
      tables.map((table) => table.name),
    );
    for (const { name, columns } of tables) {
      const rows = await loadTable(client, join(folder, fileOf(name)), name, columns);
      const wanted = manifest.tables.find((one) => one.name === name)?.rows;
      if (rows !== wanted)
        throw new BackupRefusedError(`${name} has ${rows} rows where the backup says ${wanted}`);
      onProgress(name, rows);
    }
    await client.query('set constraints all immediate');
    await compareLedger(client, manifest);
    await each('force row level security, enable trigger user');
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** The tables that the migrations made are those that the backup holds, column by column. */
function mustFit(tables: readonly { name: string; columns: string[] }[], manifest: BackupManifest): void {
  const text = (all: readonly { name: string; columns: string[] }[]) =>
    all.map(({ name, columns }) => `${name} (${columns.join(', ')})`).sort();
  const [made, kept] = [text(tables), text(manifest.tables)];
  const differ = [
    ...kept.filter((one) => !made.includes(one)).map((one) => `the backup has ${one}`),
    ...made.filter((one) => !kept.includes(one)).map((one) => `its schema has ${one}`),
  ];
  if (differ.length > 0)
    throw new BackupRefusedError(`The backup does not fit its own schema: ${differ.join('; ')}`);
}

async function mustHaveNoRows(client: pg.Client, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const found = await client.query(`select 1 from "${name}" limit 1`);
    if (found.rowCount !== 0)
      throw new BackupRefusedError(`${name} has rows already: a backup goes into an empty database`);
  }
}

async function loadTable(
  client: pg.Client,
  path: string,
  name: string,
  columns: readonly string[],
): Promise<number> {
  const rows = new CopyInStream(client, `copy "${name}" (${columnList(columns)}) from stdin`);
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), createGunzip(), rows);
  } catch (error) {
    const { code = '', detail, message } = error as { code?: string; detail?: string; message: string };
    if (['ENOENT', 'Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(code) || /^2[23]/.test(code))
      throw new BackupRefusedError(`${name} cannot be restored: ${detail ? 'a row does not fit' : message}`);
    throw error;
  }
  return rows.rows;
}

async function compareLedger(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const found = await ledgerRoots(client);
  const differ = manifest.ledger.filter(
    (wanted) =>
      !found.some(
        (one) =>
          one.partnership === wanted.partnership && one.size === wanted.size && one.root === wanted.root,
      ),
  );
  if (differ.length > 0 || found.length !== manifest.ledger.length)
    throw new BackupRefusedError(
      `The ledger of ${differ.map((one) => one.partnership).join(', ') || 'a partnership'} has another root than the backup says`,
    );
}
