import { createHash } from 'node:crypto';
import pg from 'pg';
import { preparedPrefix } from './template.js';
import { type TestDatabase, testDatabase } from './test-database.js';

/** A copy of a database that was filled once in the run, and what filling it answered. */
export interface PreparedDatabase<T> {
  database: TestDatabase;
  made: T;
}

/**
 * Gives a copy of the database that `fill` fills: the first who asks for `what` in a run fills it, others wait for that
 * and copy. `fill` answers plain data, which every copy comes with, and leaves no connection open.
 */
export async function preparedDatabase<T>(
  serverUrl: string,
  what: string,
  fill: (database: TestDatabase) => Promise<T>,
): Promise<PreparedDatabase<T>> {
  const name = `${preparedPrefix}${createHash('sha256').update(what).digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const made = (await madeBefore<T>(client, name)) ?? (await makeOnce(client, { serverUrl, name, fill }));
    return { database: await testDatabase(serverUrl, name), made };
  } finally {
    await client.end();
  }
}

async function madeBefore<T>(client: pg.Client, name: string): Promise<T | undefined> {
  const found = await client.query<{ made: string }>(
    "select shobj_description(oid, 'pg_database') as made from pg_database where datname = $1",
    [name],
  );
  return found.rows[0] && (JSON.parse(found.rows[0].made) as T);
}

// The database gets its name last, so that one whose filling failed is never copied.
async function makeOnce<T>(
  client: pg.Client,
  about: { serverUrl: string; name: string; fill: (database: TestDatabase) => Promise<T> },
): Promise<T> {
  const database = await testDatabase(about.serverUrl);
  try {
    const made = await about.fill(database);
    await client.query(
      `comment on database ${database.name} is ${client.escapeLiteral(JSON.stringify(made))}`,
    );
    await client.query(`alter database ${database.name} rename to ${about.name}`);
    return made;
  } catch (error) {
    await database.drop();
    throw error;
  }
}
