import pg from 'pg';
import { migrations } from '../migrations/index.js';
import { type BackupManifest, BackupRefusedError } from './manifest.js';

/**
 * Throws `BackupRefusedError` where this program cannot make the schema of a backup, or where the database that the
 * address names holds something. Changes nothing.
 */
export async function mustBeRestorable(ownerUrl: string, manifest: BackupManifest): Promise<void> {
  const known = migrations.map((one) => one.name);
  const newer = manifest.migrations.filter((name) => !known.includes(name));
  if (newer.length > 0)
    throw new BackupRefusedError(
      `The backup was made by a newer program (${newer.join(', ')}): restore it with that one`,
    );
  const line = known.slice(0, manifest.migrations.length);
  const strange = manifest.migrations.find((name, index) => line[index] !== name);
  if (strange)
    throw new BackupRefusedError(
      `The backup was made by a program whose migrations came in another order (${strange}): restore it with that one`,
    );
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await mustBeEmpty(client, line);
  } finally {
    await client.end();
  }
}

async function mustBeEmpty(client: pg.Client, line: readonly string[]): Promise<void> {
  const found = await client.query<{ name: string }>(
    "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by 1",
  );
  const names = found.rows.map((row) => row.name);
  if (names.length === 0) return;
  if (!names.includes('migration'))
    throw new BackupRefusedError(
      `The database holds tables of something else (${names.slice(0, 5).join(', ')}): a backup goes into an empty one`,
    );
  const done = await client.query<{ name: string }>('select name from migration order by id');
  const beyond = done.rows.map((row) => row.name).find((name, index) => line[index] !== name);
  if (beyond)
    throw new BackupRefusedError(
      `The database was brought up to date by a newer program than the backup's (${beyond}): a backup goes into an empty one`,
    );
}
