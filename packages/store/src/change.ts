import {
  type Actor,
  blankRecord,
  type Command,
  type CommandPolicy,
  decide,
  type Facts,
  type Profile,
  permissionMissing,
  type RecordRef,
  type Refusal,
  type StateValue,
  type StoredRecord,
  shownVersion,
  topicAndVerb,
} from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { begin, type Reading } from './access.js';
import { ChangeBatch } from './change-batch.js';
import { findKey, type SeenKey } from './change-key.js';
import { lockFor, MovedMeanwhileError } from './change-lock.js';
import { writeRows } from './change-write.js';
import { newCommandId } from './command-id.js';
import { commit, type Store, type Tx, withClient } from './store.js';
import { together } from './together.js';

/** What somebody asks for, as it comes from an endpoint. */
export interface ChangeRequest {
  name: string;
  /** The id of the primary record; a new one where the command creates it. */
  recordId?: string;
  payload: object;
  actor: Actor;
  reading: Reading;
  profile: Profile;
  /** Who may give it; the policies of the topics, unless a test shows that the database holds without them. */
  policy?: CommandPolicy;
  /** When it happened; now where it is left out. Never in the future. */
  happened?: string;
  /** The key that makes a repetition harmless, and the digest of the request it came with. */
  key?: { key: string; digest: string };
  /** The version that the person saw. `unstated` asks for one; `any` is for commands that cannot know it. */
  ifMatch?: number | 'unstated' | 'any';
  /** What else happens in the transaction of the command, once it is accepted and before it is written. */
  within?: (tx: Tx, accepted: AcceptedCommand) => Promise<void>;
}

/** What is known of a command when it is accepted and before it is written. */
export interface AcceptedCommand {
  command: Command;
  facts: Facts;
  locked: readonly StoredRecord[];
  partnershipId: string;
}

/** A record as an accepted command left it. */
export interface Accepted {
  commandId: string;
  record: RecordRef;
  version: number;
  state: StateValue;
}

/** The answer to a command. Only `accepted` and `repeated` mean that something is stored. */
export type ChangeOutcome = (
  | ({ outcome: 'accepted' } & Accepted)
  | ({ outcome: 'repeated' } & Accepted)
  | { outcome: 'notVisible' }
  | { outcome: 'keyInWork' }
  | { outcome: 'keyMisused' }
  | { outcome: 'unstated'; version: number }
  | { outcome: 'stale'; version: number; state: StateValue }
  | { outcome: 'refused'; refusal: Refusal; version: number }
) & {
  /** The record as it was when this was judged; absent where it is new or not there for this person. */
  judged?: StoredRecord;
};

const attempts = 6;

/**
 * The one way in which a record changes: locks what the command names, reads its facts, asks `decide`, writes
 * standing, history, clocks, readers, lists, outgoing work and audit in one statement, and answers after the commit.
 * Serialization failures and deadlocks are tried again from the beginning. Throws `OutcomeUnknownError` where the
 * connection is lost while committing, and the database's own error where nothing was stored.
 */
export async function change(store: Store, request: ChangeRequest): Promise<ChangeOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryChange(store, request);
    } catch (error) {
      if (attempt === attempts || !isRepeatable(error)) throw error;
    }
  }
}

/** Whether a failure passes when everything is begun again: a serialization failure, a deadlock, moved relations. */
export function isRepeatable(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === '40001' || code === '40P01' || error instanceof MovedMeanwhileError;
}

/** What a refusal to store carries out of the transaction, which is then rolled back. */
class NotAccepted extends Error {
  constructor(readonly outcome: ChangeOutcome) {
    super(outcome.outcome);
  }
}

async function tryChange(store: Store, request: ChangeRequest): Promise<ChangeOutcome> {
  try {
    return await withClient(store, async (client) => {
      const opened = begin(client, request.reading, { purpose: 'change', now: store.clock() });
      const [, outcome] = await together([opened, judge(client, store, request)]);
      return outcome;
    });
  } catch (error) {
    if (error instanceof NotAccepted) return error.outcome;
    throw error;
  }
}

async function judge(tx: Tx, store: Store, request: ChangeRequest): Promise<ChangeOutcome> {
  const { topic, verb } = topicAndVerb(request.name);
  const definition = topic.commands[verb] ?? {};
  const commandId = newCommandId();
  const record = { kind: topic.kind, id: request.recordId ?? uuidv7() };
  const [{ records, facts }, key] = await together([
    lockFor(tx, definition, { record, payload: request.payload }),
    request.key ? findKey(tx, request.reading.userId, request.key) : undefined,
  ]);
  // A record of another kind under the same id is not the one that is asked for.
  const primary = records.find((one) => one.id === record.id && one.kind === record.kind);
  if (!definition.creates && !primary) throw new NotAccepted({ outcome: 'notVisible' });
  const hangsUnder = definition.parentOf?.(request.payload as never, commandId);
  const judged = primary ? { judged: primary } : {};
  const about = primary ?? blankRecord(topic, { record, ...hangsUnder }, store.clock());
  const permission = request.policy ?? permissionMissing;
  if (permission(topic, verb, request.actor, about, records).length === 0) {
    const early = answerByKey(key) ?? (primary && versionConflict(request, primary));
    if (early) throw new NotAccepted({ ...early, ...judged });
  }
  const at = later(store.clock(), records);
  const command: Command = {
    id: commandId,
    name: request.name,
    record,
    actor: request.actor,
    happened: request.happened ?? at,
    at,
    payload: request.payload,
  };
  const { profile, policy } = request;
  const decision = decide({ records, facts, profile, ...(policy ? { policy } : {}) }, command);
  if ('refusal' in decision)
    throw new NotAccepted({
      outcome: 'refused',
      refusal: decision.refusal,
      version: primary?.version ?? 0,
      ...judged,
    });
  const { partnershipId } = request.reading;
  await request.within?.(tx, { command, facts, locked: records, partnershipId });
  const batch = new ChangeBatch(request.reading.partnershipId);
  batch.add(
    command,
    decision.changes,
    request.key && { ...request.key, status: definition.creates ? 201 : 200 },
  );
  const changed = decision.changes.records.find((one) => one.id === record.id);
  if (!changed) throw new Error(`${request.name} left its own record unchanged`);
  await together([writeRows(tx, batch.partnership, batch.toRows()), commit(tx)]);
  return {
    outcome: 'accepted',
    commandId,
    record,
    version: shownVersion(changed.fromVersion + 1, changed.standing),
    state: changed.state,
    ...judged,
  };
}

function answerByKey(seen: SeenKey | undefined): ChangeOutcome | undefined {
  switch (seen?.found) {
    case 'inWork':
      return { outcome: 'keyInWork' };
    case 'misused':
      return { outcome: 'keyMisused' };
    case 'seen':
      return { outcome: 'repeated', ...seen.accepted };
    default:
      return undefined;
  }
}

function versionConflict(request: ChangeRequest, primary: StoredRecord): ChangeOutcome | undefined {
  if (request.ifMatch === 'unstated') return { outcome: 'unstated', version: primary.version };
  if (typeof request.ifMatch === 'number' && request.ifMatch !== primary.version)
    return { outcome: 'stale', version: primary.version, state: primary.state };
  return undefined;
}

/** The instant of acceptance: now, but later than the last command of every locked record. */
export function later(now: string, records: readonly StoredRecord[]): string {
  const last = records.reduce((latest, one) => (one.at > latest ? one.at : latest), '');
  return now > last ? now : new Date(Date.parse(last) + 1).toISOString();
}
