import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { indexPurposes } from './index-purposes.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';
import { schemaText } from './schema-text.js';
import { openStore } from './store.js';
import { openOwner, testPasswords } from './testing/index.js';

const committed = readFileSync(new URL('../../../docs/schema.sql', import.meta.url), 'utf8');
const server = inject('MASE_TEST_SERVER');
const made: string[] = [];

async function emptyDatabase(): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await openOwner(server, (client) => client.query(`create database ${name} template template0`));
  made.push(name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

const textOf = (url: string) => openOwner(url, schemaText);

afterAll(async () => {
  for (const name of made)
    await openOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`));
});

describe('the schema', () => {
  let url: string;
  beforeAll(async () => {
    url = await emptyDatabase();
    await migrate(url, testPasswords);
  });

  it('stands in docs/schema.sql as migrations make it from nothing; npm run docs writes it anew', async () => {
    expect(await textOf(url)).toBe(committed);
  });

  it('is gone after every migration is taken back, and the same after they run again', async () => {
    const store = await openStore(url, { size: 2 });
    try {
      for (const _ of migrations) await store.dataSource.undoLastMigration({ transaction: 'each' });
    } finally {
      await store.close();
    }
    const left = await openOwner(url, (client) =>
      client.query(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         union all select proname from pg_proc where pronamespace = 'public'::regnamespace`,
      ),
    );
    expect(left.rows).toEqual([{ name: 'migration' }]);
    await migrate(url, testPasswords);
    expect(await textOf(url)).toBe(committed);
  });

  it('changes its text with a column, a policy, a grant, a body of a function and a lost protection', async () => {
    const changes = [
      'alter table draft add column extra integer',
      'create policy more on draft for select to mase_app using (true)',
      'grant delete on history to mase_app',
      'create or replace function app_user() returns uuid language sql stable as $$ select null::uuid $$',
      'alter table record no force row level security',
      'grant execute on function set_credential(uuid, uuid, text, text, boolean) to mase_app',
      'drop index clock_running',
      'grant usage on sequence migration_id_seq to mase_app',
    ];
    for (const change of changes) {
      const text = await openOwner(url, async (client: pg.Client) => {
        await client.query(`begin; ${change}`);
        return schemaText(client);
      });
      expect(text, change).not.toBe(committed);
    }
  });

  it('says of every index which query it serves, and of none that is not there', async () => {
    const named = [...committed.matchAll(/^CREATE (?:UNIQUE )?INDEX (\S+)/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(indexPurposes).sort());
    await expect(
      openOwner(url, async (client) => {
        await client.query('begin; create index nobody_asks on draft (body)');
        return schemaText(client);
      }),
    ).rejects.toThrow('nobody_asks serves no query');
  });
});

describe('migrating', () => {
  it('twenty times at once leaves the database migrated once', async () => {
    const url = await emptyDatabase();
    const all = await Promise.all(Array.from({ length: 20 }, () => migrate(url, testPasswords)));
    expect(new Set(all.map(({ app }) => app)).size).toBe(1);
    const done = await openOwner(url, (client) => client.query('select name from migration order by id'));
    expect(done.rows.map((row) => row.name)).toEqual(migrations.map((one) => one.name));
    expect(await textOf(url)).toBe(committed);
  });
});
