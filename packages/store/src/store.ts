import 'reflect-metadata';
import type { Writable } from 'node:stream';
import { type Pool, type PoolClient, types } from 'pg';
import { DataSource } from 'typeorm';
import { begin, type Reading } from './access.js';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';
import { together } from './together.js';

// Instants leave the database as ISO 8601 text in UTC with milliseconds; numbers that fit are numbers.
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
types.setTypeParser(types.builtins.INT8, Number);

/** A transaction that runs under somebody's row-level-security context. */
export type Tx = PoolClient;

/** An open store: one pool under one role of the database. */
export interface Store {
  dataSource: DataSource;
  pool: Pool;
  /** The instant now, as ISO 8601 text; tests pass their own. */
  clock: () => string;
  close(): Promise<void>;
}

/** Opens a store under the role that the address names; `size` connections at most. */
export async function openStore(
  url: string,
  options: {
    size?: number;
    clock?: () => string;
    applicationName?: string;
    /** Those that may run on it; all where it is left out. */
    migrations?: typeof migrations;
  } = {},
): Promise<Store> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: options.migrations ?? migrations,
    migrationsTableName: 'migration',
    installExtensions: false,
    applicationName: options.applicationName ?? 'mase',
    // Statements that need not wait for each other's answers travel together.
    extra: {
      max: options.size ?? 10,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      pipeline: true,
      // Named statements are planned once a connection, not at every call; and by index, as a plan that was made while
      // a table was small is kept when it has grown.
      options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off',
    },
  });
  await dataSource.initialize();
  const pool = (dataSource.driver as unknown as { master: Pool }).master;
  const prepared = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (prepared.has(client)) return;
    prepared.add(client);
    gatherWrites(client);
    // A connection that ends while it is out of the pool must not end the program: its next statement fails instead,
    // and `withClient` does not give it out again.
    client.on('error', () => undefined);
  });
  const clock = options.clock ?? (() => new Date().toISOString());
  return { dataSource, pool, clock, close: () => dataSource.destroy() };
}

/**
 * Lets statements that are sent in one turn of the program leave in one packet: with them in a pipeline, a command
 * costs the network and the kernel three exchanges instead of seven.
 */
function gatherWrites(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
  let gathering = false;
  const gathered = (...sent: unknown[]) => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      process.nextTick(() => {
        gathering = false;
        stream.uncork();
      });
    }
    return query(...sent);
  };
  client.query = gathered as typeof client.query;
}

/** Runs `work` in one transaction under the context of a person; commits at its end, rolls back on error. */
export async function reading<T>(store: Store, who: Reading, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withClient(store, async (client) => {
    const [, result] = await together([
      begin(client, who, { purpose: 'read', now: store.clock() }),
      work(client),
    ]);
    await commit(client);
    return result;
  });
}

/** Gives a connection to `work`, rolls back where it throws, and never gives a broken connection out again. */
export async function withClient<T>(store: Store, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await store.pool.connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The connection was lost while committing: the command may be stored. Ask again with the same key. */
export class OutcomeUnknownError extends Error {
  readonly code = 'OUTCOME_UNKNOWN';
  constructor(cause: unknown) {
    super('The connection was lost while committing: repeat the request with the same key', { cause });
    this.name = 'OutcomeUnknownError';
  }
}

/** A statement before the commit failed, so that the database rolled the transaction back: nothing is stored. */
export class RolledBackError extends Error {
  readonly code = 'ROLLED_BACK';
  constructor() {
    super('The transaction was rolled back instead of committed');
    this.name = 'RolledBackError';
  }
}

/**
 * Commits. A transaction that a statement before it aborted is rolled back by the database instead:
 * `RolledBackError`. Throws `OutcomeUnknownError` where the connection is lost before the answer.
 */
export async function commit(client: PoolClient): Promise<void> {
  let answer: { command: string };
  try {
    answer = await client.query('commit');
  } catch (error) {
    if ((error as { code?: string }).code?.length === 5) throw error;
    throw new OutcomeUnknownError(error);
  }
  if (answer.command !== 'COMMIT') throw new RolledBackError();
}

/** Rolls back; answers the error where the connection is no longer usable, so that it is not given out again. */
export async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
