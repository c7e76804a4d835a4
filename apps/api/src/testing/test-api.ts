import { beginSession, openStore, type Store } from '@mase/store';
import { openOwner, type TestDatabase, testDatabase } from '@mase/store/testing';
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
  /** The version that a record has now, whoever may see it; 0 where there is none. */
  versionOf(id: string): Promise<number>;
  /** The session of a person, as a bearer token. */
  tokenOf(who: string): Promise<string>;
  /** The view of a record as somebody sees it. */
  view(who: string, topic: string, id: string): Promise<{ [field: string]: never } & { version: number }>;
  close(): Promise<void>;
}

/** Starts a test api; `now` defaults to Monday 5 January 2026, 09:00. Each second of asking moves it on by one. */
export async function testApi(serverUrl: string, now = '2026-01-05T09:00:00.000Z'): Promise<TestApi> {
  const database = await testDatabase(serverUrl);
  const time = { now };
  const store = await openStore(database.connections.app, { clock: () => time.now });
  const founded = await foundDemonstration(store, database.connections.owner, { now });
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
  const close = async () => {
    await owner.end();
    await app.close();
    await store.close();
    await database.drop();
  };
  return { app, store, database, founded, time, ask, give, tokenOf, versionOf, view, close };
}

type Owner = Parameters<Parameters<typeof openOwner>[1]>[0];

/** One connection of the owner for as long as the test api stands, opened when it is first asked. */
function ownerOf(url: string) {
  let release: () => void = () => {};
  let held: Promise<void> = Promise.resolve();
  let client: Promise<Owner> | undefined;
  const open = () =>
    new Promise<Owner>((resolve, reject) => {
      held = openOwner(url, (one) => {
        resolve(one);
        return new Promise<void>((end) => {
          release = end;
        });
      });
      held.catch(reject);
    });
  return {
    versionOf: async (id: string): Promise<number> => {
      client ??= open();
      const found = await (await client).query<{ version: number }>(
        'select version from record where id = $1',
        [id],
      );
      return found.rows[0]?.version ?? 0;
    },
    end: async (): Promise<void> => {
      await client;
      release();
      await held;
    },
  };
}
