import { openOwner } from '@mase/store/testing';
import { topicOf } from '@mase/workflow';
import { buildApp } from '../app.js';
import { aGuardedWorld, allCanaries, canariesFor, closedTo, type GuardedWorld } from './guarded-world.js';
import { readerProfiles } from './reader-profiles.js';

/** What one of the twelve reader profiles may see of the guarded world. */
export interface GuardedReader {
  who: string;
  key: string;
  session: string;
  name: string;
  roles: readonly string[];
  /** The canaries that he or she may see; every other one is a leak. */
  allowed: string[];
  /** Ids of records of which he or she may not even know that they are there. */
  closed: string[];
}

/** The guarded world as it is served over HTTP, with what its readers may see. */
export interface ServedGuarded {
  url: string;
  readers: GuardedReader[];
  /** Every canary that stands anywhere in its two partnerships. */
  canaries: string[];
  /** Every record of the partnership and those that nobody of it may know of, by topic and id. */
  records: { topic: string; id: string }[];
}

/** What was left behind once the api was closed. */
export interface LeftBehind {
  /** Every line that it logged at its most talkative. */
  logged: string[];
  /** Tables in which a canary stands though they hold ids alone. */
  told: string[];
}

/** What goes out, or waits to: ids alone. */
const outgoing = [
  ...['outbox', 'outbox_processed', 'message', 'queue_row', 'case_reader', 'clock'],
  ...['idempotency_key', 'session', 'unweighed_link', 'posts_stamp'],
];

/** Serves the api over a copy of the guarded world, at the instant at which that was made. */
export async function serveGuarded(
  server: string,
): Promise<ServedGuarded & { close: () => Promise<LeftBehind> }> {
  const world = await aGuardedWorld(server);
  const { store } = world.api;
  const logged: string[] = [];
  const log = { level: 'trace', stream: { write: (line: string) => void logged.push(line) } };
  const app = await buildApp({ store, mode: 'demonstration', limits: 'off', log });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const records = await world.records();
  const close = async () => {
    await app.close();
    const told = await toldIn(world.api.database.connections.owner);
    await world.api.close();
    return { logged, told };
  };
  return {
    url,
    readers: await Promise.all(readerProfiles.map((one) => readerOf(world, records, one))),
    canaries: allCanaries(records.values()),
    records: [...records.values()].map(({ record }) => ({ topic: topicOf(record.kind).name, id: record.id })),
    close,
  };
}

async function readerOf(
  world: GuardedWorld,
  records: Awaited<ReturnType<GuardedWorld['records']>>,
  { who, key }: { who: string; key: string },
): Promise<GuardedReader> {
  const { now } = world.api.time;
  const actor = await world.actorOf(key);
  return {
    ...{ who, key, name: actor.name, roles: actor.roles },
    session: await world.api.tokenOf(key),
    allowed: [...canariesFor(records.values(), actor, now)],
    closed: closedTo(world, records, actor, now),
  };
}

async function toldIn(owner: string): Promise<string[]> {
  return openOwner(owner, async (client) => {
    const told: string[] = [];
    for (const table of outgoing) {
      const found = await client.query(`select 1 from ${table} t where t::text ~ 'zq-|Zq' limit 1`);
      if (found.rows.length > 0) told.push(table);
    }
    return told;
  });
}
