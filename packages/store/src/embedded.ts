import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { findBinaries } from './embedded/binaries.js';
import { claimFolder } from './embedded/claim-folder.js';
import { OWNER, prepareCluster } from './embedded/cluster.js';
import { freePort } from './embedded/free-port.js';
import { chooseIdentity } from './embedded/identity.js';
import { clearStalePid, startPostmaster } from './embedded/postmaster.js';

/** What `startEmbedded` needs: the data folder, PostgreSQL settings, a preferred port, and who hears of progress. */
export interface EmbeddedOptions {
  dataDir: string;
  settings?: Record<string, string>;
  port?: number;
  onProgress?: (line: string) => void;
}

/** A running embedded PostgreSQL; `url` is the owner's, `exited` resolves when the server ends for any reason, `stop` may be called twice. */
export interface EmbeddedServer {
  url: string;
  port: number;
  pid: number;
  exited: Promise<number | null>;
  stop(): Promise<void>;
}

// Rows and parameters of failed statements would be personal data in a log.
const QUIET_LOG = {
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
};

/**
 * Starts PostgreSQL on `dataDir` (made on first use, with the database `mase`), on 127.0.0.1 only; it ends with this
 * process, however that ends. Throws FolderInUseError when another process has the folder open.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { settings = {}, onProgress = () => undefined } = options;
  mkdirSync(resolve(options.dataDir), { recursive: true, mode: 0o700 });
  const folder = realpathSync(options.dataDir);
  const release = claimFolder(folder);
  try {
    const binaries = findBinaries();
    const identity = chooseIdentity(folder, binaries.postgres);
    await clearStalePid(folder);
    const durable = settings.fsync !== 'off';
    const password = await prepareCluster(folder, binaries, identity, { durable, onProgress });
    onProgress('Starting PostgreSQL');
    const { port, server } = await startOnFreePort(options.port ?? lastPort(folder), (candidate) =>
      startPostmaster(folder, binaries.postgres, identity, candidate, { ...QUIET_LOG, ...settings }),
    );
    writeFileSync(join(folder, 'port'), String(port));
    const address = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
    try {
      await createDatabase(address('postgres'));
    } catch (error) {
      await server.stop();
      throw error;
    }
    const exited = server.exited.finally(release);
    onProgress(`PostgreSQL is ready on 127.0.0.1:${port}`);
    return {
      url: address('mase'),
      port,
      pid: server.pid,
      exited,
      stop: () =>
        server
          .stop()
          .then(() => exited)
          .then(() => undefined),
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function startOnFreePort<T>(
  preferred: number,
  start: (port: number) => Promise<T>,
): Promise<{ port: number; server: T }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? preferred : 0);
    try {
      return { port, server: await start(port) };
    } catch (error) {
      // Someone may take the port between the look and the start.
      if (attempt === 3 || !String(error).includes('could not bind')) throw error;
    }
  }
}

function lastPort(folder: string): number {
  const file = join(folder, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'mase'");
    if (!rowCount) await client.query('CREATE DATABASE mase');
  } finally {
    await client.end();
  }
}
