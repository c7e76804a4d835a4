import pg from 'pg';
import { migrations } from './migrations/index.js';
import { type Connections, connectionsOf, ensureRoles, type LoginRole } from './roles.js';
import { openStore } from './store.js';

/**
 * Brings a database up to date: roles, then migrations in order, each once, behind an advisory lock so that two
 * that start together do not collide. Gives the addresses of every role. `passwords` keeps those in use. `count` stops
 * after so many migrations: a backup is restored into the schema that it was made of.
 */
export async function migrate(
  ownerUrl: string,
  passwords: Partial<Record<LoginRole, string>> = {},
  count?: number,
): Promise<Connections> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('mase migration'))");
    const made = await ensureRoles(client, passwords);
    const store = await openStore(ownerUrl, {
      size: 2,
      applicationName: 'mase migrate',
      migrations: migrations.slice(0, count),
    });
    try {
      await store.dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await store.close();
    }
    return connectionsOf(ownerUrl, made);
  } finally {
    await client.end();
  }
}
