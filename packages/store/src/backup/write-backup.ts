import { createHash } from 'node:crypto';
import {
  closeSync,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { asOperatorClient } from '../operators/open-operator.js';
import { CopyOutStream } from './copy-streams.js';
import { ledgerRoots } from './ledger-roots.js';
import {
  type BackupManifest,
  BackupRefusedError,
  type BackupTable,
  backupForm,
  fileOf,
  manifestFile,
} from './manifest.js';
import { columnList, type KeptTable, leftOut, tablesInOrder } from './tables.js';

/** A backup that was made: what it holds, and the digest of the file that says so, which makes it known elsewhere. */
export interface MadeBackup {
  manifest: BackupManifest;
  digest: string;
}

/**
 * Copies a whole database into a folder that is made for it, as it stood at one instant, in constant memory and beside
 * everybody's work; audited as an operator's act. `url` is the owner's address or that of `mase_backup`. Where it cannot
 * be ended the folder is taken away. Throws `BackupRefusedError` where the folder holds something.
 */
export async function writeBackup(
  url: string,
  folder: string,
  options: { now?: string; onProgress?: (table: string, rows: number) => void } = {},
): Promise<MadeBackup> {
  makeFolder(folder);
  try {
    const begun = options.now ?? new Date().toISOString();
    const manifest = await asOperatorClient(url, 'backup', async (client) => {
      const migrations = await client.query<{ name: string }>('select name from migration order by id');
      const tables: BackupTable[] = [];
      for (const table of await tablesInOrder(client)) {
        const written = await writeTable(client, folder, table);
        options.onProgress?.(table.name, written.rows);
        tables.push(written);
      }
      const names = migrations.rows.map((row) => row.name);
      const ledger = await ledgerRoots(client);
      return { form: backupForm, begun, migrations: names, tables, leftOut: [...leftOut], ledger };
    });
    return { manifest, digest: finish(folder, manifest) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new BackupRefusedError(`${folder} holds something already: a backup has a folder of its own`);
}

async function writeTable(
  client: ClientBase,
  folder: string,
  { name, columns }: KeptTable,
): Promise<BackupTable> {
  const file = fileOf(name);
  const rows = new CopyOutStream(client, `copy "${name}" (${columnList(columns)}) to stdout`);
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new PassThrough({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const out = createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(rows, createGzip({ level: 4 }), counted, out);
  return { name, columns, rows: rows.rows, file, bytes, digest: hash.digest('hex') };
}

/** Writes what the backup holds, once everything else is on the disk; gives its digest. */
function finish(folder: string, manifest: BackupManifest): string {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  writeFileSync(join(folder, manifestFile), text, { flag: 'wx', mode: 0o600, flush: true });
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return createHash('sha256').update(text).digest('hex');
}
