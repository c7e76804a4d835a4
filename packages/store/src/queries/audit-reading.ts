import type { RecordKind } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { begin, type Reading } from '../access.js';
import { isRepeatable } from '../change.js';
import { canonicalText, leafOf, newSalt } from '../ledger/leaf.js';
import { commit, type Store, type Tx, withClient } from '../store.js';
import { together } from '../together.js';

/** A record that was looked at; its kind is null where an id was tried of which nothing was there to see. */
export type LookedAt = { kind: RecordKind | null; id: string };

/** What was looked at: the route, the record if one was named, the persons whom the answer shows. */
export interface ReadAct {
  action: string;
  record?: LookedAt | undefined;
  persons: readonly string[];
  /** Why, where the person has no relation to the record that says it. */
  reason?: string | undefined;
}

/** How a look is made: what is looked at, and whether all its statements must see the books at the same moment. */
export type LookAsked = Omit<ReadAct, 'persons'> & { oneSnapshot?: boolean };

/** What a read found, and whom it shows. */
export interface Shown<T> {
  shown: T;
  persons: readonly string[];
}

/**
 * Reads under the context of a person and commits who looked at whom before the answer is given out. A look at
 * something that is not there for the reader is written too; it gives null.
 */
export async function readAudited<T>(
  store: Store,
  who: Reading,
  { oneSnapshot, ...act }: LookAsked,
  read: (tx: Tx) => Promise<Shown<T> | null>,
): Promise<T | null> {
  const look = () => lookOnce(store, who, { oneSnapshot, ...act }, read);
  return oneSnapshot ? again(look) : look();
}

/** A snapshot of its own can fall out with a request of the same session beside it: it is taken anew, twice at most. */
async function again<T>(look: () => Promise<T>): Promise<T> {
  for (let left = 2; ; left -= 1) {
    try {
      return await look();
    } catch (error) {
      if (left === 0 || !isRepeatable(error)) throw error;
    }
  }
}

function lookOnce<T>(
  store: Store,
  who: Reading,
  { oneSnapshot, ...act }: LookAsked,
  read: (tx: Tx) => Promise<Shown<T> | null>,
): Promise<T | null> {
  return withClient(store, async (client) => {
    const now = store.clock();
    const opened = begin(client, who, { purpose: 'read', now, oneSnapshot });
    const [, result] = await together([opened, read(client)]);
    const audit = auditReading(client, who, { ...act, persons: result?.persons ?? [] }, now);
    await together([audit, commit(client)]);
    return result ? result.shown : null;
  });
}

/** Writes who looks at whom, before anything is shown: the transaction's commit makes it stand. Refused looks count too. */
export async function auditReading(tx: Tx, who: Reading, act: ReadAct, at: string): Promise<string> {
  const id = uuidv7();
  const persons = [...new Set(act.persons)];
  const reason = act.reason ?? glassReason(who, act, at);
  const entry = canonicalText({
    id,
    at,
    user: who.userId,
    as: 'user',
    action: act.action,
    record: act.record ?? null,
    persons,
    ...(reason ? { reason } : {}),
  });
  const salt = newSalt();
  await tx.query({
    name: 'audit reading',
    text: `with a as (
        insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9))
      insert into audit_subject (partnership_id, person_id, audit_id)
      select $1, person, $2 from unnest($10::uuid[]) person`,
    values: [
      who.partnershipId,
      id,
      at,
      who.userId,
      act.action,
      act.record?.id ?? null,
      entry,
      salt,
      leafOf(salt, entry),
      persons,
    ],
  });
  return id;
}

/** Why somebody looks at a record that he or she opened in an emergency. */
function glassReason({ glass = [] }: Reading, act: ReadAct, at: string): string | undefined {
  const open = glass.find(
    ({ records, until }) =>
      at < until && records.some((id) => id === act.record?.id || act.persons.includes(id)),
  );
  return open && `Break-glass: ${open.reason}`;
}
