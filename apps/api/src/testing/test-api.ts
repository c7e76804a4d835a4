import { beginSession, openStore, type Store } from '@mase/store';
import {
  holdOwner,
  type PreparedDatabase,
  preparedDatabase,
  type TestDatabase,
  testSealer,
} from '@mase/store/testing';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { buildApp } from '../app.js';
import { type Founded, foundDemonstration } from '../demonstration/found.js';
import { undescribed } from './described.js';

/** The api over a database of its own, with the demonstration's people signed in. */
export interface TestApi {
  app: FastifyInstance;
  store: Store;
  database: TestDatabase;
  founded: Founded;
  /** The instant that the api takes for now; set it to move time. */
  time: { now: string };
  /**
   * Asks as a person, by his or her key; without one, as nobody. An answer that `docs/api/openapi.json` does not
   * describe fails the test.
   */
  ask(
    who: string | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object | string,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** Gives a command and expects it to be accepted; the version is looked up, a key is made. */
  give(
    who: string,
    command: string,
    body: object,
    id?: string,
  ): Promise<{ id: string; version: number; state: unknown; entry: string }>;
  /** The version that readers of a record are shown now, whoever may see it; 0 where there is none. */
  versionOf(id: string): Promise<number>;
  /** The session of a person, as a bearer token. */
  tokenOf(who: string): Promise<string>;
  /** The view of a record as somebody sees it. */
  view(who: string, topic: string, id: string): Promise<{ [field: string]: never } & { version: number }>;
  /** Seals in the ledger all that was accepted until now. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a test api; `now` defaults to Monday 5 January 2026, 09:00. Each second of asking moves it on by one. */
export async function testApi(serverUrl: string, now = '2026-01-05T09:00:00.000Z'): Promise<TestApi> {
  const { database, made } = await foundedDatabase(serverUrl, now);
  const api = await apiOver(database, made, now);
  const close = async () => {
    await api.close();
    await database.drop();
  };
  return { ...api, close };
}

/** A test api over a database that stays when it is closed. */
export async function apiOver(database: TestDatabase, founded: Founded, now: string): Promise<TestApi> {
  const time = { now };
  const store = await openStore(database.connections.app, { clock: () => time.now });
  const app = await buildApp({ store, mode: 'demonstration', limits: 'off' });
  await app.ready();
  const owner = ownerOf(database.connections.owner);
  const { versionOf } = owner;
  const tokens = new Map<string, string>();
  const tokenOf = async (who: string) => {
    const known = tokens.get(who);
    if (known) return known;
    const userId = founded.people[who];
    if (!userId) throw new Error(`The demonstration has nobody named ${who}`);
    const { sessionId } = await beginSession(store, { userId, partnershipId: founded.partnershipId });
    tokens.set(who, sessionId);
    return sessionId;
  };
  const ask: TestApi['ask'] = async (who, method, url, body, headers = {}) => {
    time.now = new Date(Date.parse(time.now) + 1000).toISOString();
    const authorization: Record<string, string> = who
      ? { authorization: `Bearer ${await tokenOf(who)}` }
      : {};
    const answer = await app.inject({
      method,
      url,
      headers: { ...authorization, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const drift = undescribed(method, url, answer);
    if (drift.length > 0) throw new Error(`docs/api/openapi.json says otherwise: ${drift.join('\n')}`);
    return answer;
  };
  const view: TestApi['view'] = async (who, topic, id) => {
    const response = await ask(who, 'GET', `/api/v1/${topic}/${id}`);
    if (response.statusCode !== 200) throw new Error(`${topic}/${id} for ${who}: ${response.body}`);
    return response.json();
  };
  const give: TestApi['give'] = async (who, command, body, id) => {
    const [topic, verb] = command.split('/') as [string, string];
    const url = id ? `/api/v1/${topic}/${id}/${verb}` : `/api/v1/${topic}/${verb}`;
    const match: Record<string, string> = id ? { 'if-match': `"${await versionOf(id)}"` } : {};
    const response = await ask(who, 'POST', url, body, { 'idempotency-key': uuidv7(), ...match });
    if (response.statusCode >= 300) throw new Error(`${command} by ${who}: ${response.body}`);
    return response.json();
  };
  const { seal, remove } = testSealer(database.connections.sealer, () => time.now);
  const close = async () => {
    remove();
    await owner.end();
    await app.close();
    await store.close();
  };
  return { app, store, database, founded, time, ask, give, tokenOf, versionOf, view, seal, close };
}

/** A copy of the demonstration's partnership, which is founded once in a run, at the beginning of this hour. */
export function foundedDatabase(serverUrl: string, now: string): Promise<PreparedDatabase<Founded>> {
  const hour = `${now.slice(0, 13)}:00:00.000Z`;
  return preparedDatabase(serverUrl, `founded ${hour}`, (database) => foundIn(database, hour));
}

/** Founds the demonstration's partnership in a database at an instant. */
export async function foundIn({ connections }: TestDatabase, now: string): Promise<Founded> {
  const store = await openStore(connections.app, { clock: () => now });
  try {
    return await foundDemonstration(store, connections.owner, { now });
  } finally {
    await store.close();
  }
}

/** One connection of the owner for as long as the test api stands, opened when it is first asked. */
function ownerOf(url: string) {
  let client: ReturnType<typeof holdOwner> | undefined;
  return {
    versionOf: async (id: string): Promise<number> => {
      client ??= holdOwner(url);
      const found = await (await client).query<{ version: number }>(
        `select version - coalesce((standing::json ->> 'uncounted')::integer, 0) as version from record where id = $1`,
        [id],
      );
      return found.rows[0]?.version ?? 0;
    },
    end: async (): Promise<void> => (await client)?.end(),
  };
}
