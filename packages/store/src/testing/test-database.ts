import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Connections, connectionsOf } from '../roles.js';
import { templateName, testPasswords } from './template.js';

/** A database of one test file: a copy of the migrated template on the run's server. */
export interface TestDatabase {
  name: string;
  connections: Connections;
  drop(): Promise<void>;
}

/** Makes a test database on the server that the run's global setup started, a copy of `template`; `drop` takes it away again. */
export async function testDatabase(serverUrl: string, template = templateName): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await administer(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    name,
    connections: connectionsOf(url.toString(), testPasswords),
    drop: () => administer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
