import {
  type Actor,
  type Changes,
  type Command,
  type CommandDefinition,
  decide,
  type Profile,
  type RecordRef,
  type Refusal,
  type StoredRecord,
  shownOf,
  topicAndVerb,
} from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { begin, type Reading } from './access.js';
import { isRepeatable, later } from './change.js';
import { ChangeBatch } from './change-batch.js';
import { factsFor, lock, relatedTo } from './change-lock.js';
import { writeRows } from './change-write.js';
import { newCommandId } from './command-id.js';
import { hungUnder, lookedUnder } from './hung-under.js';
import { commit, rollBack, type Store, type Tx, withClient } from './store.js';

/** One command among many. `source` comes back with its result: the row of a file that it was made from. */
export interface BulkRequest<S = unknown> {
  name: string;
  recordId?: string;
  payload: object;
  /** When it happened; the instant of acceptance where it is left out. Imports keep both times. */
  happened?: string;
  source?: S;
  /** The mark of the row that it was made from (`rowMark`), which its command bears. */
  mark?: string;
}

/**
 * Asked between two commands: what was asked so far is given, and its results are out, before the next is asked for. Whoever
 * asks can then make the next of what became of those before.
 */
export const resultsFirst = 'results-first';

/** What may be asked of `changeMany` in turn. */
export type BulkAsked<S = unknown> = BulkRequest<S> | typeof resultsFirst;

/** What became of one command among many. */
export type BulkResult<S = unknown> = { request: BulkRequest<S> } & (
  | { outcome: 'accepted'; record: RecordRef; version: number; changes: Changes }
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'notVisible' }
);

/** On whose behalf many commands are given. */
export interface BulkGiver {
  actor: Actor;
  reading: Reading;
  profile: Profile;
}

/** How many commands share a transaction; a trial stores nothing. */
export interface BulkOptions {
  batch?: number;
  trial?: boolean;
}

/**
 * Gives many commands by the same `decide` as one: a few hundred a transaction, one multi-row statement for all their
 * tables. A refused command is reported and leaves the others standing; later ones see what earlier ones did. Each
 * transaction's results are given out after its commit. A trial decides all of them in one transaction and rolls it
 * back at the end, so that it says exactly what would happen and stores nothing.
 */
export async function* changeMany<S>(
  store: Store,
  giver: BulkGiver,
  requests: AsyncIterable<BulkAsked<S>> | Iterable<BulkAsked<S>>,
  { batch = 500, trial = false }: BulkOptions = {},
): AsyncGenerator<BulkResult<S>> {
  if (trial) {
    yield* tryAndRollBack(store, giver, batches(requests, batch));
    return;
  }
  for await (const some of batches(requests, batch)) yield* await giveBatch(store, giver, some);
}

async function* batches<S>(
  requests: AsyncIterable<BulkAsked<S>> | Iterable<BulkAsked<S>>,
  size: number,
): AsyncGenerator<BulkRequest<S>[]> {
  let waiting: BulkRequest<S>[] = [];
  for await (const request of requests) {
    if (request !== resultsFirst) waiting.push(request);
    if (waiting.length < (request === resultsFirst ? 1 : size)) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

const attempts = 6;

async function giveBatch<S>(
  store: Store,
  giver: BulkGiver,
  requests: BulkRequest<S>[],
): Promise<BulkResult<S>[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inOneTransaction(store, giver, (client) => judgeAll(client, store, giver, requests));
    } catch (error) {
      if (attempt === attempts || !isRepeatable(error)) throw error;
    }
  }
}

async function inOneTransaction<T>(store: Store, giver: BulkGiver, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withClient(store, async (client) => {
    await begin(client, giver.reading, { purpose: 'change', now: store.clock() });
    const results = await work(client);
    await commit(client);
    return results;
  });
}

async function* tryAndRollBack<S>(
  store: Store,
  giver: BulkGiver,
  all: AsyncIterable<BulkRequest<S>[]>,
): AsyncGenerator<BulkResult<S>> {
  const client = await store.pool.connect();
  let broken: Error | undefined;
  try {
    await begin(client, giver.reading, { purpose: 'change', now: store.clock() });
    for await (const some of all) yield* await judgeAll(client, store, giver, some);
  } finally {
    broken = await rollBack(client);
    client.release(broken);
  }
}

interface Asked<S> {
  request: BulkRequest<S>;
  definition: CommandDefinition;
  record: RecordRef;
  ids: string[];
}

async function judgeAll<S>(
  tx: Tx,
  store: Store,
  giver: BulkGiver,
  requests: BulkRequest<S>[],
): Promise<BulkResult<S>[]> {
  const asked: Asked<S>[] = [];
  const named = requests.map((request) => {
    const { topic, verb } = topicAndVerb(request.name);
    const record = { kind: topic.kind, id: request.recordId ?? uuidv7() };
    return { request, definition: topic.commands[verb] ?? {}, record, payload: request.payload };
  });
  const hung = await hungUnder(tx, named);
  for (const { request, definition, record, payload } of named) {
    const under = lookedUnder({ definition, record, payload });
    if (under) {
      const ids = [...new Set([...under, ...under.flatMap((id) => hung.get(id) ?? [])])];
      asked.push({ request, definition, record, ids });
      continue;
    }
    const { update, share } = await relatedTo(tx, definition, { record, payload });
    asked.push({ request, definition, record, ids: [...update, ...share] });
  }
  const wanted = [...new Set(asked.flatMap((one) => one.ids))];
  const known = new Map((await lock(tx, wanted, [])).map((one) => [one.id, one]));
  const batch = new ChangeBatch(giver.reading.partnershipId);
  const results: BulkResult<S>[] = [];
  let accepted = 0;
  for (const one of asked) {
    const result = await judgeOne(tx, store, giver, one, known, batch);
    if (result.outcome === 'accepted') accepted += 1;
    results.push(result);
  }
  if (accepted > 0) await writeRows(tx, batch.partnership, batch.toRows());
  return results;
}

async function judgeOne<S>(
  tx: Tx,
  store: Store,
  giver: BulkGiver,
  { request, definition, record, ids }: Asked<S>,
  known: Map<string, StoredRecord>,
  batch: ChangeBatch,
): Promise<BulkResult<S>> {
  const records = ids.flatMap((id) => known.get(id) ?? []);
  if (!definition.creates && !known.has(record.id)) return { request, outcome: 'notVisible' };
  const facts = await factsFor(tx, definition, { record, payload: request.payload }, records);
  const at = later(store.clock(), records);
  const command: Command = {
    id: newCommandId(request.mark),
    name: request.name,
    record,
    actor: giver.actor,
    happened: request.happened ?? at,
    at,
    payload: request.payload,
  };
  const current = facts.related.map((one) => known.get(one.id) ?? one);
  const decision = decide(
    { records, facts: { ...facts, related: current }, profile: giver.profile },
    command,
  );
  if ('refusal' in decision) return { request, outcome: 'refused', refusal: decision.refusal };
  batch.add(command, decision.changes);
  for (const change of decision.changes.records)
    known.set(change.id, {
      kind: change.kind,
      id: change.id,
      ...shownOf(change.fromVersion + 1, change.standing),
      state: change.state,
      at,
      parentId: change.parentId,
      subjectId: change.subjectId,
    });
  const version = (known.get(record.id) as StoredRecord).version;
  return { request, outcome: 'accepted', record, version, changes: decision.changes };
}
