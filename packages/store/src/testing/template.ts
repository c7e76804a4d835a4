import pg from 'pg';
import { migrate } from '../migrate.js';
import type { LoginRole } from '../roles.js';

/** The name of the migrated database that every test database is a copy of. */
export const templateName = 'mase_template';

/** Passwords of the roles on a test server; nothing outside this machine reaches it. */
export const testPasswords: Record<LoginRole, string> = {
  mase_app: 'app',
  mase_worker: 'worker',
  mase_figures: 'figures',
  mase_sealer: 'sealer',
  mase_backup: 'backup',
};

/** What the names of databases begin with that are filled once in a run and copied. */
export const preparedPrefix = 'prepared_';

/** Makes the migrated template afresh on a test server; what an earlier run prepared there goes. */
export async function prepareTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const before = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [preparedPrefix],
    );
    for (const name of [templateName, ...before.rows.map((row) => row.name)])
      await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${templateName}`);
  } finally {
    await client.end();
  }
  const template = new URL(url);
  template.pathname = `/${templateName}`;
  await migrate(template.toString(), testPasswords);
}
