import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from './bootstrap/paths.mjs';

/** Writes docs/schema.sql from an empty database that the built migrations bring up to date; resolves to the name of what it wrote. */
export async function writeSchema() {
  const load = (file) => import(join(ROOT, 'packages/store/dist', file));
  const [{ startEmbedded }, { migrate }, { schemaText }] = await Promise.all(
    ['embedded.js', 'migrate.js', 'schema-text.js'].map(load),
  );
  const folder = mkdtempSync(join(tmpdir(), 'mase-schema-'));
  try {
    const server = await startEmbedded({ dataDir: join(folder, 'postgres'), settings: { fsync: 'off' } });
    try {
      await migrate(server.url);
      writeFileSync(join(ROOT, 'docs/schema.sql'), await read(server.url, schemaText));
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  return 'docs/schema.sql';
}

async function read(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
