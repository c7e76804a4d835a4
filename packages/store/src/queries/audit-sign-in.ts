import { uuidv7 } from 'uuidv7';
import { begin, nobody } from '../access.js';
import { canonicalText, leafOf, newSalt } from '../ledger/leaf.js';
import { commit, type Store, type Tx, withClient } from '../store.js';
import { together } from '../together.js';

/** Something that happened to signing in, for the audit: whose, and what in short words without anything that was typed. */
export interface SignInAct {
  action: `sign-in/${string}`;
  partnershipId: string;
  /** Null where nobody is known. */
  userId: string | null;
  about?: Record<string, string | number>;
  /** Who is told, by principal and kind of message. */
  tell?: readonly { principal: string; kind: string }[];
}

/** Nobody: for acts of those who are not signed in. */

/** Writes acts of signing in to the audit, with the messages they send, and does `work` with them: all or nothing. */
export async function auditSignIn<T>(
  store: Store,
  act: SignInAct,
  work?: (tx: Tx) => Promise<T>,
): Promise<T | undefined> {
  return withClient(store, async (client) => {
    const at = store.clock();
    const who = { partnershipId: act.partnershipId, userId: act.userId ?? nobody, principals: [] };
    await begin(client, who, { purpose: 'change', now: at });
    const done = await work?.(client);
    await writeAct(client, act, at);
    await commit(client);
    return done;
  });
}

/** Writes an act of signing in within a transaction of somebody who is signed in. */
export async function writeAct(tx: Tx, act: SignInAct, at: string): Promise<void> {
  const id = uuidv7();
  const entry = canonicalText({
    id,
    at,
    user: act.userId,
    as: act.userId ? 'user' : 'nobody',
    action: act.action,
    record: null,
    persons: [],
    ...(act.about ? { about: act.about } : {}),
  });
  const salt = newSalt();
  const audit = tx.query(
    `insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
     values ($1, $2, $3, $4, $5, null, $6, $7, $8)`,
    [act.partnershipId, id, at, act.userId, act.action, entry, salt, leafOf(salt, entry)],
  );
  const told = (act.tell ?? []).map((one) =>
    tx.query(
      'insert into outbox (partnership_id, id, kind, principal, record_id, at) values ($1, $2, $3, $4, $5, $6)',
      [act.partnershipId, uuidv7(), one.kind, one.principal, act.userId, at],
    ),
  );
  await together([audit, ...told]);
}

/** The ids of every partnership: an act of nobody is written in each. */
export async function findEveryPartnership(store: Store): Promise<string[]> {
  const found = await store.pool.query<{ id: string }>('select every_partnership() as id');
  return found.rows.map((row) => row.id);
}
