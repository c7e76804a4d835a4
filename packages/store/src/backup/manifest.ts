import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The form of a backup that this program writes and reads. */
export const backupForm = 1;

/** The file of a backup that says what is in it; it is written last, so that a backup without it was not finished. */
export const manifestFile = 'manifest.json';

/** A table of a backup: its rows as PostgreSQL's COPY writes them as text, packed by gzip. */
export interface BackupTable {
  name: string;
  columns: string[];
  rows: number;
  file: string;
  bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  digest: string;
}

/** The ledger of a partnership as it is in a backup. */
export interface BackupLedger {
  partnership: string;
  /** Sealed entries, and the root of the tree that their leaves make, hexadecimal. */
  size: number;
  root: string;
  /** The number of the last checkpoint, and its signed line; 0 and null before the first. */
  number: number;
  checkpoint: string | null;
}

/** What a backup holds. */
export interface BackupManifest {
  form: number;
  /** An instant, ISO 8601 in UTC: everything accepted before it is in the backup. */
  begun: string;
  /** The migrations that had run, in order: the version of the schema. */
  migrations: string[];
  tables: BackupTable[];
  /** Tables of which only the form is kept, and why. */
  leftOut: { name: string; why: string }[];
  ledger: BackupLedger[];
}

/** A backup cannot be made there, or cannot be restored; why, in words. Nothing was changed. */
export class BackupRefusedError extends Error {
  readonly code = 'BACKUP_REFUSED';
  constructor(message: string) {
    super(message);
    this.name = 'BackupRefusedError';
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isList = <T>(value: unknown, one: (item: T) => boolean): value is T[] =>
  Array.isArray(value) && value.every(one);
const plainName = /^[a-z][a-z0-9_]*$/;

const isTable = ({ name, columns, rows, file, bytes, digest }: BackupTable) =>
  isText(name) &&
  plainName.test(name) &&
  isList<string>(columns, (column) => isText(column) && plainName.test(column)) &&
  columns.length > 0 &&
  isCount(rows) &&
  file === fileOf(name) &&
  isCount(bytes) &&
  /^[0-9a-f]{64}$/.test(digest);

const isLedger = ({ partnership, size, root, number, checkpoint }: BackupLedger) =>
  isText(partnership) &&
  isCount(size) &&
  /^[0-9a-f]{64}$/.test(root) &&
  isCount(number) &&
  (checkpoint === null || isText(checkpoint));

const isManifest = (value: unknown): value is BackupManifest => {
  const { begun, migrations, tables, leftOut, ledger } = (value ?? {}) as BackupManifest;
  return (
    isText(begun) &&
    !Number.isNaN(Date.parse(begun)) &&
    isList(migrations, isText) &&
    isList(tables, isTable) &&
    isList<{ name: string }>(leftOut, ({ name }) => isText(name)) &&
    isList(ledger, isLedger)
  );
};

/** The name of the file of a table inside the folder of a backup. */
export const fileOf = (table: string): string => `${table}.copy.gz`;

/** What a backup holds, and the bytes of the file that says so; throws `BackupRefusedError` where it cannot be told. */
export function readManifest(folder: string): { manifest: BackupManifest; bytes: Buffer } {
  const file = join(folder, manifestFile);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const gone = (error as { code?: string }).code === 'ENOENT';
    throw new BackupRefusedError(
      gone
        ? `${folder} holds no ${manifestFile}: it is no backup, or one that was never finished`
        : `${file} cannot be read: ${(error as Error).message}`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new BackupRefusedError(`${file} is cut off or altered: ${(error as Error).message}`);
  }
  const { form } = (value ?? {}) as { form?: unknown };
  if (isCount(form) && form > backupForm)
    throw new BackupRefusedError(
      `The backup has form ${form} and this program reads form ${backupForm}: restore it with the version that made it`,
    );
  if (form !== backupForm || !isManifest(value))
    throw new BackupRefusedError(`${file} does not say what a backup says: it is altered, or something else`);
  return { manifest: value, bytes };
}
