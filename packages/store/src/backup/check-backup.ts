import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupManifest, BackupRefusedError, type BackupTable, readManifest } from './manifest.js';

/**
 * Reads a backup through and compares every part with what its manifest says; gives the manifest and its digest. Needs no
 * database. `expected` is the digest that was printed when it was made: without it, somebody who altered a part and the
 * manifest with it is not found here. Throws `BackupRefusedError` with every part that is at fault.
 */
export async function checkBackup(
  folder: string,
  options: { expected?: string | undefined; onProgress?: (table: string, rows: number) => void } = {},
): Promise<{ manifest: BackupManifest; digest: string }> {
  const { manifest, bytes } = readManifest(folder);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (options.expected && options.expected.toLowerCase() !== digest)
    throw new BackupRefusedError(
      `The manifest of ${folder} is not the one that was made: its digest is ${digest}`,
    );
  const faults: string[] = [];
  for (const table of manifest.tables) {
    const fault = await faultOf(folder, table);
    if (fault) faults.push(fault);
    options.onProgress?.(table.name, table.rows);
  }
  if (faults.length > 0) throw new BackupRefusedError(`The backup is damaged: ${faults.join('; ')}`);
  return { manifest, digest };
}

async function faultOf(folder: string, table: BackupTable): Promise<string | undefined> {
  const path = join(folder, table.file);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return `${table.file} is missing`;
  if (size < table.bytes) return `${table.file} is cut off: ${size} of ${table.bytes} bytes`;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex') === table.digest ? undefined : `${table.file} is altered`;
}
